import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { csv } from "../../csv.ts";
import { someTimeAgo } from "../../days.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { members } from "../people.ts";

/** Creates what the website of `immediate-connect` writes down: visits, and forms that became leads. Left alone if there. */
export function createSiteRecords(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const { visits, leads } = siteTables(today);
    writeFileSync(join(fresh, "visits.csv"), csv(visits));
    writeFileSync(join(fresh, "leads.json"), JSON.stringify(leads, null, 1));
  });
}

export function siteTables(today: string): { visits: TableRow[]; leads: TableRow[] } {
  const known = members();
  const visits = known.flatMap((person, index) => {
    const random = randomFor(`immediate-connect/visits/${person.key}`);
    return Array.from({ length: random.int(2, 10) }, (_, nth): TableRow => ({
      visit_id: (511 + index) * 100 + nth,
      member_no: person.memberNo,
      at: someTimeAgo(today, random.int(1, 180), random),
      ip: `198.51.100.${random.int(1, 254)}`,
      town_by_ip: random.chance(80) ? person.city : null,
      page: random.pick(["/", "/find", "/partners", "/account"]),
    }));
  });
  const leads = known
    .filter((person) => person.kind === "user")
    .flatMap((person, index) => {
      const random = randomFor(`immediate-connect/leads/${person.key}`);
      return Array.from({ length: random.int(0, 2) }, (_, nth): TableRow => ({
        lead_id: 9000 + index * 10 + nth,
        email: person.email,
        topic: person.interests[0] ?? "gardens",
        given_to: random.pick(["Maguire Roofs", "Grünwerk Gärten", "Sol de Casa"]),
        given_at: someTimeAgo(today, random.int(10, 300), random),
      }));
    });
  return { visits, leads };
}
