import type { Translated } from "../translated.ts";
import type { law as english } from "../en/law.ts";

export const law: Translated<typeof english> = {
  law: {
    "eu-gdpr": "Das EU-Recht",
    "uk-gdpr": "Das britische Recht",
    "us-ca-ccpa": "Das Recht Kaliforniens",
    "us-ca-shine": "Das kalifornische Gesetz „Shine the Light“",
    "us-va": "Das Recht Virginias",
    "us-co": "Das Recht Colorados",
    "default-row": "Unsere eigene Zusage",
  },
  reason: {
    residence: "Die Person lebt dort, wo dieses Recht gilt.",
    promised:
      "Das Recht am Wohnort der Person regelt das nicht. Unsere Richtlinie sagt den Menschen dort dieses Recht zu, deshalb gelten seine Fristen und Gründe.",
    "no-law-here":
      "Für den Wohnort der Person ist hier kein Recht hinterlegt. Die Fristen sind unsere eigene Zusage.",
    "not-in-force":
      "Das Recht am Wohnort der Person galt noch nicht, als der Antrag einging. Die Fristen sind unsere eigene Zusage.",
    "context-not-covered":
      "Das Recht am Wohnort der Person gilt nicht für Beschäftigte, Bewerber und Personen, die für ein Unternehmen handeln. Die Fristen sind unsere eigene Zusage.",
    "switched-off":
      "Das Recht am Wohnort der Person gehört nicht zu denen, die unsere Richtlinie nennt. Die Fristen sind unsere eigene Zusage.",
    "right-not-given":
      "Das Recht am Wohnort der Person gibt diesen Anspruch nicht. Die Fristen sind unsere eigene Zusage.",
  },
  reading: {
    usual: { name: "Üblich", says: "Die Lesart, die angezeigt, zugesagt und sortiert wird." },
    strict: { name: "Streng", says: "Als hätte keine Rückfrage die Frist angehalten." },
    conservative: { name: "Vorsichtig", says: "Der früheste Tag unter allen Lesarten." },
    federal: {
      name: "Bundesfeiertage",
      says: "Arbeitstage nach den Feiertagen des Bundes statt des Staates.",
    },
    "day-one": { name: "Eingang ist Tag 1", says: "Der Tag des Eingangs zählt als erster Tag." },
  },
  mark: {
    V: "Gesetz gelesen",
    S: "aus zweiter Hand",
    M: "nicht bestätigt",
    policy: "eigene Regel",
  },
  zone: { "Europe/London": "britische Zeit", "Europe/Dublin": "irische Zeit", UTC: "UTC" },
  period: {
    months: "{n, plural, one {ein Monat} other {# Monate}}",
    days: "{n, plural, one {ein Tag} other {# Tage}}",
    "business-days": "{n, plural, one {ein Arbeitstag} other {# Arbeitstage}}",
  },
  plusDays: "+ {n, plural, one {# Tag} other {# Tage}}",
  notCounted: "nicht gezählt",
  closed: {
    weekend: "der {day} ist ein {on, date, ::EEEE}",
    holiday: "der {day} ist ein Feiertag ({name})",
    weekendShort: "{on, date, ::EEE} {day}",
    named: "{name} ({day})",
    saturdays: "Samstage",
    sundays: "Sonntage",
    weekends: "Wochenenden",
  },
  question: {
    identity: "um einen Nachweis Ihrer Identität",
    clarification: "um eine Auskunft zu Ihrem Antrag",
    fee: "um eine Gebühr",
  },
  person: {
    received: {
      request:
        "der Tag, an dem Ihr Antrag bei uns einging{timed, select, yes {, um {time} Uhr, {zone}} other {}}",
      appeal:
        "der Tag, an dem Ihr Einspruch bei uns einging{timed, select, yes {, um {time} Uhr, {zone}} other {}}",
      complaint:
        "der Tag, an dem Ihre Beschwerde bei uns einging{timed, select, yes {, um {time} Uhr, {zone}} other {}}",
      answer: "der Tag, an dem wir Ihnen geantwortet haben",
    },
    "not-in-force": "{law} galt damals noch nicht. Wir rechnen so, als hätte es schon gegolten.",
    came: {
      designated: "er kam an die Adresse, die wir dafür nennen, deshalb zählt die kürzere Frist",
      elsewhere: "er kam nicht an die Adresse, die wir dafür nennen, deshalb zählt die längere Frist",
    },
    restarted: {
      identity:
        "der Tag, an dem Sie uns gezeigt haben, wer Sie sind. Darum gebeten hatten wir am {asked}. {law} zählt ab Ihrer Antwort.",
      fee: "der Tag, an dem Sie die Gebühr bezahlt haben. Darum gebeten hatten wir am {asked}. {law} zählt ab Ihrer Zahlung.",
    },
    since: {
      receipt: "dem Tag Ihres Antrags",
      identity: "dem Tag, an dem Sie uns gezeigt haben, wer Sie sind",
      fee: "dem Tag, an dem Sie die Gebühr bezahlt haben",
      appeal: "dem Tag Ihres Einspruchs",
      complaint: "dem Tag Ihrer Beschwerde",
      answer: "dem Tag unserer Antwort",
    },
    counted:
      "{period} nach dem {from}, {since}{clamped, select, yes {. Der Monat, in dem die Frist endet, ist kürzer, deshalb zählt sein letzter Tag} other {}}",
    countedFromDayOne: "{period}, wobei der {from} als erster Tag zählt",
    countedExtended:
      "{period} nach dem {from}, {since}: zuerst {first}, dazu {more}{clamped, select, yes {. Der Monat, in dem die Frist endet, ist kürzer, deshalb zählt sein letzter Tag} other {}}",
    waited: {
      identity:
        "{oneDay, select, yes {am {from}} other {vom {from} bis zum {to}}} haben wir darauf gewartet, dass Sie uns zeigen, wer Sie sind. {law} zählt {oneDay, select, yes {diesen Tag} other {diese Tage}} nicht mit.",
      clarification:
        "{oneDay, select, yes {am {from}} other {vom {from} bis zum {to}}} haben wir auf Ihre Antwort auf unsere Frage gewartet. {law} zählt {oneDay, select, yes {diesen Tag} other {diese Tage}} nicht mit.",
      fee: "{oneDay, select, yes {am {from}} other {vom {from} bis zum {to}}} haben wir auf die Gebühr gewartet. {law} zählt {oneDay, select, yes {diesen Tag} other {diese Tage}} nicht mit.",
    },
    asked: {
      law: "haben wir Sie {question} gebeten. {law} verschiebt die Frist deswegen nicht.",
      "not-prompt":
        "haben wir Sie {question} gebeten. Das war nicht früh genug, um die Frist zu verschieben.",
      open: "haben wir Sie {question} gebeten. Sobald Sie antworten, berechnen wir den neuen Tag. Bis dahin bleibt es bei diesem.",
      "too-late":
        "haben wir Sie {question} gebeten. Der letzte Tag war da schon vorbei, deshalb bleibt es bei ihm.",
      "no-day-lost":
        "haben wir Sie {question} gebeten. Dadurch ging kein Tag verloren, deshalb bleibt die Frist.",
      "before-receipt":
        "ist eine Rückfrage vermerkt, die vor Ihrem Antrag liegt. Sie verschiebt die Frist nicht.",
      "answered-before-asked":
        "ist eine Rückfrage mit Tagen vermerkt, die nicht zusammenpassen. Sie verschiebt die Frist nicht.",
    },
    moved: "nächster Arbeitstag, denn {days}",
    kept: "ein {on, date, ::EEEE} und kein Feiertag, deshalb bleibt es dabei",
    "every-day-counts": "ein {on, date, ::EEEE}. Jeder Tag zählt, auch Wochenenden und Feiertage",
    extended: "haben wir Ihnen mitgeteilt, dass wir mehr Zeit brauchen. {law} erlaubt einmal {more} mehr.",
    extension: {
      "too-late":
        "haben wir Ihnen mitgeteilt, dass wir mehr Zeit brauchen, aber erst nach dem letzten Tag. Deshalb bleibt es bei ihm.",
      "before-receipt":
        "ist eine Verlängerung vermerkt, die vor Ihrem Antrag liegt. Sie verschiebt die Frist nicht.",
    },
  },
  staff: {
    received: {
      request: "eingegangen{timed, select, yes { {time}, {zone}} other {}}",
      appeal: "Einspruch eingegangen{timed, select, yes { {time}, {zone}} other {}}",
      complaint: "Beschwerde eingegangen{timed, select, yes { {time}, {zone}} other {}}",
      answer: "Antwort versandt",
    },
    "not-in-force": "Gesetz galt an dem Tag noch nicht: nach seiner ersten Fassung gerechnet",
    came: {
      designated: "an die benannte Adresse gerichtet: kurze Frist",
      elsewhere: "nicht an die benannte Adresse gerichtet: lange Frist, höchstens",
    },
    restarted: {
      identity: "Identität nachgewiesen, gefragt am {asked}: ab hier gezählt",
      fee: "Gebühr bezahlt, gefordert am {asked}: ab hier gezählt",
    },
    since: {
      receipt: "Eingang",
      identity: "Nachweis der Identität",
      fee: "Zahlung der Gebühr",
      appeal: "Eingang des Einspruchs",
      complaint: "Eingang der Beschwerde",
      answer: "Antwort",
    },
    counted: "{period} ab {since}{clamped, select, yes {, auf das Monatsende gekürzt} other {}}",
    countedFromDayOne: "{period}, {since} als Tag 1",
    countedExtended:
      "{period} ab {since} ({first} und {more}){clamped, select, yes {, auf das Monatsende gekürzt} other {}}",
    waited: {
      identity: "Identität gefragt {asked}, beantwortet {to}",
      clarification: "gefragt {asked}, beantwortet {to}",
      fee: "Gebühr gefordert {asked}, bezahlt {to}",
    },
    asked: {
      law: "{question} gebeten: hält diese Frist nicht an",
      "not-prompt": "{question} gebeten: nicht als unverzüglich vermerkt, daher ohne Wirkung",
      open: "{question} gebeten, noch keine Antwort: Datum bleibt bis dahin",
      "too-late": "{question} gebeten nach dem letzten Tag: ohne Wirkung",
      "no-day-lost": "{question} gebeten: kein Tag gewonnen",
      "before-receipt": "{question} gebeten, vor dem Eingang vermerkt: nicht berücksichtigt",
      "answered-before-asked": "{question} gebeten, Antwort vor der Frage vermerkt: nicht berücksichtigt",
    },
    question: { identity: "um Identitätsnachweis", clarification: "um Klarstellung", fee: "um Gebühr" },
    moved: "{days}: nächster Arbeitstag",
    kept: "{on, date, ::EEEE}, kein Feiertag{placed, select, yes { ({place})} other {}}",
    "every-day-counts": "{on, date, ::EEEE}, jeder Tag zählt",
    extended: "Verlängerung mitgeteilt, {more} mehr",
    extension: {
      "too-late": "Verlängerung nach dem letzten Tag mitgeteilt: ohne Wirkung",
      "before-receipt": "Verlängerung vor dem Eingang vermerkt: nicht berücksichtigt",
    },
  },
  told: {
    arrives: {
      receipt: "an dem Ihr Antrag eingeht",
      identity: "an dem Sie uns zeigen, wer Sie sind",
      fee: "an dem Sie die Gebühr bezahlen",
      appeal: "an dem Ihr Einspruch eingeht",
      complaint: "an dem Ihre Beschwerde eingeht",
      answer: "an dem wir antworten",
    },
    gives: "{law} gibt uns diese Frist: {period} ab dem Tag, {arrives}.",
    window: "Sie haben diese Frist: {period} ab dem Tag unserer Antwort.",
    came: {
      designated: "Ihr Antrag kam an die Adresse, die wir dafür nennen.",
      elsewhere:
        "Ihr Antrag kam nicht an die Adresse, die wir dafür nennen. Wir antworten, sobald wir können, und spätestens an diesem Tag.",
    },
    promised: "Das ist nicht das Recht Ihres Wohnorts. Wir sagen Ihnen dasselbe zu.",
    extended: "Am {told} haben wir Ihnen mitgeteilt, dass wir mehr Zeit brauchen: {more} mehr.",
    skips: "{days} zählen nicht mit.",
    lasts: {
      receipt: "Ihr Antrag ging am {from} bei uns ein, der letzte Tag ist also der {on}.",
      identity: "Am {from} haben Sie uns gezeigt, wer Sie sind, der letzte Tag ist also der {on}.",
      fee: "Am {from} haben Sie die Gebühr bezahlt, der letzte Tag ist also der {on}.",
      appeal: "Ihr Einspruch ging am {from} bei uns ein, der letzte Tag ist also der {on}.",
      complaint: "Ihre Beschwerde ging am {from} bei uns ein, der letzte Tag ist also der {on}.",
      answer: "Wir haben am {from} geantwortet, der letzte Tag ist also der {on}.",
    },
    clamped: "Der Monat, in dem die Frist endet, ist kürzer, deshalb zählt sein letzter Tag.",
    waited:
      "Wir haben {n, plural, one {einen Tag} other {# Tage}} auf Sie gewartet. {n, plural, one {Er zählt} other {Sie zählen}} nicht mit, damit wird es der {on}.",
    moved: "Aber {days}. Deshalb rückt die Frist auf den {on}, den nächsten Arbeitstag.",
    kept: "Das ist ein {on, date, ::EEEE} und kein Feiertag, deshalb bleibt es dabei.",
    "every-day-counts": "Das ist ein {on, date, ::EEEE}. Jeder Tag zählt, deshalb bleibt es dabei.",
  },
  mayMove: {
    questions:
      "Der Tag kann sich nur verschieben, wenn wir Sie etwas fragen müssen, um Ihre Daten zu finden oder sicher zu sein, dass Sie es sind, oder wenn Ihr Antrag sehr umfangreich ist. Wir würden Ihnen vorher schreiben, mit dem Grund und dem neuen Tag.",
    extension:
      "Der Tag kann sich nur einmal verschieben, und nur wenn Ihr Antrag sehr viel Arbeit macht. Wir würden Ihnen vorher schreiben, mit dem Grund und dem neuen Tag.",
    never: "Dieser Tag verschiebt sich nicht.",
  },
  grounds: {
    "not-verified": {
      name: "Identität nicht bestätigt",
      letter: "Wir konnten nicht sicher genug feststellen, dass der Antrag von Ihnen kommt.",
    },
    "not-authorised": {
      name: "Vertretung nicht nachgewiesen",
      letter:
        "Uns wurde nicht ausreichend nachgewiesen, dass der Antrag in Ihrem Namen gestellt werden durfte.",
    },
    "not-identifiable": {
      name: "Daten lassen sich der Person nicht zuordnen",
      letter: "Aus dem, was wir gespeichert haben, können wir nicht erkennen, welche Daten Ihre sind.",
    },
    "relation-not-shown": {
      name: "Keine Befugnis, für das Kind zu handeln",
      letter: "Wir konnten nicht erkennen, dass Sie für dieses Kind handeln dürfen.",
    },
    "child-not-able": {
      name: "Kind versteht noch nicht, was es beantragt",
      letter:
        "Wir meinen, du solltest das zusammen mit deinen Eltern oder einer anderen Person beantragen, die für dich sorgt.",
    },
    unfounded: {
      name: "Offenkundig unbegründet",
      letter:
        "Nach unserer Einschätzung dient dieser Antrag nicht dem, wofür das Gesetz dieses Recht gibt. Unten erklären wir, wie wir dazu kommen.",
    },
    excessive: {
      name: "Exzessiv",
      letter:
        "Dieser Antrag geht weit über das hinaus, wofür das Gesetz dieses Recht gibt. Unten erklären wir, wie wir dazu kommen.",
    },
    "too-many": {
      name: "Zahl der kostenlosen Anträge erreicht",
      letter:
        "Wir haben innerhalb eines Jahres bereits so viele Anträge dieser Art von Ihnen beantwortet, wie das Gesetz verlangt.",
    },
    "denied-recently": {
      name: "Dieselbe Berichtigung vor weniger als sechs Monaten abgelehnt",
      letter:
        "Sie haben vor weniger als sechs Monaten um dieselbe Berichtigung gebeten, und seitdem hat sich nichts geändert.",
    },
    "suspected-fraud": {
      name: "Dokumentierter Verdacht auf Missbrauch",
      letter:
        "Wir haben guten Grund zu der Annahme, dass dieser Antrag nicht von Ihnen kam. Unten erklären wir, wie wir dazu kommen.",
    },
    "not-owed": {
      name: "Hier gibt kein Gesetz dieses Recht",
      letter: "Das Recht an Ihrem Wohnort gibt diesen Anspruch nicht, und wir haben ihn nicht zugesagt.",
    },
    "notice-incomplete": {
      name: "Der Mitteilung fehlt etwas",
      letter:
        "Etwas, das wir dafür brauchen, fehlt noch. Unten steht, was es ist. Schicken Sie es uns, dann antworten wir.",
    },
    "choice-offered": {
      name: "Eine veröffentlichte Wahlmöglichkeit beantwortet es",
      letter:
        "Für fremde Werbung geben wir Daten nur so weiter, wie es unsere veröffentlichten Regeln sagen, und Sie können uns das jederzeit kostenlos untersagen. Mit diesem Hinweis dürfen wir nach dem Gesetz antworten.",
    },
    "others-rights": {
      name: "Daten anderer Personen",
      letter: "Es betrifft auch andere Menschen, und auch sie haben ein Recht auf Schutz ihrer Daten.",
    },
    "trade-secret": { name: "Geschäftsgeheimnis", letter: "Damit würde ein Geschäftsgeheimnis bekannt." },
    "legal-advice": {
      name: "Anwaltliche Beratung",
      letter: "Es ist vertraulich zwischen uns und unseren Anwälten.",
    },
    negotiations: {
      name: "Verhandlungen mit der Person",
      letter: "Es zeigt, was wir in Verhandlungen mit Ihnen vorhaben, und würde ihnen schaden.",
    },
    "confidential-reference": {
      name: "Vertrauliche Referenz",
      letter: "Es ist eine Referenz, die im Vertrauen gegeben wurde.",
    },
    "crime-or-tax": {
      name: "Straftaten oder Steuern",
      letter:
        "Es herauszugeben würde erschweren, eine Straftat zu verhindern oder aufzuklären oder eine Steuer zu erheben.",
    },
    "national-law": {
      name: "Ein anderes Gesetz schränkt das Recht ein",
      letter: "Ein anderes Gesetz schränkt dieses Recht für diese Daten ein. Unten erklären wir, welches.",
    },
    "exempt-data": {
      name: "Vom Gesetz ausgenommen",
      letter: "Das Gesetz nimmt Daten dieser Art von diesem Recht aus.",
    },
    "disproportionate-effort": {
      name: "Unverhältnismäßiger Aufwand",
      letter:
        "Der Aufwand stünde in keinem Verhältnis zu dem, was Sie davon hätten. Unten erklären wir, worin er bestünde.",
    },
    "never-handed-over": {
      name: "Darf nie herausgegeben werden",
      letter:
        "Wir haben es gespeichert, dürfen es aber nach dem Gesetz niemandem herausgeben, auch Ihnen nicht, damit es niemand missbrauchen kann.",
    },
    "not-portable": {
      name: "Von diesem Recht nicht erfasst",
      letter:
        "Dieses Recht gilt für Daten, die von Ihnen stammen und die wir mit dem Computer verarbeiten, weil Sie eingewilligt oder mit uns einen Vertrag haben. Diese Daten gehören nicht dazu.",
    },
    accurate: {
      name: "Daten sind richtig",
      letter: "Wir haben es geprüft. Nach allem, was wir finden konnten, ist es richtig, wie es ist.",
    },
    "retention-ended": {
      name: "Nicht mehr gespeichert",
      letter:
        "Wir bewahren Daten nur eine bestimmte Zeit auf. Diese Zeit ist abgelaufen, und wir haben nachgesehen: Von Ihnen ist nichts mehr da.",
    },
    "no-erasure-ground": {
      name: "Kein Grund zur Löschung",
      letter:
        "Wir brauchen diese Daten noch für den Zweck, für den wir sie erhoben haben, und nichts im Gesetz verlangt, dass wir sie löschen.",
    },
    "not-collected-from-you": {
      name: "Nicht bei der Person erhoben",
      letter:
        "Diese Daten haben wir nicht von Ihnen. Das Gesetz verlangt nur, dass wir löschen, was wir von Ihnen bekommen haben.",
    },
    "erasure-exception": {
      name: "Ausnahme von der Löschung",
      letter:
        "Das Gesetz lässt uns diese Daten behalten, weil sie für einen Zweck, den es nennt, noch gebraucht werden. Unten erklären wir, für welchen.",
    },
    "legal-duty": {
      name: "Pflicht zur Aufbewahrung",
      letter: "Ein Gesetz verpflichtet uns, es aufzubewahren.",
    },
    "legal-claims": {
      name: "Rechtsansprüche",
      letter: "Es wird gebraucht, um einen Rechtsanspruch geltend zu machen oder abzuwehren.",
    },
    "free-expression": {
      name: "Freie Meinungsäußerung",
      letter: "Es gehört zu dem, was Menschen sagen und wissen dürfen.",
    },
    "public-health": {
      name: "Öffentliche Gesundheit",
      letter: "Es wird gebraucht, um die öffentliche Gesundheit zu schützen.",
    },
    "public-archive": {
      name: "Archive, Forschung, Statistik",
      letter: "Es wird für Archive, Forschung oder Statistik gebraucht.",
    },
    "no-restriction-ground": {
      name: "Kein Grund zur Einschränkung",
      letter:
        "Ihr Antrag gehört nicht zu den Fällen, in denen das Gesetz verlangt, dass wir Daten nicht mehr nutzen.",
    },
    "compelling-grounds": {
      name: "Zwingende Gründe",
      letter:
        "Wir haben Gründe weiterzumachen, die hier schwerer wiegen als Ihre. Unten erklären wir, welche das sind.",
    },
  },
};
