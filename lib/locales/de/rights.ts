import type { Translated } from "../translated.ts";
import type { rights as english } from "../en/rights.ts";

export const rights: Translated<typeof english> = {
  title: {
    access: "Eine Kopie meiner Daten erhalten",
    portability: "Meine Daten zu einem anderen Dienst mitnehmen",
    rectification: "Etwas berichtigen lassen, das nicht stimmt",
    erasure: "Meine Daten löschen lassen",
    restriction: "Meine Daten behalten, aber nicht nutzen",
    objection: "Eine Nutzung meiner Daten beenden",
    "opt-out-sale": "Meine Daten nicht verkaufen und nicht weitergeben",
    "limit-sensitive": "Die Nutzung meiner sensiblen Daten begrenzen",
    "withdraw-consent": "Eine Einwilligung zurücknehmen",
    "legal-basis": "Erfahren, warum Sie meine Daten nutzen dürfen",
    "balancing-test": "Erfahren, wie Sie Ihre Interessen gegen meine abgewogen haben",
    "shine-the-light": "Erfahren, wer Daten für eigene Werbung bekommen hat",
  },
  legal: {
    access: "Auskunft",
    portability: "Datenübertragbarkeit",
    rectification: "Berichtigung",
    erasure: "Löschung",
    restriction: "Einschränkung der Verarbeitung",
    objection: "Widerspruch",
    "opt-out-sale": "Widerspruch gegen Verkauf und Weitergabe",
    "limit-sensitive": "Begrenzung sensibler Daten",
    "withdraw-consent": "Widerruf der Einwilligung",
    "legal-basis": "Rechtsgrundlage",
    "balancing-test": "Interessenabwägung",
    "shine-the-light": "„Shine the Light“, Kalifornien",
  },
  hint: {
    access: "Sie sehen, was wir über Sie gespeichert haben, warum wir es haben und wer es bekommen hat.",
    portability:
      "Sie bekommen die Daten, die Sie uns gegeben haben, in einer Form, die ein anderer Dienst lesen kann.",
    rectification: "Sie sagen uns, was falsch ist oder fehlt, und wir bringen es in Ordnung.",
    erasure: "Wir löschen, was wir löschen dürfen, und sagen Ihnen, was wir behalten müssen.",
    restriction: "Wir speichern sie eine Zeit lang nur, zum Beispiel bis ein Fehler geklärt ist.",
    objection: "Zum Beispiel für Werbung oder um ein Profil von Ihnen zu erstellen.",
    "opt-out-sale":
      "Das gilt auch für Werbung, die Ihnen von Seite zu Seite folgt. Sie müssen nicht nachweisen, wer Sie sind.",
    "limit-sensitive":
      "Wir nutzen sie nur noch für das, was Sie von uns wollten. Sie müssen nicht nachweisen, wer Sie sind.",
    "withdraw-consent": "Von da an hören wir auf. Was wir vorher getan haben, bleibt erlaubt.",
    "legal-basis":
      "Wir erklären, welches Gesetz uns erlaubt, was wir tun, und ob Sie uns Ihre Daten geben müssen. Sie müssen nicht nachweisen, wer Sie sind.",
    "balancing-test":
      "Wo wir uns auf eigene Interessen stützen, erklären wir, warum sie nicht schwerer wiegen als Ihre. Sie müssen nicht nachweisen, wer Sie sind.",
    "shine-the-light":
      "Sie erfahren, wem wir im letzten Jahr Daten unserer Kundschaft für dessen eigene Werbung gegeben haben und welche Arten. Für Menschen, die in Kalifornien wohnen. Sie müssen nicht nachweisen, wer Sie sind.",
  },
  about: {
    access: "eine Kopie meiner Daten",
    portability: "meine Daten für einen anderen Dienst",
    rectification: "eine Berichtigung",
    erasure: "das Löschen meiner Daten",
    restriction: "meine Daten vorerst nicht nutzen",
    objection: "eine Nutzung meiner Daten beenden",
    "opt-out-sale": "meine Daten nicht verkaufen und nicht weitergeben",
    "limit-sensitive": "meine sensiblen Daten begrenzen",
    "withdraw-consent": "eine Einwilligung zurücknehmen",
    "legal-basis": "warum Sie meine Daten nutzen dürfen",
    "balancing-test": "wie Sie Ihre Interessen abgewogen haben",
    "shine-the-light": "wer Daten für eigene Werbung bekommen hat",
  },
  details: {
    rectification: {
      label: "Was ist falsch, und wie lautet es richtig?",
      hint: "Zum Beispiel: Meine Straße ist falsch, richtig ist Mühlweg 12.",
    },
    erasure: {
      label: "Gibt es etwas, das wir löschen sollen, und etwas, das bleiben soll?",
      hint: "Wenn Sie nichts eintragen, löschen wir alles, was wir löschen dürfen.",
    },
    restriction: {
      label: "Welche Daten sollen wir vorerst nicht nutzen, und warum?",
      hint: "Zum Beispiel: meine Anschrift, bis Sie sie berichtigt haben.",
    },
    objection: {
      label: "Was sollen wir mit Ihren Daten nicht mehr tun?",
      hint: "Zum Beispiel: mir Werbung schicken. Geht es um etwas anderes, beschreiben Sie uns Ihre Lage.",
    },
    "withdraw-consent": {
      label: "Worin hatten Sie eingewilligt, das nun aufhören soll?",
      hint: "Zum Beispiel: der Newsletter. Wenn Sie nichts eintragen, beenden wir alles, worin Sie eingewilligt haben.",
    },
  },
  task: {
    access: "Zusammentragen, was {source} über diese Person enthält",
    portability: "Aus {source} zusammentragen, was diese Person angegeben oder ausgelöst hat",
    rectification: "Daten dieser Person in {source} berichtigen",
    erasure: "Daten dieser Person in {source} löschen",
    restriction: "Daten dieser Person in {source} so kennzeichnen, dass niemand sie nutzt",
    objection: "In {source} die Nutzung beenden, der diese Person widerspricht",
    "opt-out-sale": "Verkauf und Weitergabe der Daten dieser Person aus {source} beenden",
    "limit-sensitive": "Nutzung der sensiblen Daten dieser Person in {source} begrenzen",
    "withdraw-consent": "In {source} beenden, was auf der Einwilligung dieser Person beruhte",
    "legal-basis": "Die Rechtsgrundlage dessen erklären, was {source} tut",
    "balancing-test": "Die Abwägung zu dem erklären, was {source} tut",
    "shine-the-light": "Auflisten, wem {source} Daten für eigene Werbung gegeben hat",
  },
  taskOutcome: {
    done: {
      access: "Zusammengetragen",
      portability: "Zusammengetragen",
      rectification: "Berichtigt",
      erasure: "Gelöscht",
      restriction: "Gekennzeichnet",
      objection: "Beendet",
      "opt-out-sale": "Beendet",
      "limit-sensitive": "Begrenzt",
      "withdraw-consent": "Beendet",
      "legal-basis": "Erklärt",
      "balancing-test": "Erklärt",
      "shine-the-light": "Aufgelistet",
    },
    "nothing-held": "Dort ist nichts gespeichert",
    kept: {
      rectification: "Unverändert gelassen, mit Begründung",
      erasure: "Behalten, mit Begründung",
      restriction: "Wird weiter genutzt, mit Begründung",
      objection: "Wird weiter genutzt, mit Begründung",
    },
  },
};
