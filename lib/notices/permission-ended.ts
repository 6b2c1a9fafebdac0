import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, notice, paragraph } from "./notice.ts";

/** Nobody asks in her name any more; if it was not her who ended it, this is how she learns of it. */
export const permissionEnded = notice({
  kind: "permission-ended",
  when: ["end-permission"],
  to: ["on-file"],
  details: z.object({ happenedOn: day }),
  write: (t, { happenedOn }, { reference, locale }) => ({
    subject: t("permissionEnded.subject", { reference }),
    title: t("permissionEnded.title"),
    lead: [paragraph(t("permissionEnded.text", { day: formatDay(happenedOn, locale) }))],
    action: t("open"),
    next: [t("permissionEnded.next")],
  }),
});
