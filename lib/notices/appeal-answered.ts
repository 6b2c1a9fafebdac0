import { z } from "zod";
import { delivery, notice, paragraph } from "./notice.ts";

/** An appeal or complaint is decided: the same words whether the first answer stays, falls, or falls in part. */
export const appealAnswered = notice({
  kind: "appeal-answered",
  when: ["uphold-appeal", "overturn-appeal"],
  to: ["typed", "on-file"],
  details: z.object({ delivery }),
  write: (t, { delivery }, { reference }) => ({
    subject: t("appealAnswered.subject", { reference }),
    title: t("appealAnswered.title"),
    lead: [paragraph(t("appealAnswered.looked"))],
    action: t("open"),
    next: [t(delivery === "paper" ? "appealAnswered.posted" : "appealAnswered.next")],
  }),
});
