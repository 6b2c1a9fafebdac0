import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { csv } from "../../csv.ts";
import { someTimeAgo } from "../../days.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { users } from "../people.ts";

/** Creates what the website of `connact` writes down: `visits.ndjson` and `newsletter.csv`. What is there is left alone. */
export function createWebRecords(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const { visits, newsletter } = webTables(today);
    writeFileSync(join(fresh, "visits.ndjson"), visits.map((row) => `${JSON.stringify(row)}\n`).join(""));
    writeFileSync(join(fresh, "newsletter.csv"), csv(newsletter));
  });
}

export function webTables(today: string): { visits: TableRow[]; newsletter: TableRow[] } {
  const people = users();
  const visits = people.flatMap((person, index) => {
    const random = randomFor(`connact/visits/${person.key}`);
    return Array.from({ length: random.int(3, 14) }, (_, nth): TableRow => ({
      visit_id: (900 + index) * 100 + nth,
      workspace_no: person.workspaceNo,
      at: someTimeAgo(today, random.int(1, 60), random),
      ip: `203.0.113.${random.int(1, 254)}`,
      page: random.pick(["/", "/prices", "/help", "/help/import", "/app"]),
      search_terms: random.pick([null, "member list template", "cancel", "import addresses"]),
      came_from: random.pick([null, "https://search.example/", "https://blog.example/tools"]),
    }));
  });
  const newsletter = people
    .filter((person) => person.key === "harriet" || randomFor(`connact/letters/${person.key}`).chance(50))
    .map((person, index): TableRow => {
      const random = randomFor(`connact/letter/${person.key}`);
      return {
        entry_id: 300 + index,
        email: person.email,
        signed_up_at: someTimeAgo(today, random.int(60, 900), random),
        language: person.country === "DE" ? "de" : "en",
      };
    });
  return { visits, newsletter };
}
