import { z } from "zod";
import { formatDay } from "#lib/locales/format.ts";
import { day, notice, paragraph } from "./notice.ts";

/**
 * Somebody else decides about what she asked, or about a part of it: who that is, and since when they know. She is told
 * the name whether or not she has proved who she is: it is chosen by what she said.
 */
export const passedOn = notice({
  kind: "passed-on",
  when: ["pass-on"],
  to: ["typed"],
  details: z.object({ controller: z.string(), isCopy: z.boolean(), happenedOn: day }),
  write: (t, { controller, isCopy, happenedOn }, { reference, locale, organisation }) => ({
    subject: t("passedOn.subject", { reference }),
    title: t("passedOn.title"),
    lead: [
      paragraph(t("passedOn.who", { controller, organisation: organisation.name })),
      paragraph(t("passedOn.when", { controller, day: formatDay(happenedOn, locale) })),
      ...(isCopy ? [paragraph(t("passedOn.copy"))] : []),
    ],
    action: t("follow"),
    next: [t("passedOn.next", { controller }), t("passedOn.nothingToDo")],
  }),
});
