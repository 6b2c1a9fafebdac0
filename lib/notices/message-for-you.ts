import { z } from "zod";
import { notice, paragraph } from "./notice.ts";

/** The team wrote to her. The words themselves stay in the thread, but for whoever is written to on paper. */
export const messageForYou = notice({
  kind: "message-for-you",
  when: ["write-to-person"],
  to: ["typed"],
  details: z.object({ message: z.string().nullish() }),
  write: (t, { message }, { reference, way }) => ({
    subject: t("messageForYou.subject", { reference }),
    title: t("messageForYou.title"),
    lead: [
      paragraph(t("messageForYou.wrote")),
      ...(way === "post" && message ? message.split(/\n+/).map(paragraph) : []),
    ],
    action: t("open"),
    next: [t("messageForYou.next")],
  }),
});
