import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, fact, notice, paragraph } from "./notice.ts";

/**
 * Acknowledges an appeal or a complaint, at once and again when staff confirm it. For a complaint under UK law this is
 * the acknowledgement that is owed within 30 days (Data Protection Act 2018 s. 164A(3)).
 */
export const appealReceived = notice({
  kind: "appeal-received",
  when: ["appeal", "acknowledge-appeal"],
  to: ["typed", "on-file"],
  details: z.object({
    appeal: z.object({
      kind: z.enum(["appeal", "complaint"]),
      receivedOn: day,
      /** Null where the law sets no day for the decision, only for the acknowledgement. */
      decideBy: day.nullable(),
    }),
  }),
  write: (t, { appeal: { kind, receivedOn, decideBy } }, { reference, locale }) => ({
    subject: t("appealReceived.subject", { reference }),
    title: t(`appealReceived.title.${kind}`),
    lead: [
      paragraph(t(`appealReceived.got.${kind}`, { day: formatDay(receivedOn, locale) })),
      ...(decideBy === null
        ? [paragraph(t("appealReceived.soon"))]
        : [paragraph(t("appealReceived.by")), fact(formatDay(decideBy, locale, "weekday"))]),
    ],
    action: t("follow"),
    next: [t("appealReceived.next")],
  }),
});
