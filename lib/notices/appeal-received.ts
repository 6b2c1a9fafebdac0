import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, fact, notice, paragraph } from "./notice.ts";

/**
 * Acknowledges an appeal or a complaint. For a complaint under UK law this is the acknowledgement that is owed within
 * 30 days (Data Protection Act 2018 s. 164A(3)).
 */
export const appealReceived = notice({
  kind: "appeal-received",
  when: ["appeal"],
  to: ["typed", "on-file"],
  details: z.object({ kind: z.enum(["appeal", "complaint"]), happenedOn: day, dueOn: day.nullable() }),
  write: (t, { kind, happenedOn, dueOn }, { reference, locale }) => ({
    subject: t("appealReceived.subject", { reference }),
    title: t(`appealReceived.title.${kind}`),
    lead: [
      paragraph(t(`appealReceived.got.${kind}`, { day: formatDay(happenedOn, locale) })),
      ...(dueOn === null
        ? [paragraph(t("appealReceived.soon"))]
        : [paragraph(t("appealReceived.by")), fact(formatDay(dueOn, locale, "weekday"))]),
    ],
    action: t("follow"),
    next: [t("appealReceived.next")],
  }),
});
