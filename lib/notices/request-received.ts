import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { noticeParts } from "#lib/law/notice-parts.ts";
import { day, fact, notice, paragraph, small } from "./notice.ts";

/** Reference, day to answer by and tracker, within a minute of sending (product criterion Q10). */
export const requestReceived = notice({
  kind: "request-received",
  when: ["case.open"],
  to: ["typed"],
  details: z.object({
    receivedOn: day,
    dueOn: day,
    /** The last day of the claim that may take longest; equals `dueOn` where all have the same. */
    lastDueOn: day,
    /** Where all of it is somebody else's to decide, that mail comes instead. */
    isOurs: z.boolean().default(true),
    /** What her notice lacks, and the address made known for it. */
    lacks: z.array(z.enum(noticeParts)).default([]),
    noticeTo: z.string().nullable().default(null),
  }),
  only: ({ isOurs }) => isOurs !== false,
  write: (t, { receivedOn, dueOn, lastDueOn, lacks, noticeTo }, { reference, locale }) => ({
    subject: t("requestReceived.subject", { reference }),
    title: t("requestReceived.title"),
    lead: [
      paragraph(t("requestReceived.received", { day: formatDay(receivedOn, locale) })),
      fact(formatDay(dueOn, locale, "weekday")),
      small(t("requestReceived.moves")),
      ...(lastDueOn === dueOn ? [] : [small(t("requestReceived.several"))]),
      ...(lacks.length > 0
        ? [
            paragraph(t("requestReceived.lacks")),
            ...lacks.map((part) => paragraph(`– ${t(`requestReceived.lacking.${part}`)}`)),
            ...(noticeTo ? [paragraph(t("requestReceived.sendRest", { email: noticeTo }))] : []),
          ]
        : []),
    ],
    action: t("follow"),
    next: [t("requestReceived.next"), ...(lacks.length > 0 ? [] : [t("requestReceived.nothingToDo")])],
  }),
});
