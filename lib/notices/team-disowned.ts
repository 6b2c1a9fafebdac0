import { z } from "zod";
import { notice, paragraph } from "./notice.ts";

/** The person says that she authorised nobody. Nothing moves until somebody has looked. */
export const teamDisowned = notice({
  kind: "team-disowned",
  when: ["disown"],
  to: ["caseworkers"],
  details: z.object({}),
  write: (t, _details, { reference }) => ({
    subject: t("teamDisowned.subject", { reference }),
    title: t("teamDisowned.title"),
    lead: [paragraph(t("teamDisowned.text"))],
    action: t("openCase"),
    next: [t("teamDisowned.next")],
  }),
});
