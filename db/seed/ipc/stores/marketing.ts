import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoPeople, type DemoPerson } from "#lib/demo/people.ts";
import { addDays, addMonths } from "#lib/law/calendar.ts";
import { csv } from "../../csv.ts";
import { someTimeAgo } from "../../days.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { customerForDays, ipcPeople } from "../people.ts";

/** Creates the marketing exports of `ipc`: `contacts.csv`, `clicks.json`, `newsletter.ndjson`. Those that are there are left alone. */
export function createMarketingExports(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const { contacts, clicks, newsletter } = marketingTables(ipcPeople(), today);
    writeFileSync(join(fresh, "contacts.csv"), csv(contacts));
    writeFileSync(join(fresh, "clicks.json"), JSON.stringify(clicks, null, 1));
    const lines = newsletter.map((row) => JSON.stringify(row));
    // What an export leaves when the disk was full for a moment: a line cut in the middle, which nobody can read.
    lines.splice(Math.floor(lines.length / 2), 0, '{"mail_id": 40211, "email": "m');
    writeFileSync(join(fresh, "newsletter.ndjson"), `${lines.join("\n")}\n`);
  });
}

/** Somebody who left an address and never opened an account. */
type Lead = Pick<DemoPerson, "key" | "name" | "email" | "city" | "residence"> & { days: number };

/** People the company knows from its newsletter and webinars only. */
const leads: readonly Lead[] = [
  {
    key: "hugo",
    name: "Hugo Stein",
    email: "hugo.stein@post.example",
    city: "Mainz",
    residence: "DE",
    days: 410,
  },
  {
    key: "beatriz",
    name: "Beatriz Costa",
    email: "beatriz.costa@post.example",
    city: "Porto",
    residence: "PT",
    days: 220,
  },
  {
    key: "ravi",
    name: "Ravi Menon",
    email: "ravi.menon@mail.example",
    city: "Reading",
    residence: "GB",
    days: 95,
  },
  {
    key: "quote",
    name: 'Jo "The Voice" Parker, MA',
    email: "jo.parker@mail.example",
    city: "Kent",
    residence: "GB",
    days: 301,
  },
  {
    key: "formula",
    name: "=2+5+cmd|' /C calc'!A0",
    email: "nobody.special@mail.example",
    city: "Nowhere",
    residence: "GB",
    days: 12,
  },
];

type Click = {
  click_id: number;
  contact_id: number;
  campaign: string;
  link: string;
  clicked_at: string;
  device: { kind: string; app: string };
};
type Mail = { mail_id: number; email: string; issue: string; sent_at: string; opened_at: string | null };

export function marketingTables(
  people: readonly DemoPerson[],
  today: string,
): { contacts: TableRow[]; clicks: Click[]; newsletter: Mail[] } {
  const subscribers: Lead[] = [
    ...people
      .filter(
        (person) =>
          person.email && (person.key in demoPeople || randomFor(`ipc/subscriber/${person.key}`).chance(60)),
      )
      .map((person) => ({ ...person, days: Math.max(2, customerForDays(person) - 1) })),
    ...leads,
  ];
  const contacts = subscribers.map((person, index) => contactRow(person, index, today));
  return {
    contacts,
    clicks: subscribers.flatMap((person, index) => clicksOf(person, 60_001 + index, today)),
    newsletter: subscribers.flatMap((person, index) => mailsTo(person, index, today)),
  };
}

function contactRow(person: Lead, index: number, today: string): TableRow {
  const random = randomFor(`ipc/contact/${person.key}`);
  const isMaya = person.key === "maya";
  return {
    contact_id: 60_001 + index,
    email: person.email,
    name: person.name,
    city: person.city,
    country: person.residence.slice(0, 2),
    source: isMaya ? "webinar" : random.pick(["sign-up", "webinar", "referral", "partner fair"]),
    segment: isMaya
      ? "small groups, music"
      : random.pick(["small groups, music", "freelancers", "clubs", "schools"]),
    score: isMaya ? 62 : random.int(5, 95),
    subscribed_at: someTimeAgo(today, person.days, random),
    unsubscribed_at:
      random.chance(15) && !isMaya ? someTimeAgo(today, random.int(1, person.days), random) : null,
    // Typed into a webinar's question field; a spreadsheet would run it.
    note: isMaya
      ? '=HYPERLINK("https://choir.example/join","Join our choir")'
      : random.chance(8)
        ? "+1 for longer recordings"
        : null,
  };
}

const campaigns = [
  "spring-offer",
  "recordings",
  "webinar-invitation",
  "price-change",
  "winter-tips",
] as const;

function clicksOf(person: Lead, contactId: number, today: string): Click[] {
  const random = randomFor(`ipc/clicks/${person.key}`);
  const count = person.key === "maya" ? 31 : random.int(0, 6);
  return Array.from({ length: count }, (_, nth) => {
    const campaign = random.pick(campaigns);
    return {
      click_id: contactId * 100 + nth,
      contact_id: contactId,
      campaign,
      link: `https://ipc.example/news/${campaign}`,
      clicked_at: someTimeAgo(
        today,
        Math.max(1, Math.round((person.days * (count - nth)) / (count + 1))),
        random,
      ),
      device: { kind: random.pick(["phone", "laptop"]), app: random.pick(["mail app", "browser"]) },
    };
  });
}

/** One issue a month, the two years that are kept. */
function mailsTo(person: Lead, index: number, today: string): Mail[] {
  const random = randomFor(`ipc/newsletter/${person.key}`);
  const months = Math.min(24, Math.max(1, Math.floor(person.days / 30)));
  return Array.from({ length: months }, (_, nth) => {
    const sentOn = `${addMonths(today, nth - months).on.slice(0, 7)}-12`;
    const opened = random.chance(45)
      ? `${addDays(sentOn, random.int(0, 4))}T${random.pick(["07", "12", "20"])}:${random.int(10, 59)}:00Z`
      : null;
    return {
      mail_id: 100_000 + index * 100 + nth,
      email: person.email ?? "",
      issue: `ipc letter ${sentOn.slice(0, 7)}`,
      sent_at: `${sentOn}T06:30:00Z`,
      opened_at: opened,
    };
  });
}
