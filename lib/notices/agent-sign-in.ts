import { z } from "zod";
import { signInLinkMinutes } from "#lib/agents/kinds.ts";
import { notice, paragraph, small } from "./notice.ts";

/** A link by which an agent signs in or registers: the same mail for who is known and who is not. */
export const agentSignIn = notice({
  kind: "agent-sign-in",
  when: [],
  to: [],
  ways: ["mail"],
  details: z.object({}),
  write: (t, _details, { organisation }) => ({
    subject: t("agentSignIn.subject", { organisation: organisation.name }),
    title: t("agentSignIn.title"),
    lead: [paragraph(t("agentSignIn.open")), small(t("agentSignIn.lasts", { minutes: signInLinkMinutes }))],
    action: t("agentSignIn.action"),
    next: [t("agentSignIn.next"), t("agentSignIn.notAsked")],
  }),
});
