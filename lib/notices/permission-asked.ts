import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, notice, paragraph, small } from "./notice.ts";

/**
 * To the contact on file and nowhere else: somebody asks in her name. Who, stands on the page; whoever asks chose his name
 * himself, so no mail of ours carries it.
 */
export const permissionAsked = notice({
  kind: "permission-asked",
  when: [],
  to: [],
  ways: ["mail"],
  details: z.object({ until: day, isOffer: z.boolean() }),
  write: (t, { until, isOffer }, { reference, locale }) => ({
    subject: t("permissionAsked.subject", { reference }),
    title: t("permissionAsked.title"),
    lead: [
      paragraph(t("permissionAsked.asks")),
      paragraph(t(isOffer ? "permissionAsked.offer" : "permissionAsked.say")),
      small(t("permissionAsked.until", { day: formatDay(until, locale) })),
    ],
    action: t("permissionAsked.action"),
    next: [t("permissionAsked.next"), t("permissionAsked.nothing")],
  }),
});
