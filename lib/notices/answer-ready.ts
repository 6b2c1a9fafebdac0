import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, delivery, notice, paragraph } from "./notice.ts";

/**
 * The answer has gone out. The same words whatever the outcome, to the address she typed in every case: who typed it
 * must not learn from mails whether the proof succeeded. The contact on file hears of it too, in case it was not her.
 */
export const answerReady = notice({
  kind: "answer-ready",
  when: ["send"],
  to: ["typed", "on-file"],
  details: z.object({ appealUntil: day.nullable(), delivery }),
  only: ({ delivery }) => delivery !== "paper",
  write: (t, { appealUntil }, { reference, locale }) => ({
    subject: t("answerReady.subject", { reference }),
    title: t("answerReady.title"),
    lead: [paragraph(t("answerReady.answered"))],
    action: t("open"),
    next: [
      t("answerReady.next"),
      appealUntil === null
        ? t("answerReady.disagree")
        : t("answerReady.disagreeUntil", { day: formatDay(appealUntil, locale) }),
    ],
  }),
});
