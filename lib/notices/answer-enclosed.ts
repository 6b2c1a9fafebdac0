import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, delivery, notice, paragraph } from "./notice.ts";

/** The letter that lies over an answer given on paper: what is enclosed, and until when she can disagree. */
export const answerEnclosed = notice({
  kind: "answer-enclosed",
  when: ["send"],
  to: ["paper"],
  ways: ["post"],
  details: z.object({ appealUntil: day.nullable(), delivery }),
  only: (details) => details.delivery === "paper",
  write: (t, { appealUntil }, { reference, locale, organisation }) => ({
    subject: t("answerEnclosed.subject", { reference }),
    title: t("answerEnclosed.title"),
    lead: [paragraph(t("answerEnclosed.enclosed"))],
    action: t("open"),
    next: [
      t("answerEnclosed.next", { email: organisation.email }),
      appealUntil === null
        ? t("answerReady.disagree")
        : t("answerReady.disagreeUntil", { day: formatDay(appealUntil, locale) }),
    ],
  }),
});
