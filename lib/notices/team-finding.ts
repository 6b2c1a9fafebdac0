import { z } from "zod";
import { notice, paragraph, small } from "./notice.ts";

/** A store holds what nobody may store. Told to whoever can have it removed, once per place. */
export const teamFinding = notice({
  kind: "team-finding",
  when: ["finding.open"],
  to: ["officers"],
  details: z.object({ source: z.string(), collection: z.string(), field: z.string() }),
  deskPlace: "findings",
  write: (t, { source, collection, field }, { reference }) => ({
    subject: t("teamFinding.subject", { reference }),
    title: t("teamFinding.title"),
    lead: [paragraph(t("teamFinding.what")), small(t("teamFinding.where", { source, collection, field }))],
    action: t("teamFinding.open"),
    next: [t("teamFinding.next")],
  }),
});
