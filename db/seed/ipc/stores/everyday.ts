import type { DemoPerson } from "#lib/demo/people.ts";
import type { Locale } from "#lib/locales/index.ts";
import { txt } from "../../documents.ts";
import { randomFor } from "../../random.ts";
import type { Conversation, Message } from "./conversations.ts";

type Exchange = readonly [subject: string, question: string, answer: string];

const exchanges: Record<Locale, readonly Exchange[]> = {
  en: [
    [
      "Sound drops out",
      "Since the last update my sound drops out every few minutes.",
      "Thank you for telling us. Version 6.2 mends this; it reaches you this week.",
    ],
    ["Invoice address", "Please use my new billing address from next month on.", "Changed, as you asked."],
    [
      "Cannot sign in",
      "I get “try again later” when I sign in on my phone.",
      "There was a fault this morning. It works again, sorry for the trouble.",
    ],
    [
      "Fewer mails",
      "How can I get fewer mails from you?",
      "Under Settings, Mail. I have switched the weekly tips off for you.",
    ],
    ["Change of plan", "I would like to move to the smaller plan.", "Done, it counts from the next invoice."],
  ],
  de: [
    [
      "Ton setzt aus",
      "Seit dem letzten Update setzt bei mir alle paar Minuten der Ton aus.",
      "Danke für den Hinweis. Version 6.2 behebt das, sie kommt in dieser Woche.",
    ],
    [
      "Rechnungsadresse",
      "Bitte verwenden Sie ab nächstem Monat meine neue Rechnungsadresse.",
      "Ist geändert.",
    ],
    [
      "Anmeldung klappt nicht",
      "Auf dem Telefon heißt es bei der Anmeldung „später noch einmal versuchen“.",
      "Heute früh gab es eine Störung. Jetzt geht es wieder, bitte entschuldigen Sie.",
    ],
    [
      "Weniger Mails",
      "Wie bekomme ich weniger Mails von Ihnen?",
      "Unter Einstellungen, Mail. Die wöchentlichen Tipps habe ich für Sie abgeschaltet.",
    ],
    [
      "Tarif wechseln",
      "Ich möchte in den kleineren Tarif wechseln.",
      "Erledigt, es gilt ab der nächsten Rechnung.",
    ],
  ],
};

/** What somebody who plays no part in the demo once asked the support team. */
export function everydayConversation(
  person: DemoPerson,
): Pick<Conversation, "subject" | "isOpen" | "messages"> {
  const random = randomFor(`ipc/everyday/${person.key}`);
  const [subject, question, answer] = random.pick(exchanges[person.locale]);
  const asked = random.int(5, Math.max(6, Math.min(700, person.customerForMonths * 30)));
  const note = random.chance(12);
  const messages: Message[] = [
    {
      daysAgo: asked,
      time: "09:40",
      from: "customer",
      body: question,
      ...(note
        ? {
            files: [
              {
                name: "note.txt",
                path: `notes/${person.key}.txt`,
                content: txt(question),
                mediaType: "text/plain",
              },
            ],
          }
        : {}),
    },
    { daysAgo: Math.max(1, asked - random.int(0, 2)), time: "15:10", from: "support", body: answer },
  ];
  return { subject, isOpen: random.chance(10), messages };
}
