import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, fact, notice, paragraph } from "./notice.ts";

/** What an agent asked for is here. The same words whether or not the person is known. */
export const agentRequestReceived = notice({
  kind: "agent-request-received",
  when: ["case.open"],
  to: ["agent"],
  ways: ["mail"],
  details: z.object({ receivedOn: day, dueOn: day }),
  write: (t, { receivedOn, dueOn }, { reference, locale }) => ({
    subject: t("agentRequestReceived.subject", { reference }),
    title: t("agentRequestReceived.title"),
    lead: [
      paragraph(t("agentRequestReceived.received", { day: formatDay(receivedOn, locale) })),
      fact(formatDay(dueOn, locale, "weekday")),
    ],
    action: t("agentOpen"),
    next: [t("agentRequestReceived.next")],
  }),
});
