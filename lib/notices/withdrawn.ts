import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, notice, paragraph } from "./notice.ts";

/** The request was taken back; if it was not her who did it, this is how she learns of it. */
export const withdrawn = notice({
  kind: "withdrawn",
  when: ["withdraw"],
  to: ["typed", "on-file"],
  details: z.object({ happenedOn: day }),
  write: (t, { happenedOn }, { reference, locale }) => ({
    subject: t("withdrawn.subject", { reference }),
    title: t("withdrawn.title"),
    lead: [paragraph(t("withdrawn.taken", { day: formatDay(happenedOn, locale) }))],
    action: t("open"),
    next: [t("withdrawn.next")],
  }),
});
