import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { csv } from "../../csv.ts";
import { someTimeAgo } from "../../days.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { buyers } from "../people.ts";

/** Creates the trade-fair lists of `informetric`: `visitors.csv` and `reviews.json`. Those that are there are left alone. */
export function createFairLists(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const { visitors, reviews } = fairTables(today);
    writeFileSync(join(fresh, "visitors.csv"), csv(visitors));
    writeFileSync(join(fresh, "reviews.json"), JSON.stringify(reviews, null, 1));
  });
}

export function fairTables(today: string): { visitors: TableRow[]; reviews: TableRow[] } {
  const people = buyers();
  const visitors = people
    .filter((person) => person.key === "gwen" || randomFor(`informetric/fair/${person.key}`).chance(50))
    .map((person, index): TableRow => {
      const random = randomFor(`informetric/visitor/${person.key}`);
      return {
        visit_id: 900 + index,
        email: person.email,
        name: person.name,
        fair: random.pick(["Sensors Expo", "Laboratory Days"]),
        came_at: someTimeAgo(today, random.int(40, 700), random),
        card_scanned: random.pick(["yes", "no"]),
      };
    });
  const reviews = people
    .filter((person) => randomFor(`informetric/review/${person.key}`).chance(30))
    .map((person, index): TableRow => {
      const random = randomFor(`informetric/stars/${person.key}`);
      return {
        review_id: 40 + index,
        email: person.email,
        stars: random.int(2, 5),
        text: random.pick([
          "Does what it says.",
          "The driver was hard to install.",
          "Accurate, and well packed.",
        ]),
        written_at: someTimeAgo(today, random.int(20, 600), random),
      };
    });
  return { visitors, reviews };
}
