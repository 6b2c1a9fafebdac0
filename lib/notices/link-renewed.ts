import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, fact, notice, paragraph, small } from "./notice.ts";

/** She renewed the link to her answer, without staff (product criterion B13). */
export const linkRenewed = notice({
  kind: "link-renewed",
  when: ["renew-link"],
  to: ["typed", "on-file"],
  details: z.object({ until: day }),
  write: (t, { until }, { reference, locale }) => ({
    subject: t("linkRenewed.subject", { reference }),
    title: t("linkRenewed.title"),
    lead: [
      paragraph(t("linkRenewed.until")),
      fact(formatDay(until, locale, "weekday")),
      small(t("linkRenewed.again")),
    ],
    action: t("open"),
    next: [t("linkRenewed.next")],
  }),
});
