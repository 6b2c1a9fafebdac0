import { z } from "zod";
import { codePattern, codeRules, postedCodeDays } from "#lib/auth/codes.ts";
import { fact, notice, paragraph, small } from "./notice.ts";

/** A one-time code (V5). Whoever made the code chooses the address it goes to; on paper it stands on the slip below. */
export const code = notice({
  kind: "code",
  when: [],
  to: [],
  details: z.object({ code: z.string().regex(codePattern), scope: z.enum(["full", "conversation"]) }),
  write: (t, details, { reference, way }) => ({
    subject: t("code.subject", { reference }),
    title: t("code.title"),
    lead: [
      paragraph(t("code.type")),
      ...(way === "post" ? [] : [fact(details.code)]),
      small(t("code.lasts", { minutes: codeRules.lastsSeconds / 60, days: postedCodeDays })),
      paragraph(t(`code.opens.${details.scope}`)),
    ],
    action: t("open"),
    next: [t("code.next"), t("code.notAsked")],
    ...(way === "post" ? { slip: { code: details.code, hint: t("code.slip") } } : {}),
  }),
});
