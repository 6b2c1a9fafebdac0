import { z } from "zod";
import { notice, paragraph } from "./notice.ts";

/** The team wrote to her. The words themselves stay in the thread. */
export const messageForYou = notice({
  kind: "message-for-you",
  when: ["write-to-person"],
  to: ["typed"],
  details: z.object({}),
  write: (t, _details, { reference }) => ({
    subject: t("messageForYou.subject", { reference }),
    title: t("messageForYou.title"),
    lead: [paragraph(t("messageForYou.wrote"))],
    action: t("open"),
    next: [t("messageForYou.next")],
  }),
});
