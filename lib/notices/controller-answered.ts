import { z } from "zod";
import { notice, paragraph } from "./notice.ts";

/** Whoever decides about what was passed on has told us something. The words stand on her page. */
export const controllerAnswered = notice({
  kind: "controller-answered",
  when: ["controller-answer"],
  to: ["typed"],
  details: z.object({ controller: z.string() }),
  write: (t, { controller }, { reference }) => ({
    subject: t("controllerAnswered.subject", { reference }),
    title: t("controllerAnswered.title", { controller }),
    lead: [paragraph(t("controllerAnswered.told", { controller }))],
    action: t("open"),
    next: [t("controllerAnswered.next")],
  }),
});
