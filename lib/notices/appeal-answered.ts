import { z } from "zod";
import { notice, paragraph } from "./notice.ts";

/** An appeal or complaint is decided: the same words whether the first answer stays, falls, or falls in part. */
export const appealAnswered = notice({
  kind: "appeal-answered",
  when: ["uphold-appeal", "overturn-appeal"],
  to: ["typed", "on-file"],
  details: z.object({}),
  write: (t, _details, { reference }) => ({
    subject: t("appealAnswered.subject", { reference }),
    title: t("appealAnswered.title"),
    lead: [paragraph(t("appealAnswered.looked"))],
    action: t("open"),
    next: [t("appealAnswered.next")],
  }),
});
