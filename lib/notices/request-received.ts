import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
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
  }),
  only: ({ isOurs }) => isOurs !== false,
  write: (t, { receivedOn, dueOn, lastDueOn }, { reference, locale }) => ({
    subject: t("requestReceived.subject", { reference }),
    title: t("requestReceived.title"),
    lead: [
      paragraph(t("requestReceived.received", { day: formatDay(receivedOn, locale) })),
      fact(formatDay(dueOn, locale, "weekday")),
      small(t("requestReceived.moves")),
      ...(lastDueOn === dueOn ? [] : [small(t("requestReceived.several"))]),
    ],
    action: t("follow"),
    next: [t("requestReceived.next"), t("requestReceived.nothingToDo")],
  }),
});
