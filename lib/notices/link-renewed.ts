import { z } from "zod";
import { zoneName } from "#lib/law/words.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { fact, notice, paragraph, small } from "./notice.ts";

/** She renewed the link to her answer, without staff (product criterion B13). */
export const linkRenewed = notice({
  kind: "link-renewed",
  when: ["renew-link"],
  to: ["typed", "on-file"],
  details: z.object({ until: z.iso.datetime() }),
  write: (t, { until }, { reference, locale, zone }) => ({
    subject: t("linkRenewed.subject", { reference }),
    title: t("linkRenewed.title"),
    lead: [
      paragraph(t("linkRenewed.until")),
      fact(
        t("linkRenewed.at", {
          moment: formatInstant(new Date(until), zone, locale),
          zone: zoneName(zone, locale),
        }),
      ),
      small(t("linkRenewed.again")),
    ],
    action: t("open"),
    next: [t("linkRenewed.next")],
  }),
});
