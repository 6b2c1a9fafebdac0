import { z } from "zod";
import { notice, paragraph } from "./notice.ts";

/** An answer is built and waits for the second person. */
export const teamApprovalAsked = notice({
  kind: "team-approval-asked",
  when: ["bundle-built"],
  to: ["approvers"],
  details: z.object({}),
  write: (t, _details, { reference }) => ({
    subject: t("teamApprovalAsked.subject", { reference }),
    title: t("teamApprovalAsked.title"),
    lead: [paragraph(t("teamApprovalAsked.waits"))],
    action: t("openCase"),
    next: [t("teamApprovalAsked.next")],
  }),
});
