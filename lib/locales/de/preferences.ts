import type { Translated } from "../translated.ts";
import type { preferences as english } from "../en/preferences.ts";

export const preferences: Translated<typeof english> = {
  title: "Was Sie abgelehnt haben",
  lead: "Hier sehen Sie, was Sie abgelehnt haben, seit wann das gilt und wie Sie es zurücknehmen.",
  choice: {
    "opt-out-sale": "Wir verkaufen Ihre Daten nicht und geben sie nicht weiter",
    "opt-out-marketing": "Wir schicken Ihnen keine Werbung",
    "opt-out-profiling": "Kein Computer beurteilt Sie",
    "limit-sensitive": "Wir nutzen Ihre sensiblen Daten nur für das, was Sie von uns wollten",
    "withdraw-consent": "Zurückgenommen haben Sie: {what}",
  },
  since: "Seit {day}, {time} ({zone})",
  undone: "Das haben Sie am {day} zurückgenommen. Es gilt nicht mehr.",
  takeBack: "Zurücknehmen",
  signal: {
    line: "Ihr Browser sendet ein Widerspruchssignal (Global Privacy Control). Wir halten uns daran: seit dem {day}, für diesen Browser.",
    account:
      "Ihr Browser sendet ein Widerspruchssignal (Global Privacy Control). Wir halten uns daran: seit dem {day}, für diesen Browser und für Ihr Konto.",
    see: "Was Sie abgelehnt haben",
  },
  browser: {
    heading: "Dieser Browser",
    sends:
      "Er sendet das Widerspruchssignal (Global Privacy Control). Seit {day}, {time} ({zone}) verkaufen wir nicht, was wir durch ihn erfahren, und geben es nicht weiter.",
    how: "Wenn das enden soll, schalten Sie das Signal in Ihrem Browser aus. Was Sie für Ihr Konto gewählt haben, bleibt.",
    ended:
      "Er hat das Widerspruchssignal (Global Privacy Control) bis zum {day} gesendet. Jetzt sendet er es nicht mehr, deshalb gilt es nicht mehr.",
    never:
      "Er sendet kein Widerspruchssignal (Global Privacy Control). Manche Browser können das für Sie tun. Sobald Ihrer es tut, halten wir uns sofort daran, ohne Formular.",
  },
  account: {
    heading: "Ihr Konto",
    everywhere: "Das gilt auf jedem Gerät, auf dem Sie angemeldet sind.",
    nothing: "Für dieses Konto haben Sie nichts abgelehnt.",
    signIn: "Wenn Sie sich anmelden, sehen Sie, was Sie für Ihr Konto gewählt haben.",
    signInGo: "Anmelden",
    stays:
      "Das Signal dieses Browsers ist beendet. Was Sie für Ihr Konto gewählt haben, bleibt, bis Sie es zurücknehmen.",
  },
  request: {
    heading: "Was Sie mit einem Formular verlangt haben",
    text: "Das sehen Sie auf der Seite Ihres Antrags, und dort können Sie es auch zurücknehmen.",
    go: "Einen Antrag verfolgen",
  },
  more: {
    heading: "Etwas ablehnen",
    text: "Sie müssen nicht nachweisen, wer Sie sind, und brauchen kein Konto. Es gilt, sobald Sie es abschicken.",
  },
  counts: {
    heading: "Was ab jetzt gilt",
    heldHeading: "Was Sie abgelehnt haben",
    now: "Mehr müssen Sie nicht tun. Sie müssen keine Mail öffnen und keinen Link anklicken.",
    account: "Es gilt für Ihr Konto, auf jedem Gerät.",
    byPhone: "Wenn Sie es zurücknehmen möchten, rufen Sie uns an oder schreiben Sie uns.",
  },
  told: {
    heading: "Wem wir es sagen",
    notYet: "wird von uns informiert",
    only: "am {day} informiert",
    told: "am {day} informiert, noch keine Antwort",
    done: "am {day} informiert, dort ist es erledigt",
    none: "am {day} informiert, dort ist nichts von Ihnen",
    takenBack: "wird nicht mehr informiert, weil Sie es zurückgenommen haben",
  },
  withdraw: "Was Sie abgelehnt haben, gilt weiter. Sie können auch <link>das zurücknehmen</link>.",
  undo: {
    title: "Möchten Sie das zurücknehmen?",
    lead: "Dann gilt dies nicht mehr:",
    "opt-out-sale":
      "Wir dürfen Ihre Daten wieder verkaufen oder weitergeben, so wie es in unserer Datenschutzerklärung steht.",
    "opt-out-marketing": "Wir dürfen Ihnen wieder Werbung schicken.",
    "opt-out-profiling": "Ein Computer von uns darf Sie wieder beurteilen.",
    "limit-sensitive":
      "Wir dürfen Ihre sensiblen Daten wieder so nutzen, wie es in unserer Datenschutzerklärung steht.",
    "withdraw-consent": "Worin Sie eingewilligt hatten, darf wieder beginnen.",
    browser:
      "Solange Ihr Browser das Widerspruchssignal sendet, halten wir uns für diesen Browser weiter daran.",
    any: "Sie können jederzeit wieder ablehnen.",
    yes: "Ja, zurücknehmen",
    no: "Nein, so lassen",
    gone: "Das gilt schon nicht mehr. Es gibt nichts zurückzunehmen.",
    done: "Sie haben es zurückgenommen.",
  },
};
