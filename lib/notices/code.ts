import { z } from "zod";
import { codeRules } from "#lib/auth/codes.ts";
import { fact, notice, paragraph, small } from "./notice.ts";

/** A one-time code (V5). Whoever made the code chooses the address it goes to. */
export const code = notice({
  kind: "code",
  when: [],
  to: [],
  details: z.object({ code: z.string().regex(/^\d{6}$/), scope: z.enum(["full", "conversation"]) }),
  write: (t, details, { reference }) => ({
    subject: t("code.subject", { reference }),
    title: t("code.title"),
    lead: [
      paragraph(t("code.type")),
      fact(details.code),
      small(t("code.lasts", { minutes: codeRules.lastsSeconds / 60 })),
      paragraph(t(`code.opens.${details.scope}`)),
    ],
    action: t("open"),
    next: [t("code.next"), t("code.notAsked")],
  }),
});
