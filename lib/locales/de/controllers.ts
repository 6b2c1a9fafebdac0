import type { Translated } from "../translated.ts";
import type { controllers as english } from "../en/controllers.ts";

export const controllers: Translated<typeof english> = {
  told: {
    heading: "Worüber eine andere Stelle entscheidet",
    who: "{what}: Solche Daten haben wir nur im Auftrag von {controller}. Deshalb entscheidet {controller} darüber und nicht wir.",
    when: "Wir haben Ihren Antrag am {day} an {controller} weitergeleitet.",
    onward:
      "{before} hat uns mitgeteilt, dass dort auch nicht entschieden wird, sondern bei {controller}. Deshalb haben wir Ihren Antrag am {day} an {controller} weitergeleitet.",
    waiting: "{controller} hat uns noch nicht mitgeteilt, was daraus geworden ist. Wir fragen weiter nach.",
    silent:
      "{controller} hat uns trotz Erinnerung nicht geantwortet. Wir versuchen es auf anderen Wegen. Sie können sich auch selbst an {controller} wenden.",
    answer: {
      answered: "Am {day} hat {controller} uns mitgeteilt, dass Ihnen geantwortet wurde.",
      "nothing-held": "Am {day} hat {controller} uns mitgeteilt, dass dort keine Daten über Sie vorliegen.",
      "only-processor":
        "Am {day} hat {controller} uns mitgeteilt, dass dort auch nicht entschieden wird, weil die Daten einer anderen Stelle gehören. Wir klären, welcher.",
      "not-ours":
        "Am {day} hat {controller} uns mitgeteilt, dass man Sie dort nicht kennt. Wir sehen uns das noch einmal an.",
    },
    says: "Im Wortlaut: „{words}“",
    disagree:
      "Sie sind mit dem, was {controller} getan hat, nicht einverstanden? Dann wenden Sie sich an {controller} oder an die zuständige Aufsichtsbehörde.",
    takenBack: "Wir haben dies von {controller} zurückgeholt: Wir antworten selbst.",
    two: "Was wir selbst über Sie haben, beantworten wir getrennt davon.",
  },
  question: {
    title: "Wem haben Sie Ihre Daten gegeben?",
    why: "Solche Daten haben wir nur im Auftrag einer anderen Stelle, die darüber entscheidet. Wir leiten Ihren Antrag dorthin weiter und sagen Ihnen, wann.",
    other: "Jemand anderem",
    otherName: "Name",
    otherHint: "So, wie Sie ihn kennen. Auch eine Internetadresse hilft.",
    unknown: "Das weiß ich nicht",
    unknownHint: "Wir finden es heraus, soweit wir können.",
    also: "Ich nutze auch selbst Ihre Dienste",
    alsoHint:
      "Dann bekommen Sie zwei Antworten: eine von dort und eine von uns. Als Nächstes zeigen Sie uns, dass Sie es sind.",
    short: "Wer Ihre Daten hat",
    notKnown: "Das wissen Sie nicht",
  },
  errors: {
    controller: "Wählen Sie, wem Sie Ihre Daten gegeben haben, oder dass Sie es nicht wissen",
    otherName: "Geben Sie an, wem Sie Ihre Daten gegeben haben",
  },
  page: {
    what: "Anträge Ihrer Betroffenen",
    title: "Ein Antrag, den Sie beantworten",
    open: {
      lead: "Jemand hat sich an {organisation} gewandt, und es geht um Daten, die wir in Ihrem Auftrag verarbeiten. Öffnen Sie den Antrag, um zu sehen, wer ihn stellt und worum es geht.",
      once: "Der Link aus der E-Mail öffnet ihn einmal. Danach bleibt er in diesem Browser 20 Stunden lang offen.",
      go: "Antrag öffnen",
    },
    ended: {
      title: "Dieser Link ist verbraucht oder zu alt",
      lead: "Lassen Sie sich einen neuen Link an die Adresse schicken, die wir von Ihnen haben. An eine andere Adresse geht er nicht.",
      go: "Neuen Link schicken",
      sent: "Wenn dieser Link von uns war, ist eine E-Mail mit einem neuen unterwegs an die Adresse, die wir hinterlegt haben.",
      nothing: "Öffnen Sie den Link aus der neuesten E-Mail von uns.",
    },
    passed: "An Sie weitergeleitet am",
    dueOn: "Das Gesetz verlangt eine Antwort bis",
    reference: "Aktenzeichen",
    asks: "Worum es geht",
    law: "Nach welchem Recht",
    person: "Wer den Antrag stellt",
    name: "Name",
    email: "E-Mail",
    telephone: "Telefon",
    post: "Anschrift",
    residence: "Wohnt in",
    words: "Im Wortlaut",
    checked:
      "Wir haben nicht geprüft, wer das ist. Das können nur Sie, mit dem, was Sie über Ihre Betroffenen wissen.",
    tell: "Teilen Sie uns mit, was daraus geworden ist",
    cameOf: "Was ist daraus geworden?",
    tellWhy:
      "{organisation} teilt der Person mit, was Sie hier wählen und darunter schreiben. Antworten Sie der Person vorher selbst.",
    answer: {
      answered: "Wir haben der Person geantwortet",
      "nothing-held": "Wir haben keine Daten über diese Person",
      "only-processor": "Auch wir entscheiden nicht: Wir haben die Daten im Auftrag einer anderen Stelle",
      "not-ours": "Mit dieser Person haben wir nichts zu tun",
    },
    forWhom: "Was die Person wissen sollte",
    forWhomHint: "Wenn Sie die Daten im Auftrag einer anderen Stelle haben: in wessen Auftrag?",
    send: "{organisation} mitteilen",
    done: "Vielen Dank. Wir haben es der Person mitgeteilt.",
    said: "Am {day} haben Sie uns mitgeteilt: {answer}",
    over: "Es ist nichts mehr zu tun: Dieser Antrag wurde zurückgenommen.",
    help: {
      heading: "Brauchen Sie unsere Hilfe?",
      why: "Wir werden nur auf Ihre Weisung tätig. Schreiben Sie auf, was wir tun sollen; wir halten fest, wer es wann angewiesen hat.",
      kind: "Was sollen wir tun?",
      search: "Nach Daten über diese Person suchen",
      export: "Die Daten exportieren, damit Sie sie herausgeben können",
      erase: "Die Daten löschen",
      who: "Ihr Name und Ihre Funktion",
      words: "Ihre Weisung",
      go: "Weisung erteilen",
      given: "Angewiesen am {day}: {what}",
      done: "Erledigt am {day}: {words}",
      open: "Wir arbeiten daran.",
    },
    errors: {
      answer: "Wählen Sie, was daraus geworden ist",
      kind: "Wählen Sie, was wir tun sollen",
      who: "Geben Sie Ihren Namen und Ihre Funktion an",
      words: "Schreiben Sie auf, was wir tun sollen",
      moved: "Das hat sich inzwischen geändert. Die Seite zeigt, wie es jetzt steht.",
    },
  },
};
