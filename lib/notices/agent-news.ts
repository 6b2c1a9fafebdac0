import { z } from "zod";
import { demands } from "#lib/agents/demands.ts";
import { ofThePerson } from "#lib/agents/standing.ts";
import { notice, paragraph } from "./notice.ts";

/**
 * Something that is for the agent to know or to do. The mail says neither what nor how it went; whether the person was
 * asked he does not learn, since only who is on file can be.
 */
export const agentNews = notice({
  kind: "agent-news",
  when: [
    "make-demand",
    "accept-authority",
    "reject-authority",
    "disown",
    "lift-freeze",
    "take-over",
    "end-permission",
    "write-to-agent",
    "send",
    "withdraw",
  ],
  to: ["agent"],
  ways: ["mail"],
  details: z.object({ demand: z.enum(demands).optional() }),
  only: ({ demand }) => demand === undefined || !ofThePerson.includes(demand),
  write: (t, _details, { reference }) => ({
    subject: t("agentNews.subject", { reference }),
    title: t("agentNews.title"),
    lead: [paragraph(t("agentNews.text"))],
    action: t("agentOpen"),
    next: [t("agentNews.next")],
  }),
});
