import { z } from "zod";
import { notice, paragraph } from "./notice.ts";

/** A controller answered, asked for help, or stays silent: somebody looks at what that means for the case. */
export const teamController = notice({
  kind: "team-controller",
  when: ["controller-silent", "controller-instruct", "controller-answer"],
  to: ["caseworkers"],
  details: z.object({ controller: z.string() }),
  write: (t, { controller }, { reference }) => ({
    subject: t("teamController.subject", { reference }),
    title: t("teamController.title"),
    lead: [paragraph(t("teamController.what", { controller }))],
    action: t("openCase"),
    next: [t("teamController.next")],
  }),
});
