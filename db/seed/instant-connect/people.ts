import { randomFor } from "../random.ts";

/** Somebody `instant-connect` knows: communication software sold to small offices, with a shop and a website. */
export type Contact = {
  key: string;
  name: string;
  email: string;
  phone: string | null;
  company: string | null;
  street: string;
  city: string;
  postcode: string;
  /** ISO 3166-1. */
  country: string;
  kind: "customer" | "prospect" | "former customer" | "partner";
  /** Null: never bought anything. */
  lastOrder: { amount: string; monthsAgo: number } | null;
};

/** The people of its stories. */
export const instantConnectPeople = {
  delphine: {
    name: "Delphine Arnoux",
    email: "d.arnoux@atelier.example",
    phone: "+33 1 55 55 01 26",
    company: "Atelier Arnoux",
    street: "18 rue des Teinturiers",
    city: "Avignon",
    postcode: "84000",
    country: "FR",
    kind: "customer",
    lastOrder: { amount: "149.00", monthsAgo: 2 },
  },
  reto: {
    name: "Reto Bieri",
    email: "reto.bieri@schreinerei.example",
    phone: "+41 44 555 01 63",
    company: "Schreinerei Bieri",
    street: "Seestrasse 41",
    city: "Horgen",
    postcode: "8810",
    country: "CH",
    kind: "customer",
    lastOrder: { amount: "98.00", monthsAgo: 1 },
  },
  loretta: {
    name: "Loretta Haskins",
    email: "loretta@haskinsdental.example",
    phone: "+1 312 555 0181",
    company: "Haskins Dental",
    street: "2210 W Belmont Ave",
    city: "Chicago",
    postcode: "60618",
    country: "US",
    kind: "customer",
    lastOrder: { amount: "64.50", monthsAgo: 1 },
  },
  octavio: {
    name: "Octavio Reyes",
    email: "octavio.reyes@surf.example",
    phone: "+1 619 555 0177",
    company: null,
    street: "1140 Garnet Ave",
    city: "San Diego",
    postcode: "92109",
    country: "US",
    kind: "former customer",
    lastOrder: { amount: "38.00", monthsAgo: 19 },
  },
  wanda: {
    name: "Wanda Kowalczyk",
    email: "wanda.k@biuro.example",
    phone: null,
    company: "Biuro Kowalczyk",
    street: "ul. Długa 9",
    city: "Kraków",
    postcode: "31-147",
    country: "PL",
    kind: "prospect",
    lastOrder: null,
  },
} as const satisfies Record<string, Omit<Contact, "key">>;

/** People deleted under the two-year rule: their addresses are known to the stories, not to the stores. */
export const deletedPeople = [
  { name: "Horace Pell", email: "horace.pell@oldoffice.example", monthsAgo: 5 },
  { name: "Sabine Kroll", email: "s.kroll@altbuero.example", monthsAgo: 11 },
] as const;

const first = ["Alden", "Bridget", "Cyrus", "Dolores", "Emmett", "Faye", "Grant", "Hollis", "Iris", "Jude"];
const last = ["Abbott", "Bowers", "Crane", "Dunham", "Emery", "Foley", "Granger", "Hobbs", "Ingram"];

/** Everybody in the contact book, those of the stories first. */
export function contacts(): Contact[] {
  const named = Object.entries(instantConnectPeople).map(([key, person]) => ({ key, ...person }));
  const others = Array.from({ length: 70 }, (_, index): Contact => {
    const random = randomFor(`instant-connect/person/${index}`);
    const name = `${random.pick(first)} ${random.pick(last)}`;
    const kind = random.pick(["customer", "prospect", "former customer", "partner"] as const);
    return {
      key: `contact-${index}`,
      name,
      email: `${name.toLowerCase().replace(" ", ".")}${index}@office.example`,
      phone: random.chance(50) ? `+1 312 555 01${random.digits(2)}` : null,
      company: random.chance(70) ? `${random.pick(last)} & ${random.pick(last)}` : null,
      street: `${random.int(100, 4800)} N Clark St`,
      city: "Chicago",
      postcode: `606${random.digits(2)}`,
      country: "US",
      kind,
      lastOrder:
        kind === "prospect" ? null : { amount: `${random.int(20, 300)}.00`, monthsAgo: random.int(1, 20) },
    };
  });
  return [...named, ...others];
}
