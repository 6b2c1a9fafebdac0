import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, delivery, notice, paragraph } from "./notice.ts";

/**
 * The answer has gone out on paper, where staff decided that nothing else is safe. The same words whatever the outcome;
 * they promise no page on which it could be opened, and name the day it went and the day until which she can disagree.
 */
export const answerPosted = notice({
  kind: "answer-posted",
  when: ["send"],
  to: ["typed", "on-file"],
  ways: ["mail"],
  details: z.object({ appealUntil: day.nullable(), happenedOn: day, delivery }),
  only: ({ delivery }) => delivery === "paper",
  write: (t, { appealUntil, happenedOn }, { reference, locale, organisation }) => ({
    subject: t("answerPosted.subject", { reference }),
    title: t("answerPosted.title"),
    lead: [
      paragraph(t("answerPosted.answered", { day: formatDay(happenedOn, locale) })),
      paragraph(t("answerPosted.closed")),
    ],
    action: t("open"),
    next: [
      t("answerPosted.next", { email: organisation.email }),
      appealUntil === null
        ? t("answerReady.disagree")
        : t("answerReady.disagreeUntil", { day: formatDay(appealUntil, locale) }),
    ],
  }),
});
