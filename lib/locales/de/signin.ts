import type { Translated } from "../translated.ts";
import type { signin as english } from "../en/signin.ts";

export const signin: Translated<typeof english> = {
  frame: { what: "Anträge zu Daten, vom Eingang bis zur Antwort", ask: "Die eigenen Daten anfordern" },
  staff: {
    title: "Anmelden · Habeas",
    heading: "Anmelden",
    about: "Für alle, die Anträge zu Daten bearbeiten.",
    email: "E-Mail-Adresse",
    password: "Passwort",
    submit: "Anmelden",
    refused:
      "E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal. Nach vielen Versuchen warten Sie 15 Minuten.",
    fault:
      "Wir konnten Sie nicht anmelden, weil bei uns etwas nicht funktioniert hat. Versuchen Sie es in einer Minute noch einmal.",
    again: "Sie waren eine Weile nicht da. Geben Sie Ihr Passwort noch einmal ein.",
    noCookies:
      "Ihr Browser speichert keine Cookies für diese Seite. Erlauben Sie sie und öffnen Sie die Seite noch einmal.",
    emailMissing: "Geben Sie Ihre E-Mail-Adresse ein.",
    passwordMissing: "Geben Sie Ihr Passwort ein.",
    signedOut: "Sie sind abgemeldet.",
  },
  out: {
    title: "Abmelden · Habeas",
    heading: "Abmelden",
    about: "Was Sie gespeichert haben, bleibt. Sie können sich jederzeit wieder anmelden.",
    submit: "Abmelden",
    stay: "Angemeldet bleiben",
  },
  sessions: {
    title: "Wo Sie angemeldet sind · Habeas",
    heading: "Wo Sie angemeldet sind",
    about:
      "Jede Zeile ist ein Browser. Beenden Sie, was Sie nicht kennen, und sagen Sie es denen, die Habeas hier betreuen. Die Zeiten sind in UTC.",
    caption: "Ihre Sitzungen",
    since: "Seit",
    lastUsed: "Zuletzt benutzt",
    until: "Spätestens bis",
    here: "dieser Browser",
    end: "Beenden",
    endOf: "die Sitzung seit {since}",
    endOthers: "Alle anderen beenden",
    ended: "Beendet. Wer sie benutzt hat, muss sich neu anmelden.",
    back: "Zurück zur Arbeit",
    other: "Sehen, wo Sie sonst noch angemeldet sind",
  },
  failed: {
    title: "Sie sind nicht angemeldet · Ihre Rechte an Ihren Daten",
    heading: "Sie sind nicht angemeldet",
    about:
      "Die Anmeldung bei Ihrem Konto hat nicht geklappt, oder Sie haben sie abgebrochen. Es ist nichts verloren: Was Sie ausgefüllt haben, ist noch da.",
    next: "Sie können es noch einmal versuchen oder auf einem anderen Weg weitermachen.",
    back: "Zurück und weitermachen",
  },
  provider: {
    title: "Bei Ihrem Konto anmelden · {company}",
    heading: "Bei Ihrem Konto anmelden",
    about: "{app} möchte wissen, dass Sie es sind. Es erfährt nur, welches Konto Ihres ist.",
    again: "Sie sind schon angemeldet. Zeigen Sie für den nächsten Schritt noch einmal, dass Sie es sind.",
    username: "Benutzername",
    password: "Passwort",
    submit: "Anmelden",
    cancel: "Nicht anmelden",
    refused:
      "Benutzername und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.",
    problem: "Es gibt ein Problem",
    lostTitle: "Noch einmal beginnen · {company}",
    lostHeading: "Diese Seite gilt nicht mehr",
    lost: "Sie war zu lange offen oder wurde schon benutzt. Gehen Sie dorthin zurück, wo Sie herkamen, und beginnen Sie noch einmal.",
  },
  code: {
    refused:
      "Mit diesem Code lässt sich nichts öffnen. Ein Code gilt einmal, zehn Minuten lang und höchstens fünf Versuche. Prüfen Sie die Ziffern in der neuesten E-Mail oder fordern Sie einen neuen an.",
  },
  refused: {
    nothing: {
      heading: "Unter dieser Adresse gibt es nichts",
      about:
        "Prüfen Sie die Adresse oder beginnen Sie noch einmal auf der ersten Seite. Es ist nichts verloren.",
    },
    forbidden: {
      heading: "Ihre Rolle erlaubt das nicht",
      about:
        "Sie sind angemeldet, aber diese Seite ist für andere. Jemand mit einer anderen Rolle kann sie für Sie öffnen.",
    },
    broken: {
      heading: "Bei uns hat etwas nicht funktioniert",
      about:
        "Was Sie gespeichert haben, ist nicht verloren. Öffnen Sie die Seite in einer Minute noch einmal. Wenn Sie uns deswegen schreiben, nennen Sie diese Nummer: {requestId}.",
    },
    unread: {
      heading: "Wir konnten nicht lesen, was gesendet wurde",
      about:
        "Davon wurde nichts gespeichert. Öffnen Sie die Seite noch einmal, füllen Sie sie aus und senden Sie sie erneut.",
      again: "Seite noch einmal öffnen",
    },
    first: "Zur ersten Seite",
  },
  edge: {
    broken:
      "Bei uns hat etwas nicht funktioniert. Was Sie eingegeben haben, ist nicht verloren. Versuchen Sie es in einer Minute noch einmal. Wenn Sie uns deswegen schreiben, nennen Sie diese Nummer: {requestId}.",
    elsewhere:
      "Dieses Formular kam nicht von unserer Seite. Öffnen Sie die Seite noch einmal und senden Sie es dann.",
    signedOut:
      "Sie sind abgemeldet. Melden Sie sich in einem anderen Tab wieder an und senden Sie dies dann noch einmal. Was Sie geschrieben haben, steht noch hier.",
    proveAgain:
      "Zeigen Sie uns in einem anderen Tab noch einmal, dass Sie es sind. Senden Sie dies dann noch einmal. Was Sie geschrieben haben, steht noch hier.",
    unstorable:
      "In diesem Text ist ein Zeichen, das wir nicht speichern können. Schreiben Sie den Text noch einmal.",
    tooLong: "Dieser Text ist zu lang. Kürzen Sie ihn.",
    tooMuch: "Das ist mehr, als wir auf einmal annehmen können. Senden Sie weniger.",
    check: "Prüfen Sie diese Antwort.",
  },
};
