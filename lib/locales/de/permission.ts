import type { Translated } from "../translated.ts";
import type { permission as english } from "../en/permission.ts";

export const permission: Translated<typeof english> = {
  title: "Haben Sie das erlaubt?",
  lead: "{agent} hat bei {organisation} nach Ihren Daten gefragt und sagt, dass Sie das erlaubt haben.",
  leadOffer:
    "{agent} hat bei {organisation} nach Ihren Daten gefragt und sagt, dass Sie das erlaubt haben. Sie können den Antrag selbst weiterführen.",
  facts: {
    who: "Wer fragt",
    kind: "Nach eigenen Angaben",
    asks: "Worum es geht",
    paper: "Was Sie ausgestellt haben sollen",
    issued: "Ausgestellt am",
    until: "Gilt bis",
    noEnd: "Kein Ende angegeben",
    received: "Eingegangen am",
    reference: "Aktenzeichen",
  },
  unchecked: "Diese Namen haben wir nicht geprüft. Wenn Sie sie nicht kennen, sagen Sie Nein.",
  kind: {
    company: "Ein Unternehmen",
    "law-firm": "Eine Anwaltskanzlei",
    relative: "Jemand aus Ihrer Familie",
    other: "Jemand anderes",
  },
  paper: {
    permission: "Eine von Ihnen unterschriebene Erlaubnis",
    "power-of-attorney": "Eine beglaubigte Vollmacht",
    mandate: "Einen Auftrag, für Sie zu handeln",
  },
  question: "Was möchten Sie uns sagen?",
  either: "Wählen Sie eins. Von den ersten beiden darf niemand beides verlangen.",
  confirm: "Ja, das habe ich erlaubt",
  confirmHint: "Wir bearbeiten den Antrag weiter.",
  verify: "Ja, und ich zeige Ihnen, wer ich bin",
  verifyHint: "Sie nennen uns etwas, das nur Sie wissen. Weiter bestätigen müssen Sie dann nichts.",
  takeOver: "Das möchte ich auch und führe es selbst weiter",
  takeOverHint: "Der Antrag wird Ihr eigener. Wer gefragt hat, erfährt nichts mehr davon.",
  disown: "Nein, das habe ich nicht erlaubt",
  disownHint: "Wir halten sofort alles an und gehen der Sache nach. Es wird nichts herausgegeben.",
  recipient: {
    legend: "Wer soll die Antwort bekommen?",
    self: "Ich bekomme sie",
    agent: "{agent} bekommt sie",
    agentHint: "Dann kann dort gelesen werden, was wir über Sie haben.",
  },
  send: "Antwort absenden",
  until: "Sie können bis zum {day} antworten. Wenn Sie nichts tun, wird nichts herausgegeben.",
  errors: {
    say: "Wählen Sie aus, was Sie uns sagen möchten",
    recipient: "Wählen Sie aus, wer die Antwort bekommen soll",
    moved: "Inzwischen hat sich etwas geändert. Die Seite zeigt den neuen Stand.",
    tooOften: "Das wurde zu oft versucht. Versuchen Sie es in einer Stunde noch einmal.",
  },
  ended: {
    title: "Dieser Link gilt nicht mehr",
    lead: "Er ist zu alt, es gibt einen neueren, oder er kam nie von uns.",
    next: "Sehen Sie nach, ob eine neuere E-Mail von uns da ist. Nach Ihren Daten können Sie jederzeit auch selbst fragen.",
    ask: "Selbst einen Antrag stellen",
  },
  answered: {
    title: "Sie haben geantwortet",
    confirm: "Vielen Dank. Wir bearbeiten den Antrag weiter. Sobald die Antwort da ist, schreiben wir Ihnen.",
    verify: "Vielen Dank. Wir prüfen Ihre Angaben. Wenn sie reichen, bearbeiten wir den Antrag weiter.",
    verifyAgain: "Haben Sie sich vertippt? Dann können Sie bis zum {day} noch einmal antworten.",
    "take-over": "Das ist jetzt Ihr eigener Antrag. Wir bearbeiten ihn für Sie weiter.",
    disown:
      "Danke, dass Sie uns das sagen. Wir haben alles angehalten und gehen der Sache nach. Es wird nichts herausgegeben.",
    other: "Ihre Antwort ist da. Hier müssen Sie nichts mehr tun.",
    next: "Wie es weitergeht",
    change:
      "Haben Sie es sich anders überlegt? Schreiben Sie uns oder verfolgen Sie Ihren Antrag: Dort können Sie ihn anhalten.",
    reference: "Nennen Sie <reference></reference>, wenn Sie uns schreiben.",
    follow: "Antrag verfolgen",
  },
};
