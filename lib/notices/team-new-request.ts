import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, fact, notice, paragraph } from "./notice.ts";

/** A request came in. Nobody has to look at a screen to learn of it. */
export const teamNewRequest = notice({
  kind: "team-new-request",
  when: ["case.open"],
  to: ["caseworkers"],
  details: z.object({ dueOn: day }),
  write: (t, { dueOn }, { reference, locale }) => ({
    subject: t("teamNewRequest.subject", { reference }),
    title: t("teamNewRequest.title"),
    lead: [paragraph(t("teamNewRequest.due")), fact(formatDay(dueOn, locale, "weekday"))],
    action: t("openCase"),
    next: [t("teamNewRequest.next")],
  }),
});
