import type { Translated } from "../translated.ts";
import type { notices as english } from "../en/notices.ts";

export const notices: Translated<typeof english> = {
  hello: "Guten Tag,",
  helloName: "Guten Tag {name},",
  reference: "Ihr Aktenzeichen",
  caseReference: "Aktenzeichen",
  address: "Oder öffnen Sie diese Adresse:",
  next: "Wie es weitergeht",
  signed: "Ihr Datenschutzteam",
  never: "Wir fragen nie nach Ihrem Passwort und schicken Ihre Daten nie in einer E-Mail.",
  neverTeam: "Eine E-Mail von Habeas fragt nie nach Ihrem Passwort.",
  notYou: "Das waren nicht Sie? Schreiben Sie an {email} und nennen Sie das Aktenzeichen.",
  becauseTyped:
    "Sie erhalten {way, select, post {diesen Brief} other {diese E-Mail}}, weil diese Adresse bei einem Antrag an {organisation} angegeben wurde.",
  becauseOnFile:
    "Sie erhalten {way, select, post {diesen Brief} other {diese E-Mail}}, weil {organisation} diese Adresse für die Person gespeichert hat, um die es in dem Antrag geht.",
  becauseTeam: "Sie erhalten diese E-Mail, weil Sie bei {organisation} Datenschutzanträge bearbeiten.",
  page: "Die Seite Ihres Antrags, wenn Sie ihn dort verfolgen möchten",
  slip: "Bitte abtrennen und getrennt vom Brief aufbewahren",
  follow: "Meinen Antrag verfolgen",
  open: "Seite meines Antrags öffnen",
  openCase: "Vorgang öffnen",
  requestReceived: {
    subject: "Ihr Antrag ist bei uns, {reference}",
    title: "Ihr Antrag ist bei uns",
    received: "Ihr Antrag ist am {day} bei uns eingegangen. Sie erhalten unsere Antwort spätestens am:",
    moves: "Sollte sich dieser Tag verschieben, schreiben wir Ihnen vorher und nennen den Grund.",
    several:
      "Sie haben mehreres beantragt, und nicht alles hat denselben letzten Tag. Dies ist der erste. {way, select, post {Auf Wunsch nennen wir Ihnen alle.} other {Auf der Seite Ihres Antrags stehen alle.}}",
    next: "Wo es nötig ist, prüfen wir zuerst, ob der Antrag von Ihnen kommt. Danach bearbeiten wir, worum Sie gebeten haben. Wenn die Antwort fertig ist, erhalten Sie wieder {way, select, post {einen Brief} other {eine E-Mail}}.",
    nothingToDo: "Sie müssen jetzt nichts tun. Wenn wir etwas von Ihnen brauchen, schreiben wir Ihnen.",
    lacks: "In Ihrer Nachricht fehlt noch etwas. Bitte schicken Sie uns auch:",
    lacking: {
      label: "die Worte „Shine the Light Request“",
      name: "Ihren Vor- und Ihren Nachnamen",
      address: "Ihre Postanschrift",
      certificate: "einen Satz, in dem Sie bestätigen, dass Sie in Kalifornien wohnen",
    },
    sendRest:
      "{way, select, post {Schicken Sie es an {email}.} other {Schicken Sie es an {email}, oder schreiben Sie es auf der Seite Ihres Antrags.}} Der Tag unserer Antwort bleibt derselbe.",
  },
  code: {
    subject: "Ihr Code für {reference}",
    title: "Ihr Code",
    type: "{way, select, post {Mit dem Code am Ende dieses Briefes können Sie die Seite Ihres Antrags öffnen.} other {Geben Sie diese sechs Ziffern auf der Seite Ihres Antrags ein:}}",
    lasts:
      "{way, select, post {Der Code gilt einmal, und zwar {days} Tage ab dem Datum dieses Briefes.} other {Der Code gilt einmal und {minutes} Minuten lang.}}",
    opens: {
      full: "Wer diesen Code hat, kann den Antrag und die Antwort darauf sehen. Geben Sie ihn niemandem, auch uns nicht.",
      conversation:
        "Wer diesen Code hat, kann die Nachrichten zu dem Antrag lesen und schreiben. Geben Sie ihn niemandem, auch uns nicht.",
    },
    next: "{way, select, post {Öffnen Sie die Seite, die in diesem Brief steht, wählen Sie „Ich habe einen Code“ und geben Sie ihn ein. Ist er schon zu alt, sagen Sie uns Bescheid. Dann schicken wir einen neuen.} other {Geben Sie den Code auf der Seite ein, auf der Sie ihn angefordert haben. Ist er schon zu alt, bekommen Sie dort einen neuen.}}",
    slip: "Er öffnet den Antrag und die Antwort darauf. Werfen Sie ihn weg, wenn Sie ihn benutzt haben.",
    notAsked:
      "Sie haben keinen Code angefordert? Dann müssen Sie nichts tun. Ohne den Code kann niemand den Antrag sehen.",
  },
  messageForYou: {
    subject: "Eine Nachricht für Sie, {reference}",
    title: "Eine Nachricht für Sie",
    wrote:
      "{way, select, post {Wir möchten Ihnen zu Ihrem Antrag etwas mitteilen oder Sie etwas fragen:} other {Wir haben Ihnen zu Ihrem Antrag geschrieben. Damit es unter uns bleibt, steht die Nachricht nicht in dieser E-Mail.}}",
    next: "{way, select, post {Antworten können Sie per Brief oder am Telefon. Nennen Sie bitte immer das Aktenzeichen.} other {Öffnen Sie die Seite Ihres Antrags. Fragt sie nach einem Code, schicken wir ihn an diese Adresse. Danach können Sie die Nachricht lesen und beantworten.}}",
  },
  answerReady: {
    subject: "Ihre Antwort ist da, {reference}",
    title: "Ihre Antwort ist da",
    answered:
      "Wir haben Ihren Antrag beantwortet. Damit es unter uns bleibt, steht die Antwort nicht in {way, select, post {diesem Brief} other {dieser E-Mail}}.",
    next: "Öffnen Sie die Seite Ihres Antrags und zeigen Sie uns, dass Sie es sind. Wie das geht, steht dort. Danach können Sie die Antwort lesen und eine Kopie behalten.",
    disagreeUntil:
      "Wenn Sie mit unserer Antwort nicht einverstanden sind, können Sie uns das {way, select, post {per Brief, am Telefon oder auf der Seite Ihres Antrags} other {auf derselben Seite}} bis zum {day} mitteilen.",
    disagree:
      "Wenn Sie mit unserer Antwort nicht einverstanden sind, können Sie uns das {way, select, post {per Brief, am Telefon oder auf der Seite Ihres Antrags} other {auf derselben Seite}} mitteilen.",
  },
  answerPosted: {
    subject: "Unsere Antwort kommt mit der Post, {reference}",
    title: "Unsere Antwort kommt mit der Post",
    answered:
      "Wir haben Ihren Antrag am {day} beantwortet. Unsere Antwort geht auf Papier mit der Post an Sie.",
    closed: "Sie steht nicht in dieser E-Mail, und auf der Seite Ihres Antrags lässt sie sich nicht öffnen.",
    next: "Sie müssen nichts tun. Ist nach zwei Wochen nichts bei Ihnen angekommen? Dann schreiben Sie uns, auf der Seite Ihres Antrags oder an {email}.",
  },
  answerEnclosed: {
    subject: "Unsere Antwort auf Ihren Antrag, {reference}",
    title: "Unsere Antwort auf Ihren Antrag",
    enclosed: "Mit diesem Brief erhalten Sie unsere Antwort. Sie liegt hinter diesem Blatt.",
    next: "Fehlt ein Blatt, oder können Sie etwas nicht lesen? Rufen Sie uns an oder schreiben Sie uns, per Brief oder an {email}.",
  },
  linkRenewed: {
    subject: "Ihre Antwort lässt sich wieder öffnen, {reference}",
    title: "Ihre Antwort lässt sich wieder öffnen",
    until: "Sie haben um mehr Zeit gebeten, um unsere Antwort zu öffnen. Das geht nun bis zum:",
    at: "{moment} Uhr ({zone})",
    again: "Danach können Sie auf derselben Seite noch einmal um mehr Zeit bitten.",
    next: "Öffnen Sie die Seite Ihres Antrags und zeigen Sie uns, dass Sie es sind. Wie das geht, steht dort.",
  },
  withdrawn: {
    subject: "Ihr Antrag ist beendet, {reference}",
    title: "Ihr Antrag ist beendet",
    taken: "Ihr Antrag wurde am {day} zurückgenommen. Wir bearbeiten ihn nicht weiter.",
    next: "Sie müssen nichts tun. Sie können jederzeit einen neuen Antrag stellen, das kostet nichts.",
  },
  appealReceived: {
    subject: "Ihr Schreiben zu unserer Antwort ist bei uns, {reference}",
    title: { appeal: "Ihr Einspruch ist bei uns", complaint: "Ihre Beschwerde ist bei uns" },
    got: {
      appeal: "Ihr Einspruch ist am {day} bei uns eingegangen.",
      complaint: "Ihre Beschwerde ist am {day} bei uns eingegangen.",
    },
    by: "Sie erhalten unsere Antwort spätestens am:",
    soon: "Sie erhalten unsere Antwort, sobald wir alles geprüft haben.",
    next: "Jemand, der an unserer ersten Antwort nicht beteiligt war, prüft alles noch einmal. Danach erhalten Sie wieder {way, select, post {einen Brief} other {eine E-Mail}}.",
  },
  appealAnswered: {
    subject: "Wir haben unsere Antwort noch einmal geprüft, {reference}",
    title: "Wir haben unsere Antwort noch einmal geprüft",
    looked:
      "Sie waren mit unserer Antwort nicht einverstanden. Jemand, der daran nicht beteiligt war, hat sie noch einmal geprüft. Damit es unter uns bleibt, steht das Ergebnis nicht in {way, select, post {diesem Brief} other {dieser E-Mail}}.",
    next: "Öffnen Sie die Seite Ihres Antrags und zeigen Sie uns, dass Sie es sind. Wie das geht, steht dort. Danach können Sie das Ergebnis lesen und sehen, an wen Sie sich wenden können, wenn Sie weiterhin nicht einverstanden sind.",
    posted:
      "Das Ergebnis geht mit der Post an Sie, und dazu, an wen Sie sich wenden können, wenn Sie weiterhin nicht einverstanden sind. Auf der Seite Ihres Antrags lässt es sich nicht öffnen.",
  },
  becauseController:
    "Sie erhalten diese E-Mail, weil {organisation} in Ihrem Auftrag Daten verarbeitet und diese Adresse für Anträge Betroffener hinterlegt ist.",
  notYours: "Die Adresse stimmt nicht mehr? Schreiben Sie an {email}.",
  passedOn: {
    subject: "Wer über Ihren Antrag entscheidet, {reference}",
    title: "Über Ihren Antrag entscheidet eine andere Stelle",
    who: "Solche Daten hat {organisation} nur im Auftrag von {controller}. Deshalb entscheidet {controller} darüber und nicht wir.",
    when: "Wir haben Ihren Antrag am {day} an {controller} weitergeleitet.",
    copy: "Was wir selbst über Sie haben, beantworten wir auch. Sie erhalten also zwei Antworten.",
    next: "{controller} antwortet Ihnen. Wenn wir nichts hören, erinnern wir {controller}, und wir teilen Ihnen mit, was uns gesagt wird.",
    nothingToDo: "Sie müssen jetzt nichts tun. Auf der Seite Ihres Antrags sehen Sie, wie er steht.",
  },
  controllerAnswered: {
    subject: "Neues zu Ihrem Antrag, {reference}",
    title: "{controller} hat uns etwas zu Ihrem Antrag mitgeteilt",
    told: "{controller} entscheidet über das, was wir weitergeleitet haben. Was uns mitgeteilt wurde, steht auf der Seite Ihres Antrags.",
    next: "Öffnen Sie die Seite Ihres Antrags und lesen Sie es dort. Wenn Sie nicht einverstanden sind, steht dort, an wen Sie sich wenden können.",
  },
  controllerAsked: {
    subject: "Antrag einer betroffenen Person, {reference}",
    title: "Ein Antrag, den Sie beantworten",
    about:
      "Jemand hat sich an {organisation} gewandt, und es geht um Daten, die wir in Ihrem Auftrag verarbeiten. Darüber entscheiden Sie. Wir haben den Antrag am {day} an Sie weitergeleitet.",
    what: "Worum es geht: {what}.",
    open: "Antrag öffnen",
    next: "Auf der Seite steht, wer den Antrag stellt und worum es geht. Antworten Sie der Person selbst, und teilen Sie uns dort mit, was Sie getan haben, dass Sie nichts haben oder was wir in Ihrem Auftrag tun sollen.",
    lasts:
      "Der Link gilt {days} Tage und öffnet den Antrag einmal. Auf seiner Seite können Sie sich einen neuen an diese Adresse schicken lassen.",
  },
  controllerReminded: {
    subject: "Wir haben noch nichts von Ihnen gehört, {reference}",
    title: "Ein Antrag wartet auf Ihre Antwort",
    about:
      "Am {day} haben wir Ihnen den Antrag einer Person weitergeleitet, deren Daten {organisation} in Ihrem Auftrag verarbeitet. Was daraus geworden ist, wissen wir noch nicht.",
  },
  teamController: {
    subject: "Neues zu einem weitergeleiteten Antrag, {reference}",
    title: "Es gibt Neues zu einem weitergeleiteten Antrag",
    what: "{controller} hat geantwortet, bittet um Hilfe oder antwortet trotz Erinnerung nicht.",
    next: "Öffnen Sie den Vorgang. In der Übersicht steht, was zu tun ist.",
  },
  teamNewRequest: {
    subject: "Neuer Antrag {reference}",
    title: "Ein neuer Antrag ist eingegangen",
    due: "Er ist zu beantworten bis spätestens:",
    next: "Öffnen Sie den Vorgang und sehen Sie nach, was zuerst zu tun ist.",
  },
  teamFinding: {
    subject: "Etwas darf nicht gespeichert sein: gefunden bei {reference}",
    title: "Ein Speicher enthält, was niemand speichern darf",
    what: "Wir sind beim Zusammensuchen für einen Antrag darauf gestoßen. Der Wert wurde nicht übernommen und verlässt den Speicher nicht. Lassen Sie ihn dort entfernen und schließen Sie dann den Fund ab.",
    where: "Quelle {source}, {collection}, Feld {field}",
    open: "Zu den Funden",
    next: "Bitten Sie die Verantwortlichen des Speichers, den Wert zu entfernen und nicht mehr zu speichern. Schließen Sie danach den Fund ab und schreiben Sie auf, was getan wurde.",
  },
  teamApprovalAsked: {
    subject: "Freigabe erbeten für {reference}",
    title: "Eine Antwort wartet auf Freigabe",
    waits: "Jemand hat diese Antwort vorbereitet. Sie geht hinaus, wenn eine zweite Person sie geprüft hat.",
    next: "Öffnen Sie den Vorgang, lesen Sie die Antwort und geben Sie sie frei oder zurück.",
  },
  becauseAgent:
    "Sie erhalten diese E-Mail, weil über diese Adresse bei {organisation} Anträge für andere gestellt werden.",
  agentOpen: "Seite des Antrags öffnen",
  agentSignIn: {
    subject: "Ihr Link zum Anmelden bei {organisation}",
    title: "Ihr Link zum Anmelden",
    open: "Sie möchten für jemand anderen einen Antrag stellen oder nachsehen, wie es um einen steht. Öffnen Sie diese Seite und drücken Sie dort den Knopf:",
    lasts: "Der Link gilt einmal und {minutes} Minuten lang.",
    action: "Anmelden",
    next: "Wenn Sie zum ersten Mal hier sind, fragen wir als Nächstes nach Ihrem Namen.",
    notAsked:
      "Sie haben keinen Link angefordert? Dann müssen Sie nichts tun. Ohne ihn kann sich niemand anmelden.",
  },
  agentRequestReceived: {
    subject: "Ihr Antrag ist da, {reference}",
    title: "Ihr Antrag für jemand anderen ist da",
    received: "Ihr Antrag ist am {day} bei uns eingegangen. Das Gesetz verlangt eine Antwort bis:",
    next: "Wir sehen uns Ihre Vollmacht an. Wo das Gesetz es erlaubt, fragen wir auch die Person selbst. Wenn Sie etwas tun müssen, bekommen Sie wieder eine E-Mail.",
  },
  agentNews: {
    subject: "Neues zu {reference}",
    title: "Es gibt Neues zu Ihrem Antrag",
    text: "Etwas hat sich geändert. Damit es unter uns bleibt, steht es nicht in dieser E-Mail.",
    next: "Öffnen Sie die Seite des Antrags. Sind Sie nicht angemeldet, schicken wir einen Link an diese Adresse.",
  },
  permissionAsked: {
    subject: "Jemand fragt uns in Ihrem Namen, {reference}",
    title: "Jemand fragt uns in Ihrem Namen",
    asks: "Wir haben einen Antrag zu Ihren Daten bekommen. Er kommt von jemandem, der sagt, dass Sie das erlaubt haben. Auf der Seite steht, wer es ist und worum es geht.",
    say: "Sagen Sie uns, ob das stimmt. Bis dahin geben wir nichts heraus.",
    offer:
      "Wenn Sie das auch möchten, können Sie den Antrag selbst weiterführen. Bis Sie sich melden, geben wir nichts heraus.",
    until: "Sie können bis zum {day} antworten.",
    action: "Ansehen und antworten",
    next: "Auf der Seite gibt es für jede Antwort einen Knopf. Einer davon sagt, dass Sie das nicht erlaubt haben: Dann hören wir sofort auf.",
    nothing: "Sie tun nichts? Dann wird nichts herausgegeben.",
  },
  permissionEnded: {
    subject: "Niemand fragt mehr für Sie, {reference}",
    title: "Niemand fragt mehr für Sie",
    text: "Am {day} wurde die Erlaubnis beendet, in Ihrem Namen zu fragen. Wir arbeiten nicht weiter an diesem Antrag.",
    next: "Sie können jederzeit selbst einen Antrag stellen. Das kostet nichts.",
  },
  teamDisowned: {
    subject: "Nicht erlaubt: {reference} ist eingefroren",
    title: "Eine Person sagt, dass sie niemanden beauftragt hat",
    text: "Sie wurde nach einem Vertreter gefragt und sagt, dass sie ihn nicht beauftragt hat. Der Fall ist eingefroren, der Vertreter ist markiert.",
    next: "Öffnen Sie den Fall, sehen Sie sich die Vollmacht an und schreiben Sie ihr, wenn es nötig ist. Bis dahin geht nichts weiter.",
  },
  files: {
    types: "PDF, PNG oder JPG",
    waiting:
      "Noch kann {count, plural, one {diese Datei} other {diese Dateien}} niemand öffnen. Das Datenschutzteam prüft sie zuerst.",
    added: "Ihre Datei ist angekommen. Sehen Sie nach, ob es die richtige ist.",
    removed: "Die Datei ist entfernt.",
    problems: {
      empty: "Die Datei ist leer. Wählen Sie eine andere.",
      "too-big": "Die Datei ist größer als {size}. Wählen Sie eine kleinere oder teilen Sie sie auf.",
      "wrong-type":
        "Diese Art von Datei können wir nicht annehmen. Wählen Sie eine PDF-, PNG- oder JPG-Datei.",
      "not-what-it-says":
        "Der Name der Datei sagt etwas anderes, als in ihr steckt. Öffnen Sie sie auf Ihrem Gerät, speichern Sie sie als PDF, PNG oder JPG und wählen Sie sie noch einmal.",
      locked:
        "Die Datei ist gesperrt, mit einem Passwort oder gegen Änderungen. Drucken Sie sie in eine neue PDF-Datei oder fotografieren Sie sie und wählen Sie diese.",
      damaged:
        "Wir konnten die Datei nicht lesen. Öffnen Sie sie auf Ihrem Gerät, speichern Sie sie neu und wählen Sie sie noch einmal.",
      "too-many-pixels":
        "Das Bild ist für uns zu groß: Es darf {pixels} Millionen Bildpunkte haben, an einer Seite {side}. Speichern Sie es kleiner, als gewöhnliches JPEG, und wählen Sie es noch einmal.",
      "too-many": "Sie können {count} Dateien auf einmal hinzufügen. Die ersten haben wir angenommen.",
      full: "Es sind schon {count} Dateien. Entfernen Sie eine, bevor Sie eine weitere hinzufügen.",
      "none-chosen": "Wählen Sie zuerst eine Datei.",
      "already-here": "Diese Datei ist schon hier.",
      interrupted: "Die Datei ist nicht vollständig angekommen. Wählen Sie sie noch einmal.",
      busy: "Gerade kommen viele Dateien an. Versuchen Sie es in einer Minute noch einmal.",
      "too-often":
        "Sie haben in kurzer Zeit viele Dateien geschickt. Versuchen Sie es in einer Stunde noch einmal.",
      "no-longer": "Hier können keine Dateien mehr hinzugefügt werden.",
      "not-kept":
        "Wir konnten die Datei gerade nicht speichern. Sonst ist nichts verloren. Versuchen Sie es in einigen Minuten noch einmal.",
    },
  },
};
