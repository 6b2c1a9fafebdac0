import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { csv } from "../../csv.ts";
import { someTimeAgo } from "../../days.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { contacts } from "../people.ts";

/** Creates what the site and the mails of `instant-connect` measure. What is there already is left alone. */
export function createSiteRecords(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const { devices, pages, mails } = siteTables(today);
    writeFileSync(join(fresh, "devices.csv"), csv(devices));
    writeFileSync(join(fresh, "pages.ndjson"), pages.map((row) => `${JSON.stringify(row)}\n`).join(""));
    writeFileSync(join(fresh, "mails.json"), JSON.stringify(mails, null, 1));
  });
}

export function siteTables(today: string): { devices: TableRow[]; pages: TableRow[]; mails: TableRow[] } {
  const known = contacts();
  const devices = known.flatMap((person, index) => {
    const random = randomFor(`instant-connect/devices/${person.key}`);
    return Array.from({ length: random.int(1, 3) }, (_, nth): TableRow => ({
      device_id: `d-${7000 + index}-${nth}`,
      email: person.email,
      mac: ["02", "1c", random.digits(2), random.digits(2), random.digits(2), random.digits(2)].join(":"),
      kind: random.pick(["desk phone", "computer", "mobile telephone"]),
      first_seen_at: someTimeAgo(today, random.int(60, 600), random),
    }));
  });
  const pages = devices.flatMap((device) => {
    const random = randomFor(`instant-connect/pages/${device["device_id"]}`);
    return Array.from({ length: random.int(2, 12) }, (_, nth): TableRow => ({
      view_id: `${device["device_id"]}-${nth}`,
      device_id: device["device_id"] ?? null,
      page: random.pick(["/", "/team-line", "/prices", "/shop/headset", "/help"]),
      feature: random.pick([null, "call transfer", "group chat", "voicemail"]),
      at: someTimeAgo(today, random.int(1, 300), random),
    }));
  });
  const mails = known.flatMap((person, index) => {
    const random = randomFor(`instant-connect/mails/${person.key}`);
    return Array.from({ length: random.int(0, 5) }, (_, nth): TableRow => {
      const isOpened = random.chance(55);
      return {
        mail_id: (8000 + index) * 10 + nth,
        email: person.email,
        subject: random.pick(["What is new", "Three months free", "Your yearly check"]),
        sent_at: someTimeAgo(today, 20 + nth * 40, random),
        opened: isOpened,
        clicked: isOpened && random.chance(30) ? "/prices" : null,
      };
    });
  });
  return { devices, pages, mails };
}
