import type { Translated } from "../translated.ts";
import type { letters as english } from "../en/letters.ts";

export const letters: Translated<typeof english> = {
  dear: "Guten Tag {name},",
  hello: "Guten Tag,",
  signed: "Ihr Datenschutzteam",
  reference: "Aktenzeichen {reference}",
  asked: "Am {day} haben Sie uns um Folgendes gebeten: {what}.",
  forChild:
    "Sie haben für {name} gefragt. Wo in dieser Antwort „Sie“ oder „Ihre Daten“ steht, ist {name} gemeint.",
  what: {
    access: "eine Kopie Ihrer Daten",
    portability: "Ihre Daten zum Mitnehmen",
    rectification: "die Berichtigung Ihrer Daten",
    erasure: "die Löschung Ihrer Daten",
    restriction: "die Einschränkung der Verarbeitung Ihrer Daten",
    objection: "ein Ende der Nutzung Ihrer Daten",
    "opt-out-sale": "den Verzicht auf Verkauf und Weitergabe Ihrer Daten",
    "opt-out-marketing": "ein Ende der Werbung an Sie",
    "opt-out-profiling": "ein Ende des Profilings",
    "limit-sensitive": "eine begrenzte Nutzung Ihrer sensiblen Daten",
    "withdraw-consent": "das Ende dessen, wozu Sie Ihre Einwilligung gegeben hatten",
    "legal-basis": "eine Erklärung, warum wir Ihre Daten nutzen dürfen",
    "balancing-test": "eine Erklärung, wie wir unsere Interessen gegen Ihre abgewogen haben",
    "shine-the-light": "eine Auskunft, wer Daten für eigene Werbung bekommen hat",
  },
  about: {
    access: "Die Kopie Ihrer Daten",
    portability: "Ihre Daten zum Mitnehmen",
    rectification: "Die Berichtigung Ihrer Daten",
    erasure: "Die Löschung Ihrer Daten",
    restriction: "Die Einschränkung der Verarbeitung",
    objection: "Das Ende der Nutzung Ihrer Daten",
    "opt-out-sale": "Kein Verkauf und keine Weitergabe Ihrer Daten",
    "opt-out-marketing": "Keine Werbung mehr",
    "opt-out-profiling": "Kein Profiling mehr",
    "limit-sensitive": "Die begrenzte Nutzung Ihrer sensiblen Daten",
    "withdraw-consent": "Der Widerruf Ihrer Einwilligung",
    "legal-basis": "Warum wir Ihre Daten nutzen dürfen",
    "balancing-test": "Wie wir unsere Interessen abgewogen haben",
    "shine-the-light": "Wer Daten für eigene Werbung bekommen hat",
  },
  title: {
    several: "Unsere Antwort auf Ihren Antrag",
    nothingFound: "Wir haben keine Daten über Sie gefunden",
    nothingLeft: "Wir haben keine Daten mehr über Sie",
    kindsOnly: "Diese Arten von Daten haben wir über Sie",
    statement: "Was wir beenden sollen, tun wir nicht",
    inPart: "Wir haben einen Teil Ihres Antrags erledigt",
    refused: "Wir können Ihrem Antrag nicht nachkommen",
    copyInPart: "Hier ist die Kopie Ihrer Daten, einige Teile fehlen",
    copyRefused: "Wir können Ihnen keine Kopie Ihrer Daten geben",
    granted: {
      access: "Hier ist die Kopie Ihrer Daten",
      portability: "Hier sind Ihre Daten zum Mitnehmen",
      rectification: "Wir haben Ihre Daten berichtigt",
      erasure: "Wir haben Ihre Daten gelöscht",
      restriction: "Wir haben die Verarbeitung Ihrer Daten eingeschränkt",
      objection: "Wir nutzen Ihre Daten nicht mehr, wie Sie es wollten",
      "opt-out-sale": "Wir verkaufen Ihre Daten nicht und geben sie nicht weiter",
      "opt-out-marketing": "Wir schicken Ihnen keine Werbung mehr",
      "opt-out-profiling": "Wir haben das Profiling Ihrer Daten beendet",
      "limit-sensitive": "Wir nutzen Ihre sensiblen Daten nur noch begrenzt",
      "withdraw-consent": "Wir haben beendet, wozu Sie eingewilligt hatten",
      "legal-basis": "Darum dürfen wir Ihre Daten nutzen",
      "balancing-test": "So haben wir unsere Interessen gegen Ihre abgewogen",
      "shine-the-light": "Diese Unternehmen haben von uns Daten für eigene Werbung bekommen",
    },
  },
  holdsYes: "Ja, wir verarbeiten Daten über Sie.",
  holdsNo: "Nein, wir verarbeiten keine Daten über Sie.",
  looked:
    "Wir haben an {places, plural, one {einer Stelle} other {# Stellen}} gesucht und {records, plural, one {einen Eintrag} other {# Einträge}} über Sie gefunden.",
  lookedForKinds: "Wir haben an {places, plural, one {einer Stelle} other {# Stellen}} gesucht.",
  lookedInVain:
    "Wir haben mit Ihren Angaben an {places, plural, one {einer Stelle} other {# Stellen}} gesucht. Daten über Sie haben wir dort nicht gefunden.",
  lookedAndDeleted:
    "Wir haben mit Ihren Angaben an {places, plural, one {einer Stelle} other {# Stellen}} gesucht. Wir haben keine Daten mehr über Sie: Was wir hatten, ist gelöscht.",
  givenAll:
    "Sie erhalten {records, plural, one {ihn} other {alle}}{files, plural, =0 {} one {, dazu eine Datei} other {, dazu # Dateien}}.",
  givenSome:
    "Sie erhalten {records} davon{files, plural, =0 {} one {, dazu eine Datei} other {, dazu # Dateien}}.",
  givenNone:
    "Wir geben Ihnen {records, plural, one {ihn} other {sie}} nicht heraus. Der Grund steht weiter unten.",
  covered: "In {records, plural, one {einem Eintrag} other {# Einträgen}} haben wir einige Wörter verdeckt.",
  whereTheCopyIs:
    "Die Kopie steckt im selben Download wie dieser Brief. Öffnen Sie dort zuerst die Datei START-HERE.",
  whereThePagesAre: "Die Kopie steht auf den Seiten, die mit diesem Brief kommen.",
  kindsOnly:
    "Ihre Nachweise genügen, um Ihnen die Arten von Daten zu nennen, nicht aber, um die Daten selbst zu zeigen. Möchten Sie die Daten sehen, fragen Sie noch einmal und melden Sie sich dabei an, oder nennen Sie uns eine weitere Angabe zu Ihrer Person.",
  done: "Das ist erledigt.",
  donePart: "Einen Teil davon haben wir erledigt.",
  notDone: "Das können wir nicht tun.",
  why: "Warum",
  whatWeDid: "Was wir getan haben, Stelle für Stelle",
  task: {
    done: {
      access: "kopiert",
      portability: "kopiert",
      rectification: "berichtigt",
      erasure: "gelöscht",
      restriction: "eingeschränkt",
      objection: "beendet",
      "opt-out-sale": "vermerkt",
      "opt-out-marketing": "vermerkt",
      "opt-out-profiling": "beendet",
      "limit-sensitive": "begrenzt",
      "withdraw-consent": "beendet",
      "legal-basis": "erklärt",
      "balancing-test": "erklärt",
      "shine-the-light": "aufgelistet",
    },
    nothingThere: "dort war nichts von Ihnen",
    notDone: "nicht erledigt",
    told: "informiert",
    takenBack: "von Ihnen zurückgenommen",
  },
  register: {
    lead: {
      "legal-basis":
        "Das tun wir mit personenbezogenen Daten, und darum dürfen wir es. Es gilt für alle gleich. Ob wir Daten über Sie haben, sagt dieser Brief deshalb nicht.",
      "balancing-test":
        "Manches, was wir tun, stützen wir auf eigene berechtigte Interessen. Das Gesetz erlaubt es, wenn die Interessen der Menschen, um deren Daten es geht, nicht schwerer wiegen. So haben wir abgewogen. Es gilt für alle gleich. Ob wir Daten über Sie haben, sagt dieser Brief deshalb nicht.",
    },
    purposes: "Wozu: {purposes}",
    basis: "Rechtsgrundlage: {basis}",
    must: {
      statutory: "Müssen Sie uns diese Daten geben? Ja, ein Gesetz schreibt es vor.",
      contractual: "Müssen Sie uns diese Daten geben? Für den Vertrag mit Ihnen brauchen wir sie.",
      "pre-contract":
        "Müssen Sie uns diese Daten geben? Ja, wenn Sie einen Vertrag mit uns schließen möchten.",
      none: "Müssen Sie uns diese Daten geben? Nein.",
    },
    interest: "Was wir damit wollen: {text}",
    need: "Warum wir dafür diese Daten brauchen: {text}",
    weighing: "Wie wir abgewogen haben: {text}",
    object:
      "Sie können dem allem widersprechen: Verlangen Sie jederzeit, dass wir Ihre Daten dafür nicht mehr nutzen.",
    noInterests: "Wir stützen nichts auf eigene berechtigte Interessen. Darum gab es nichts abzuwägen.",
  },
  marketing: {
    lead: "Im Jahr {year} haben wir den folgenden Unternehmen Daten über unsere Kundinnen und Kunden gegeben, und sie haben sie für eigene Werbung genutzt. Die Liste ist für alle gleich. Ob Daten über Sie darunter waren, sagt sie nicht.",
    nobody:
      "Im Jahr {year} haben wir niemandem Daten über unsere Kundinnen und Kunden für eigene Werbung gegeben.",
    address: "Anschrift: {address}",
    kinds: "Was sie bekommen haben: {kinds}",
    sells: "Was sie anbieten: {what}",
    again: "Ab dem {day} können Sie wieder fragen.",
    first: "Ihr erster Antrag aus diesem Jahr ging am {day} bei uns ein.",
    kind: {
      "name-and-address": "Name und Anschrift",
      email: "E-Mail-Adresse",
      age: "Alter oder Geburtsdatum",
      "children-names": "Namen von Kindern",
      "children-addresses": "E-Mail- oder andere Adressen von Kindern",
      "children-number": "Zahl der Kinder",
      "children-age": "Alter oder Geschlecht von Kindern",
      height: "Körpergröße",
      weight: "Gewicht",
      race: "ethnische Herkunft",
      religion: "Religion",
      occupation: "Beruf",
      telephone: "Telefonnummer",
      education: "Bildung",
      party: "politische Partei",
      "medical-condition": "Gesundheitszustand",
      medication: "genutzte Arzneimittel, Therapien und medizinische Produkte oder Geräte",
      products: "Art der gekauften, geleasten oder gemieteten Waren",
      property: "gekaufte, geleaste oder gemietete Immobilien",
      services: "Art der genutzten Dienste",
      "social-security": "Sozialversicherungsnummer",
      "bank-account": "Nummer des Bankkontos",
      card: "Nummer der Kredit- oder Debitkarte",
      balances: "Stände von Bankkonten, Karten oder Darlehen",
      payments: "Zahlungsverhalten",
      credit: "Kreditwürdigkeit, Vermögen, Einkommen oder Schulden",
    },
  },
  place: "Stelle",
  happened: "Was geschehen ist",
  leftOut: {
    heading: "Was wir weggelassen haben, und warum",
    what: "Was und warum",
    howMany: "Wie viele",
    records: "{count, plural, one {# Eintrag} other {# Einträge}}",
    files: "{what} ({count, plural, one {# Datei} other {# Dateien}})",
    unreadable: "{what}: {count, plural, one {ein Eintrag oder eine Datei} other {# Einträge oder Dateien}}",
  },
  deleted: {
    heading: "Was schon vor Ihrem Antrag gelöscht war",
    byRule: "nichts mehr vorhanden, gelöscht ({rule}).",
    byRuleOn: "nichts mehr vorhanden, am {day} gelöscht ({rule}).",
  },
  unopened: {
    heading: "Was wir nicht öffnen dürfen",
    lead: "Das Folgende gehört zum Konto von jemand anderem. Ohne Zustimmung des Inhabers sehen wir nicht hinein und können deshalb nicht sagen, ob Sie darin vorkommen:",
    who: "Zustimmen kann: {who}",
    ask: "Wenden Sie sich an die Inhaberin oder den Inhaber des Kontos. Sobald uns die Zustimmung vorliegt, sehen wir auch dort nach.",
  },
  others: {
    heading: "Wer selbst Auskunft gibt",
    lead: "Diesen Unternehmen haben Sie über uns vielleicht selbst Daten gegeben. Was damit geschieht, entscheiden sie; bitte fragen Sie dort nach:",
  },
  notices: "Wie wir an Ihrem Wohnort mit Daten umgehen, steht in unserer Datenschutzerklärung:",
  complaints: "Ist danach noch etwas offen, bleibt als letzter Schritt:",
  without: {
    heading: "Wo wir nicht suchen konnten",
    lead: "In dieser Antwort {count, plural, one {fehlt eine Stelle} other {fehlen # Stellen}}:",
  },
  inPart: {
    heading: "Wo wir nur zum Teil suchen konnten",
    lead: "{count, plural, one {An einer Stelle} other {An # Stellen}} brach unsere Suche mittendrin ab. Diese Antwort beruht auf dem, was wir bis dahin gelesen hatten; der Rest fehlt darin:",
    read: "{records, plural, one {ein Eintrag} other {# Einträge}} gelesen.",
  },
  silent: {
    "not-confirmed": {
      title: "Wir konnten nicht bestätigen, dass der Antrag von Ihnen kommt",
      why: "Bevor wir Ihren Antrag bearbeiten, müssen wir sicher sein, dass er wirklich von Ihnen kommt. Die Angaben, die wir bekommen haben, genügten dafür nicht. Deshalb haben wir nicht getan, worum Sie gebeten haben.",
      silent: "Dieser Brief sagt nichts darüber aus, ob wir Daten über Sie haben.",
      again:
        "Sie können jederzeit noch einmal fragen: mit anderen Angaben, oder indem Sie sich anmelden, wenn Sie ein Konto haben.",
    },
    "relation-not-shown": {
      title: "Wir konnten nicht erkennen, dass Sie für dieses Kind handeln dürfen",
      why: "Bevor wir so etwas für ein Kind tun, müssen wir sehen, dass die Person, die den Antrag stellt, für das Kind handeln darf. Was wir bekommen haben, genügte dafür nicht. Deshalb haben wir nicht getan, worum Sie gebeten haben.",
      silent: "Dieser Brief sagt nichts darüber aus, ob wir Daten über das Kind haben.",
      again:
        "Sie können jederzeit einen neuen Antrag stellen, mit einem Papier, das es zeigt: zum Beispiel einer Geburtsurkunde oder dem Schreiben eines Gerichts oder Amts. Decken Sie ab, was wir nicht brauchen.",
    },
    "child-not-able": {
      title: "Bitte frag zusammen mit deinen Eltern",
      why: "Du hast uns etwas zu deinen Daten gefragt, und das war gut so. Wir meinen aber, es ist besser, wenn jemand Erwachsenes mit dir fragt, der für dich sorgt. Das können deine Mutter oder dein Vater sein, oder jemand anderes, der sich um dich kümmert.",
      silent: "In diesem Brief steht nichts über deine Daten. So bleiben sie sicher.",
      again:
        "Zeig diesen Brief jemandem, der erwachsen ist und dem du vertraust. Diese Person kann auf derselben Seite für dich fragen. Wenn du das nicht möchtest, schreib uns, warum: Dann denkt ein Mensch noch einmal darüber nach.",
    },
  },
  route: {
    heading: "Wenn Sie nicht einverstanden sind",
    appeal:
      "Sie können Einspruch gegen diese Antwort einlegen, auf der Seite Ihres Antrags und in Ihren eigenen Worten. Das kostet nichts. Jemand, der an dieser Antwort nicht beteiligt war, prüft sie dann.",
    complaint:
      "Sie können sich auf der Seite Ihres Antrags bei uns beschweren, in Ihren eigenen Worten. Das kostet nichts. Jemand, der an dieser Antwort nicht beteiligt war, prüft sie dann.",
    acknowledge:
      "Wir bestätigen Ihnen innerhalb von {days, plural, one {# Tag} other {# Tagen}}, dass Ihre Beschwerde bei uns ist.",
    decide:
      "Wir antworten auf Ihren Einspruch innerhalb von {days, plural, one {# Tag} other {# Tagen}}, nachdem er bei uns eingegangen ist.",
    windowFromSending:
      "Dafür haben Sie {days, plural, one {# Tag} other {# Tage}} Zeit, gerechnet ab dem Tag, an dem wir Ihnen diese Antwort schicken. Der letzte Tag steht auf der Seite Ihres Antrags.",
    windowUntil:
      "Dafür haben Sie {days, plural, one {# Tag} other {# Tage}} Zeit ab dem Tag, an dem wir Ihnen diese Antwort geschickt haben: bis zum {day}.",
    noWindow: "Dafür gibt es keine Frist.",
    regulatorAfterAppeal: "Weisen wir Ihren Einspruch zurück, können Sie sich hier beschweren:",
    regulatorAtOnce: "Sie können sich auch sofort hierhin wenden:",
    regulatorOnly: "Sie können sich hier beschweren:",
    court: "Auch der Weg zu einem Gericht steht Ihnen offen.",
    byPost: "Wenn Sie die Seite Ihres Antrags nicht nutzen, schreiben Sie uns: {address}.",
  },
  appeal: {
    title: { appeal: "Unsere Antwort auf Ihren Einspruch", complaint: "Unsere Antwort auf Ihre Beschwerde" },
    received: {
      appeal: "Sie haben am {day} Einspruch gegen unsere Antwort eingelegt.",
      complaint: "Sie haben sich am {day} über unsere Antwort beschwert.",
    },
    another: "Jemand, der an der ersten Antwort nicht beteiligt war, hat alles noch einmal geprüft.",
    outcome: {
      upheld: "Unsere erste Antwort bleibt bestehen.",
      overturned:
        "Sie haben recht. Wir nehmen unsere erste Antwort zurück und bearbeiten Ihren Antrag noch einmal.",
      "in-part": "Sie haben zum Teil recht. Diesen Teil Ihres Antrags bearbeiten wir noch einmal.",
    },
    next: {
      heading: "Wenn Sie weiterhin nicht einverstanden sind",
      lead: "Sie können sich hier beschweren:",
    },
  },
};
