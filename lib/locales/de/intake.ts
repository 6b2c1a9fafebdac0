import type { Translated } from "../translated.ts";
import type { intake as english } from "../en/intake.ts";

export const intake: Translated<typeof english> = {
  start: {
    title: "Fragen Sie uns nach Ihren Daten",
    lead: "Sie können erfahren, was wir über Sie gespeichert haben, eine Kopie bekommen, Fehler berichtigen oder Daten löschen lassen. Das ist kostenlos, und Sie brauchen kein Konto.",
    begin: "Antrag beginnen",
    time: "Etwa 5 Minuten. Sie können jederzeit unterbrechen und später weitermachen.",
    resume: {
      heading: "Sie haben einen Antrag begonnen",
      text: "Ihre Antworten bleiben in diesem Browser bis zum {day} erhalten.",
      go: "Dort weitermachen, wo Sie waren",
      forget: "Meine Antworten löschen",
    },
    what: "Was Sie beantragen können",
    lawful:
      "Was Ihnen das Gesetz gibt, hängt davon ab, wo Sie wohnen. Sie können mehreres auf einmal beantragen: Wir machen immer erst die Kopie, bevor wir etwas löschen.",
    ready: {
      heading: "Halten Sie eines davon bereit",
      login: "eine Möglichkeit, sich in Ihrem Konto anzumelden, oder",
      facts: "{locator} und noch etwas, das Sie wissen, zum Beispiel: {fact}.",
      neither:
        "Sie haben beides nicht? Beginnen Sie trotzdem. Es gibt einen anderen Weg, auch für Menschen ohne Konto bei uns.",
      noProof: "Sie brauchen nichts davon, wenn Sie nur Folgendes wählen: {what}.",
    },
    long: {
      heading: "Wie lange es dauert",
      text: "Die meisten Gesetze geben uns einen Monat oder 45 Tage. Wenn Sie Ihren Antrag absenden, nennen wir Ihnen den genauen Tag und sagen, warum es dieser Tag ist.",
    },
    asked: {
      heading: "Schon einen Antrag gestellt?",
      link: "Antrag verfolgen",
      text: "mit dem Aktenzeichen. Es sieht so aus:",
    },
    gpc: "Ihr Browser bittet Websites, Ihre Daten nicht zu verkaufen oder weiterzugeben (Global Privacy Control). Damit das für alles gilt, was wir über Sie gespeichert haben, und nicht nur für diesen Browser, <link>sagen Sie es uns einmal</link>.",
    forgotten: "Ihre Antworten sind gelöscht.",
  },
  footer: { notice: "Datenschutzerklärung", follow: "Antrag verfolgen", start: "Antrag beginnen" },
  go: "Weiter",
  send: "Meinen Antrag absenden",
  choose: "Bitte wählen",
  lost: "Wir finden Ihre früheren Antworten nicht. Wir bewahren sie 30 Tage auf, und Ihr Browser muss für diese Seite Cookies zulassen. Was Sie zuletzt eingegeben haben, ist noch da. Beantworten Sie die anderen Fragen noch einmal.",
  gone: "Wir finden Ihre früheren Antworten nicht. Wir bewahren sie 30 Tage auf, und Ihr Browser muss für diese Seite Cookies zulassen. Hier können Sie noch einmal beginnen.",
  residence: {
    title: "Wo wohnen Sie?",
    why: "Das Recht Ihres Wohnorts bestimmt, was Sie beantragen können und wie viel Zeit wir haben.",
    area: {
      uk: "Vereinigtes Königreich",
      europe: "Europäische Union, Island, Liechtenstein oder Norwegen",
      us: "Vereinigte Staaten",
      other: "Anderswo",
    },
    europe: "Land",
    state: "Bundesstaat",
    country: "Land oder Gebiet",
  },
  rights: {
    title: "Was sollen wir für Sie tun?",
    why: "Wählen Sie alles, was Sie möchten. Wenn Sie eine Kopie und eine Löschung möchten, machen wir zuerst die Kopie.",
    inWriting: "Sie können das trotzdem absenden. Dann bekommen Sie es von uns schriftlich.",
  },
  details: {
    title: "Sagen Sie uns mehr darüber, was Sie möchten",
    why: "Damit wir tun, was Sie meinen.",
    short: {
      rectification: "Was nicht stimmt",
      erasure: "Was wir löschen sollen",
      restriction: "Was wir nicht nutzen sollen",
      objection: "Womit wir aufhören sollen",
      "withdraw-consent": "Welche Einwilligung Sie zurücknehmen",
    },
  },
  relationship: {
    title: "Woher kennen Sie uns?",
    why: "Daran erkennen wir, wo wir suchen müssen, und manchmal auch, welches Recht gilt.",
  },
  elsewhere: {
    title: "Darüber informiert Sie eine andere Erklärung",
    notice: "Diese Erklärung lesen",
    all: "Sie können uns trotzdem hier fragen. Wir beantworten jeden Antrag, und wenn jemand anderes antworten muss, sagen wir Ihnen, wer.",
    go: "Trotzdem hier fragen",
  },
  contact: {
    title: "Wie erreichen wir Sie?",
    why: "Wir sagen Ihnen, wie es mit Ihrem Antrag vorangeht. Ihre Daten selbst schicken wir nie an eine Adresse, die hier eingetippt wurde: Dafür nehmen wir nur, was wir schon haben.",
    name: "Ihr Name",
    nameHint: "So, wie wir ihn schreiben sollen. Ein Wort genügt, in jeder Schrift.",
    email: "E-Mail-Adresse",
    telephone: "Telefonnummer",
    telephoneHint: "Nur wenn Sie keine E-Mail haben oder angerufen werden möchten.",
    letters: "Briefe auf Deutsch",
    addressTitle: "Wie lautet Ihre E-Mail-Adresse?",
    addressWhy:
      "Wir suchen sie in unseren Unterlagen und tun für sie, was Sie möchten. Sie müssen nicht nachweisen, wer Sie sind. An diese Adresse schreiben wir auch, wenn es erledigt ist.",
    replyWhy:
      "An diese Adresse schreiben wir, wenn unsere Antwort fertig ist. Sie müssen nicht nachweisen, wer Sie sind, und wir suchen Sie nicht in unseren Unterlagen.",
  },
  narrow: {
    title: "Suchen Sie etwas Bestimmtes?",
    why: "Sie müssen hier nichts schreiben: Dann suchen wir überall. Wenn Sie nur etwas Bestimmtes möchten, sagen Sie es uns, und Sie bekommen es ohne den Rest.",
    label: "Zum Beispiel: nur meine Rechnungen von 2025",
    whenEmpty: "Wir suchen überall.",
  },
  proof: {
    title: "Woran erkennen wir, dass Sie es sind?",
    why: "Daten bekommt nur die Person, um die es geht. Wir vergleichen, was Sie uns sagen, mit dem, was wir schon haben, und verraten niemandem, ob es passt.",
    login: "Ich kann mich in meinem Konto anmelden",
    loginHint: "Am schnellsten. Sie nehmen Ihr gewohntes Passwort, wir sehen es nie.",
    loginAlready: "Sie sind schon angemeldet.",
    facts:
      "{count, plural, =2 {Ich weiß zwei Dinge über mein Konto} =3 {Ich weiß drei Dinge über mein Konto} other {Ich weiß # Dinge über mein Konto}}",
    factsHint:
      "{locator} und {count, plural, one {eine weitere Angabe} =2 {zwei weitere Angaben} other {# weitere Angaben}}.",
    one: "Und eine dieser Angaben",
    several: "Und {count, plural, =2 {zwei} other {#}} dieser Angaben",
    reduced:
      "Für eine vollständige Kopie verlangt das Recht Ihres Wohnorts {count, plural, =3 {drei} other {#}} Angaben und eine Erklärung. Mit {least, plural, =2 {zwei} other {#}} Angaben können wir Ihnen die Arten von Daten nennen, die wir haben, aber nicht die Daten selbst.",
    other: "Weder noch: ein anderer Weg",
    otherHint: "Auch für Menschen ohne Konto. Jemand aus unserem Team schreibt Ihnen.",
    note: "Gibt es etwas, das uns hilft, Sie zu finden?",
    noteHint:
      "Zum Beispiel, an welchem Webinar Sie teilgenommen haben und wann. Schicken Sie keine Passwörter und keine ganzen Kartennummern.",
    amount: "Betrag",
    dayHint: "Zum Beispiel 3 1 1990 oder 3. Jan. 1990",
    dayHintUs: "Zum Beispiel 3 1 1990 für den 3. Januar 1990",
  },
  signIn: {
    title: "Melden Sie sich in Ihrem Konto an",
    why: "Sie kommen zu der Seite, auf der Sie sich immer anmelden, und danach hierher zurück. Ihre Antworten bleiben erhalten.",
    button: "In meinem Konto anmelden",
    otherWay: "Einen anderen Weg wählen",
  },
  declaration: {
    title: "Erklären Sie, dass Sie es sind",
    why: "Sie möchten die Daten selbst bekommen. Dafür verlangt das Recht von Kalifornien, dass Sie schriftlich erklären, wer Sie sind (11 CCR 7062(c)).",
    text: "Ich erkläre unter Strafandrohung wegen Meineids nach dem Recht des Bundesstaates Kalifornien, dass ich die Person bin, um deren personenbezogene Daten es in diesem Antrag geht, und dass meine Angaben hier wahr und richtig sind.",
    perjury: "Meineid heißt: unter Eid die Unwahrheit sagen. Das ist eine Straftat.",
    agree: "Ich erkläre das",
    name: "Ihr vollständiger Name",
    place: "Ort, an dem Sie das erklären",
    placeHint: "Stadt und Bundesstaat, zum Beispiel: Sacramento, Kalifornien",
    date: "Datum: {day}",
    skip: "Sie möchten das nicht erklären? <link>Machen Sie nur zwei Angaben</link>: Dann erfahren Sie, welche Arten von Daten wir haben.",
  },
  files: {
    title: "Haben Sie eine Datei, die uns weiterhilft?",
    short: "Dateien, die uns weiterhelfen",
    why: "Zum Beispiel einen Brief oder eine Rechnung von uns oder ein Bild Ihres Bildschirms. Es geht auch ohne.",
    never: "Schicken Sie keinen Pass oder Ausweis, keine Passwörter und keine vollständigen Kartennummern.",
    added: "Ihre Dateien",
    another: "Weitere Datei hinzufügen",
    add: "Datei hinzufügen",
    remove: "Entfernen",
    full: "Sie haben {count} Dateien hinzugefügt, mehr nehmen wir hier nicht an. Weitere können Sie uns schicken, sobald Ihr Antrag bei uns ist.",
  },
  check: {
    title: "Prüfen Sie Ihre Antworten und senden Sie sie dann ab",
    before: "Bevor Sie absenden",
    what: "Was Sie möchten",
    you: "Sie",
    proof: "Woran wir erkennen, dass Sie es sind",
    method: {
      login: "An der Anmeldung in Ihrem Konto",
      facts: "An Angaben zu Ihrem Konto",
      other: "Auf einem anderen Weg: Jemand aus unserem Team schreibt Ihnen",
    },
    methodQuestion: "Woran wir es erkennen",
    declared: "Unter Strafandrohung wegen Meineids erklärt von {name}, {place}, am {day}",
    declarationQuestion: "Ihre Erklärung",
    reduced:
      "Mit diesen Angaben können wir Ihnen die Arten von Daten nennen, die wir haben, aber nicht die Daten selbst.",
    when: "Wenn Sie absenden",
    whenText:
      "Wir schreiben die Uhrzeit auf, und unsere Frist beginnt. Sie bekommen ein Aktenzeichen, den Tag, bis zu dem wir antworten müssen, und eine E-Mail mit beidem.",
    whenNoMail:
      "Wir schreiben die Uhrzeit auf, und unsere Frist beginnt. Sie bekommen ein Aktenzeichen und den Tag, bis zu dem wir antworten müssen. Bewahren Sie beides auf: Sie haben uns keine E-Mail-Adresse gegeben.",
    trap: "Lassen Sie dieses Feld leer",
    trapped:
      "Etwas hat ein Feld ausgefüllt, das leer bleiben muss. Wir haben es geleert. Senden Sie Ihren Antrag noch einmal ab.",
    changed:
      "Eine Antwort wurde in einem anderen Tab oder Fenster geändert. Hier steht, was jetzt gilt. Sehen Sie es an und senden Sie dann ab.",
    tooOften:
      "Von Ihrem Anschluss kamen in kurzer Zeit viele Anträge. Nichts ist verloren: Ihre Antworten sind gespeichert. Warten Sie {minutes, plural, one {# Minute} other {# Minuten}} und senden Sie dann noch einmal ab.",
    signedOut:
      "Ihre Anmeldung ist abgelaufen. Melden Sie sich noch einmal an und senden Sie dann ab. Ihre Antworten sind gespeichert.",
  },
  sent: {
    title: "Ihr Antrag ist bei uns",
    lead: "Er ist am {day} um {time} Uhr bei uns eingegangen ({zone}).",
    about: "Ihr Antrag: {what}.",
    files: "{count, plural, one {Eine Datei kam} other {# Dateien kamen}} mit.",
    reference: "Ihr Aktenzeichen",
    dueBy: "Wir müssen antworten bis",
    several: "Sie haben mehreres beantragt, und nicht alles hat denselben letzten Tag. Dies sind die Tage:",
    next: {
      heading: "Wie es weitergeht",
      pass: {
        title: "Wir leiten Ihren Antrag weiter",
        text: "Über Ihre Daten entscheidet, wem Sie sie gegeben haben. Wir schreiben Ihnen, wenn Ihr Antrag dort ist.",
      },
      hear: {
        title: "Sie bekommen von dort eine Antwort, und wir fragen nach",
        text: "Auf der Seite Ihres Antrags steht, was uns mitgeteilt wurde.",
      },
      check: {
        title: "Wir prüfen, ob Sie es sind",
        text: "Wir vergleichen, was Sie uns gesagt haben, mit dem, was wir schon haben. Sie müssen nichts tun.",
      },
      write: {
        title: "Jemand schreibt Ihnen",
        text: "Wir fragen Sie in einer Nachricht nach dem, was wir brauchen, um sicher zu sein, dass Sie es sind.",
      },
      collect: {
        title: "Wir suchen Ihre Daten zusammen und lesen sie durch",
        text: "Eine Person geht alles durch, eine andere gibt die Antwort frei.",
      },
      work: {
        title: "Wir tun, was Sie möchten",
        text: "Eine Person erledigt es, eine andere gibt die Antwort frei.",
      },
      ready: {
        title: "Wir schreiben Ihnen, wenn es fertig ist",
        text: "In der E-Mail steht ein Link. Ihre Daten selbst stehen nie darin.",
      },
      call: {
        title: "Sie hören von uns, wenn es fertig ist",
        text: "Öffnen Sie ab und zu die Seite Ihres Antrags: Sie sagt immer, wie weit er ist.",
      },
    },
    follow: "Meinen Antrag verfolgen",
    mailed:
      "Wir haben das auch an {address} geschickt. Nach zehn Minuten noch keine E-Mail? Sehen Sie im Spam-Ordner nach, oder bewahren Sie diese Seite auf: Hier steht alles.",
    keep: "Sie können diese Seite in diesem Browser bis zum {day} wieder öffnen, oder bis Sie einen weiteren Antrag stellen.",
  },
  already: {
    title: "Sie haben diesen Antrag schon abgesendet",
    text: "Er ist einmal bei uns angekommen, und einmal genügt. Es wurde nichts ein zweites Mal gesendet.",
    show: "Mein Aktenzeichen zeigen",
    again: "Einen weiteren Antrag stellen",
  },
  nothing: {
    title: "In diesem Browser gibt es keinen abgesendeten Antrag",
    text: "Vielleicht haben Sie ihn mit einem anderen Browser abgesendet oder seitdem einen neuen begonnen. Ihr Aktenzeichen und unsere E-Mail führen Sie hin.",
  },
  errors: {
    area: "Wählen Sie, wo Sie wohnen",
    europe: "Wählen Sie das Land, in dem Sie wohnen",
    state: "Wählen Sie den Bundesstaat, in dem Sie wohnen",
    country: "Wählen Sie das Land oder Gebiet, in dem Sie wohnen",
    rights: "Wählen Sie, was wir für Sie tun sollen",
    details: "Schreiben Sie, was falsch ist und wie es richtig lautet",
    relationship: "Wählen Sie, woher Sie uns kennen",
    name: "Geben Sie Ihren Namen ein",
    email: "Geben Sie Ihre ganze E-Mail-Adresse ein, zum Beispiel name@example.org",
    address: "Geben Sie Ihre ganze E-Mail-Adresse ein, zum Beispiel name@example.org",
    telephone: "Geben Sie Ihre Telefonnummer mit allen Ziffern ein, zum Beispiel +49 30 23125 042",
    reach: "Geben Sie eine E-Mail-Adresse oder eine Telefonnummer ein, damit wir Sie erreichen",
    how: "Wählen Sie, woran wir erkennen, dass Sie es sind",
    factsOne: "Wählen Sie noch eine Angabe, die Sie kennen",
    factsMore: "Wählen Sie weitere Angaben, die Sie kennen",
    factsFewer: "Wählen Sie weniger Angaben: nur so viele, wie die Überschrift sagt",
    missing: "Füllen Sie aus: {label}",
    tooLong: "Schreiben Sie höchstens {max} Zeichen: {label}",
    amount: "Geben Sie den Betrag so ein, wie er gedruckt ist, zum Beispiel 18,40",
    last4: "Geben Sie die letzten vier Ziffern Ihrer Karte ein, zum Beispiel 0417",
    day: "Geben Sie einen Tag ein, den es in diesem Monat gibt, zum Beispiel 3",
    month: "Geben Sie den Monat als Zahl oder Wort ein, zum Beispiel 10 oder Oktober",
    year: "Geben Sie das Jahr mit vier Ziffern ein, zum Beispiel 1990",
    declaredName: "Geben Sie Ihren vollständigen Namen ein",
    declaredPlace: "Geben Sie den Ort ein, an dem Sie das erklären",
    declared:
      "Setzen Sie das Häkchen, um es zu erklären, oder gehen Sie zurück und machen Sie nur zwei Angaben",
  },
};
