import type { Translated } from "../translated.ts";
import type { cases as english } from "../en/cases.ts";

export const cases: Translated<typeof english> = {
  did: {
    "case-open": "Ihr Antrag ist bei uns eingegangen",
    "confirm-identity": "Wir haben bestätigt, dass Sie es sind",
    "start-without-proof": "Wir haben mit der Bearbeitung begonnen",
    "plan-collecting":
      "Wir haben begonnen, Ihre Daten {sources, plural, =0 {in unseren Unterlagen} one {an einer Stelle} other {an # Stellen}} zu suchen",
    "source-finished": "Wir haben {sources, plural, one {eine Stelle} other {# Stellen}} fertig durchsucht",
    "finish-collecting": "Wir haben Ihre Daten fertig zusammengesucht",
    "search-again": "Wir haben noch einmal an einer Stelle gesucht, die vorher nicht lesbar war",
    "finish-task": "Wir haben einen Arbeitsschritt für Ihren Antrag erledigt",
    "ask-approval": "Wir haben unsere Antwort geschrieben",
    approve: "Eine zweite Person hat unsere Antwort freigegeben",
    send: "Wir haben unsere Antwort abgeschickt",
    "renew-link": "Sie haben Ihren Download verlängert",
    download: "Sie haben unsere Antwort heruntergeladen",
    withdraw: "Sie haben Ihren Antrag zurückgenommen",
    appeal: "Sie haben uns mitgeteilt, dass Sie nicht einverstanden sind",
    "acknowledge-appeal": "Wir haben bestätigt, dass Ihr Schreiben angekommen ist",
    "uphold-appeal": "Jemand anderes hat unsere Antwort noch einmal geprüft. Sie bleibt, wie sie war",
    "overturn-appeal": "Jemand anderes hat unsere Antwort noch einmal geprüft. Wir ändern sie",
    "record-needs": "Wir haben notiert, was Sie brauchen, damit Sie gut folgen können",
    "post-code": "Wir haben Ihnen einen Brief mit einem Code geschrieben",
    "post-letter": "Wir haben einen Brief an Sie zur Post gegeben",
    "write-to-person": "Wir haben Ihnen geschrieben",
    "write-to-team": "Sie haben uns geschrieben",
  },
  files: "Dateien",
  otherRecords: {
    title: "Weitere Einträge",
    about: "Einträge über Sie, die zu keiner der anderen Arten gehören.",
  },
  leftOut: {
    covered: "Verdeckte Stellen: {what}",
    withheld: "Zurückgehaltene Einträge: {what}",
    files: "Weggelassene Dateien: {what}",
    unreadable: "Nicht lesbar",
    unreadableWhy:
      "Was darin steht, fehlt in dieser Antwort. Das Übrige an derselben Stelle konnten wir lesen.",
  },
  who: { you: "Sie", us: "Datenschutzteam", computer: "unser Computer" },
  step: {
    received: "Eingegangen",
    checking: "Prüfen, ob Sie es sind",
    collecting: "Zusammensuchen",
    reviewing: "Durchsehen",
    ready: "Fertig",
    working: "In Arbeit",
    decision: "Entscheidung",
    worked: "In Bearbeitung",
    answered: "Beantwortet",
    withdrawn: "Zurückgenommen",
  },
};
