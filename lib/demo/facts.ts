import { addMonths } from "#lib/law/calendar.ts";
import { demoPeople, spokenAccountNo, type DemoPerson, type DemoPersonKey } from "./people.ts";

/** A row of the cheat card: what this person can type to prove who she is. */
export type CheatRow = {
  key: string;
  name: string;
  email: string;
  accountNo: string;
  invoice: string;
  postcode: string;
  born: string;
  card: string;
};

const shown: readonly DemoPersonKey[] = ["maya", "leo", "nora", "carlos", "priya", "juniper"];

/**
 * Facts that fit the demo's stores.
 * @param firstDay the day as seen on which they were filled: "last month" is counted from there
 */
export function cheatCard(firstDay: string): CheatRow[] {
  return shown.map((key) => {
    const person = demoPeople[key];
    return {
      key,
      name: person.name,
      email: person.email ?? "",
      accountNo: spokenAccountNo(person.accountNo),
      invoice: invoiceOf(person, firstDay),
      postcode: person.postcode,
      born: dayInWords(person.born),
      card: person.cardLast4,
    };
  });
}

/** "£18.40, October 2026". */
function invoiceOf({ invoice: { amount, currency, monthsAgo } }: DemoPerson, firstDay: string): string {
  const month = addMonths(`${firstDay.slice(0, 7)}-01`, -monthsAgo).on;
  const money = new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).format(Number(amount));
  return `${money}, ${new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}T12:00:00Z`))}`;
}

function dayInWords(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
