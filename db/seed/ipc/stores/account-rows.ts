import { createHash } from "node:crypto";
import { addDays } from "#lib/law/calendar.ts";
import type { DemoPerson } from "#lib/demo/people.ts";
import { dayOfMonthAgo, instantAgo, someTimeAgo } from "../../days.ts";
import { randomFor, type Random } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { customerForDays } from "../people.ts";
import { meetingRows } from "./meeting-rows.ts";

/** Rows by table, in the order in which they can be inserted. */
export type AccountTables = Record<
  "accounts" | "login" | "invoices" | "devices" | "meetings" | "participants",
  TableRow[]
>;

/** Everything the account database of `ipc` holds on the demo's first day. */
export function accountTables(people: readonly DemoPerson[], today: string): AccountTables {
  const tables: AccountTables = {
    accounts: [],
    login: [],
    invoices: [],
    devices: [],
    meetings: [],
    participants: [],
  };
  people.forEach((person, index) => {
    const accountId = 1001 + index;
    tables.accounts.push(accountRow(person, accountId, today));
    tables.login.push(loginRow(person, accountId, today));
    tables.invoices.push(...invoiceRows(person, accountId, today));
    tables.devices.push(...deviceRows(person, accountId, today));
  });
  return { ...tables, ...meetingRows(people, today) };
}

function accountRow(person: DemoPerson, accountId: number, today: string): TableRow {
  const random = randomFor(`ipc/account/${person.key}`);
  const [country = "", region = null] = person.residence.split("-");
  const opened = customerForDays(person);
  return {
    account_id: accountId,
    account_no: person.accountNo,
    full_name: person.name,
    email: person.email,
    email_changed_at: person.email && someTimeAgo(today, person.emailChangedDaysAgo ?? opened, random),
    phone: person.phone,
    date_of_birth: person.born,
    billing_street: person.street,
    billing_city: person.city,
    billing_postcode: person.postcode,
    country,
    region,
    language: person.locale,
    plan: planOf(person),
    status: person.key === "walter" ? "C" : "A",
    card_brand: random.pick(["Visa", "Mastercard"]),
    card_last4: person.cardLast4,
    login_subject: person.login?.subject ?? `ipc|${accountId}`,
    created_at: someTimeAgo(today, opened, random),
  };
}

function planOf(person: DemoPerson): string {
  const pounds = Number(person.invoice.amount);
  if (person.invoice.currency === "JPY") return "plus";
  return pounds < 10 ? "solo" : pounds < 30 ? "plus" : "team";
}

function loginRow(person: DemoPerson, accountId: number, today: string): TableRow {
  const random = randomFor(`ipc/login/${person.key}`);
  const salt = random.digits(22);
  // Looks like a password hash and opens nothing: it is here so that an answer can be seen not to hold it.
  const hash = createHash("sha256").update(`${salt}/${person.key}`).digest("base64").replace(/=+$/, "");
  return {
    account_id: accountId,
    username: person.login?.username ?? person.accountNo.toLowerCase(),
    password_hash: `$argon2id$v=19$m=19456,t=2,p=1$${salt}$${hash}`,
    two_step: random.chance(40),
    last_sign_in_at: someTimeAgo(today, random.int(1, 60), random),
    failed_sign_ins: random.chance(20) ? random.int(1, 3) : 0,
  };
}

/** One invoice a month, newest last; at most two years of them, as the retention rule says. */
function invoiceRows(person: DemoPerson, accountId: number, today: string): TableRow[] {
  const { amount, currency, monthsAgo } = person.invoice;
  const count = Math.min(24, Math.max(1, person.customerForMonths - monthsAgo));
  return Array.from({ length: count }, (_, index) => {
    const months = monthsAgo + count - 1 - index;
    const issuedOn = dayOfMonthAgo(today, months, 3);
    return {
      invoice_id: accountId * 100 + index + 1,
      account_id: accountId,
      invoice_no: `INV-${issuedOn.slice(0, 7).replace("-", "")}-${accountId}`,
      issued_on: issuedOn,
      period_from: dayOfMonthAgo(today, months, 1),
      period_to: addDays(dayOfMonthAgo(today, months - 1, 1), -1),
      plan: planOf(person),
      // The price rose by about a tenth fifteen months before.
      amount: months > monthsAgo + 14 ? earlierPrice(amount) : amount,
      currency,
      paid_on: addDays(issuedOn, 2),
      paid_with: `card ending ${person.cardLast4}`,
    };
  });
}

function earlierPrice(amount: string): string {
  const minor = Math.round(Number(amount) * 92) / 100;
  return amount.includes(".") ? minor.toFixed(2) : String(Math.round(minor));
}

const devices = [
  ["Laptop", "Windows 11"],
  ["Laptop", "macOS 15"],
  ["Phone", "Android 16"],
  ["Phone", "iOS 19"],
  ["Tablet", "iPadOS 19"],
  ["Browser", "Firefox"],
  ["Meeting room", "ipc Room 2"],
] as const;

function deviceRows(person: DemoPerson, accountId: number, today: string): TableRow[] {
  const random = randomFor(`ipc/devices/${person.key}`);
  const count = person.key === "maya" ? 6 : random.int(1, 3);
  return Array.from({ length: count }, (_, index) => {
    const [kind, system] = devices[(index * 2 + random.int(0, 1)) % devices.length] ?? devices[0];
    const seen = Math.max(1, Math.round((customerForDays(person) * (count - index)) / count));
    const isInUse = index >= count - 2;
    return {
      device_id: accountId * 10 + index,
      account_id: accountId,
      kind,
      system,
      first_seen_at: someTimeAgo(today, seen, random),
      last_seen_at: isInUse
        ? instantAgo(today, random.int(1, 9), "18:20")
        : someTimeAgo(today, Math.max(10, seen - random.int(60, 300)), random),
      ip_address: documentationAddress(random),
      push_token: `pt_${random.digits(24)}`,
    };
  });
}

/** Addresses reserved for documentation (RFC 5737): nobody's. */
function documentationAddress(random: Random): string {
  return `${random.pick(["192.0.2", "198.51.100", "203.0.113"])}.${random.int(1, 254)}`;
}
