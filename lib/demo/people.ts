import type { Locale } from "#lib/locales/index.ts";

/**
 * The invented people of the demo company `ipc`, as its stores hold them. The stores are filled from this list, the demo's
 * provider signs them in from it, and the cheat card shows it; so what is shown is what is held.
 */
export type DemoPerson = {
  key: string;
  name: string;
  /** Null: the company has no address of hers. */
  email: string | null;
  /** Days before the demo's first day on which the address was last changed; null for long ago. */
  emailChangedDaysAgo: number | null;
  phone: string | null;
  /** Civil day. */
  born: string;
  street: string;
  city: string;
  postcode: string;
  /** ISO 3166-1, for the United States with its state: where she says she lives. */
  residence: string;
  locale: Locale;
  /** As stored: `IP44710936`. People write `IP 4471 0936`. */
  accountNo: string;
  cardLast4: string;
  invoice: { amount: string; currency: "GBP" | "EUR" | "USD" | "JPY" | "CHF"; monthsAgo: number };
  /** How many months before the demo's first day the account was opened. */
  customerForMonths: number;
  /** How she signs in at the demo's provider; null for everybody else. */
  login: { username: string; password: string; subject: string } | null;
};

type Row = Omit<DemoPerson, "key" | "locale" | "emailChangedDaysAgo" | "login" | "invoice"> &
  Partial<Pick<DemoPerson, "locale" | "emailChangedDaysAgo">> & {
    /** Amount, currency, months ago. */
    invoice: readonly [string, DemoPerson["invoice"]["currency"], number];
    /** User name and password. */
    login?: readonly [string, string];
  };

/** A name of exactly 200 characters: the longest that the form takes. */
const longestName =
  "Ferdinanda Wilhelmina Anastasia Theophila Ludovica Maria-Immaculata Konstanze Philippina Adelgunde Eusebia " +
  "Rosamunde Leopoldine Hildegunde Kunigunde Walpurga Sophronia von und zu Unterobertal-Hinterau";

const rows = {
  maya: {
    name: "Maya Santos",
    email: "maya.santos@mail.example",
    phone: "+44 7700 900142",
    born: "1987-04-12",
    street: "14 Chandos Road",
    city: "Bristol",
    postcode: "BS6 5QA",
    residence: "GB",
    accountNo: "IP44710936",
    cardLast4: "8821",
    invoice: ["18.40", "GBP", 1],
    customerForMonths: 90,
    login: ["maya", "choir-2019"],
  },
  daniel: {
    name: "Daniel Whitlock",
    email: "d.whitlock@mail.example",
    phone: "+44 7700 900377",
    born: "1979-11-02",
    street: "16 Chandos Road",
    city: "Bristol",
    postcode: "BS6 5QA",
    residence: "GB",
    accountNo: "IP44710952",
    cardLast4: "0417",
    invoice: ["9.20", "GBP", 1],
    customerForMonths: 31,
  },
  leo: {
    name: "Leo Marchetti",
    email: "leo.marchetti@mail.example",
    phone: "+1 804 555 0136",
    born: "1991-07-23",
    street: "2207 Grove Avenue",
    city: "Richmond",
    postcode: "23220",
    residence: "US-VA",
    accountNo: "IP22085513",
    cardLast4: "5590",
    invoice: ["24.00", "USD", 2],
    customerForMonths: 44,
    login: ["leo", "blue-canoe"],
  },
  nora: {
    name: "Nora Beck",
    email: "nora.beck@post.example",
    phone: "+49 30 23125 042",
    born: "1994-01-30",
    street: "Gottschedstraße 31",
    city: "Leipzig",
    postcode: "04109",
    residence: "DE",
    locale: "de",
    accountNo: "IP90351147",
    cardLast4: "7743",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 26,
    login: ["nora", "linden-1994"],
  },
  carlos: {
    name: "Carlos Ibarra",
    email: "carlos.ibarra@mail.example",
    phone: "+1 916 555 0171",
    born: "1983-09-05",
    street: "1128 Q Street",
    city: "Sacramento",
    postcode: "95811",
    residence: "US-CA",
    accountNo: "IP31207748",
    cardLast4: "3306",
    invoice: ["36.00", "USD", 1],
    customerForMonths: 58,
    login: ["carlos", "golden-poppy"],
  },
  juniper: {
    name: "Juniper Hayes",
    email: "juniper.hayes@mail.example",
    phone: "+1 303 555 0148",
    born: "1996-03-18",
    street: "840 Pearl Street",
    city: "Boulder",
    postcode: "80302",
    residence: "US-CO",
    accountNo: "IP58810264",
    cardLast4: "1185",
    invoice: ["24.00", "USD", 1],
    customerForMonths: 19,
  },
  ada: {
    name: "Ada Lindholm",
    email: "lindholm.twins@post.example",
    phone: null,
    born: "1999-06-14",
    street: "Puutarhakatu 9",
    city: "Turku",
    postcode: "20100",
    residence: "FI",
    accountNo: "IP70020415",
    cardLast4: "6621",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 15,
  },
  alma: {
    name: "Alma Lindholm",
    email: "lindholm.twins@post.example",
    phone: null,
    born: "1999-06-14",
    street: "Puutarhakatu 9",
    city: "Turku",
    postcode: "20100",
    residence: "FI",
    accountNo: "IP70020423",
    cardLast4: "6621",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 15,
  },
  priya: {
    name: "Priya Raman",
    email: "priya.raman@mail.example",
    emailChangedDaysAgo: 6,
    phone: "+44 7700 900518",
    born: "1990-12-21",
    street: "3 Oak Bank",
    city: "Manchester",
    postcode: "M14 6HG",
    residence: "GB",
    accountNo: "IP46155208",
    cardLast4: "2904",
    invoice: ["18.40", "GBP", 1],
    customerForMonths: 37,
  },
  walter: {
    name: "Walter Quill",
    email: null,
    phone: null,
    born: "1948-08-09",
    street: "27 Beech Grove",
    city: "Leeds",
    postcode: "LS6 2DB",
    residence: "GB",
    accountNo: "IP40038871",
    cardLast4: "0093",
    invoice: ["9.20", "GBP", 2],
    customerForMonths: 88,
  },
  wilhelmina: {
    name: longestName,
    email: "w.unterobertal@post.example",
    phone: null,
    born: "1966-02-28",
    street: "Schlossberg 1",
    city: "Graz",
    postcode: "8010",
    residence: "AT",
    locale: "de",
    accountNo: "IP81160027",
    cardLast4: "4410",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 52,
  },
  sean: {
    name: "Seán O’Malley-D'Arcy",
    email: "sean.o'malley@mail.example",
    phone: "+353 20 912 0047",
    born: "1985-05-17",
    street: "8 Quay Street",
    city: "Galway",
    postcode: "H91 E2F4",
    residence: "IE",
    accountNo: "IP61290743",
    cardLast4: "7016",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 40,
  },
  layla: {
    name: "ليلى الحداد",
    email: "layla.haddad@post.example",
    phone: "+33 1 99 00 47 12",
    born: "1992-10-11",
    street: "22 rue Sainte",
    city: "Marseille",
    postcode: "13001",
    residence: "FR",
    accountNo: "IP63317082",
    cardLast4: "9152",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 22,
  },
  kenji: {
    name: "渡辺 健二",
    email: "kenji.watanabe@post.example",
    phone: null,
    born: "1981-04-02",
    street: "Nijo-dori 14",
    city: "Kyoto",
    postcode: "604-0001",
    residence: "JP",
    accountNo: "IP77421560",
    cardLast4: "3378",
    invoice: ["2600", "JPY", 1],
    customerForMonths: 33,
  },
  ivy: {
    name: "Ivy 🌿 Green",
    email: "ivy.green@mail.example",
    phone: "+1 415 555 0102",
    born: "2000-09-27",
    street: "55 Clement Street",
    city: "San Francisco",
    postcode: "94118",
    residence: "US-CA",
    accountNo: "IP31559037",
    cardLast4: "5127",
    invoice: ["24.00", "USD", 1],
    customerForMonths: 11,
  },
  rosa: {
    name: "Rosa Oduya",
    email: "rosa.oduya@mail.example",
    phone: "+44 7700 900633",
    born: "1976-01-19",
    street: "41 Ferme Park Road",
    city: "London",
    postcode: "N4 4EB",
    residence: "GB",
    accountNo: "IP43377160",
    cardLast4: "6650",
    invoice: ["18.40", "GBP", 1],
    customerForMonths: 70,
  },
  lukas: {
    name: "Lukas Mendel",
    email: "lukas.mendel@post.example",
    phone: null,
    born: "1988-08-08",
    street: "Lange Straße 6",
    city: "Kassel",
    postcode: "34131",
    residence: "DE",
    locale: "de",
    accountNo: "IP90288310",
    cardLast4: "2231",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 29,
  },
  aino: {
    name: "Aino Falk",
    email: "aino.falk@mail.example",
    phone: "+1 510 555 0164",
    born: "1995-11-30",
    street: "390 Euclid Avenue",
    city: "Oakland",
    postcode: "94610",
    residence: "US-CA",
    accountNo: "IP31846625",
    cardLast4: "8080",
    invoice: ["24.00", "USD", 1],
    customerForMonths: 17,
  },
  samir: {
    name: "Samir Dutta",
    email: "samir.dutta@mail.example",
    phone: "+1 757 555 0119",
    born: "1973-06-06",
    street: "611 Colley Avenue",
    city: "Norfolk",
    postcode: "23507",
    residence: "US-VA",
    accountNo: "IP22340176",
    cardLast4: "9017",
    invoice: ["36.00", "USD", 1],
    customerForMonths: 61,
  },
  jana: {
    name: "Jana Kovač",
    email: "jana.kovac@post.example",
    phone: null,
    born: "1989-03-03",
    street: "Ilica 102",
    city: "Zagreb",
    postcode: "10000",
    residence: "HR",
    accountNo: "IP65502918",
    cardLast4: "4745",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 36,
  },
  nia: {
    name: "Nia Barlow",
    email: "nia.barlow@mail.example",
    phone: "+1 719 555 0183",
    born: "1998-12-12",
    street: "27 Tejon Street",
    city: "Colorado Springs",
    postcode: "80903",
    residence: "US-CO",
    accountNo: "IP58436201",
    cardLast4: "1634",
    invoice: ["24.00", "USD", 1],
    customerForMonths: 14,
  },
  paula: {
    name: "Paula Svensson",
    email: "paula.svensson@mail.example",
    phone: "+1 540 555 0127",
    born: "1984-02-16",
    street: "5 Church Avenue",
    city: "Roanoke",
    postcode: "24011",
    residence: "US-VA",
    accountNo: "IP22791405",
    cardLast4: "3868",
    invoice: ["24.00", "USD", 1],
    customerForMonths: 47,
  },
  claire: {
    name: "Claire Lovett",
    email: "claire.lovett@mail.example",
    phone: "+44 7700 900271",
    born: "1993-05-25",
    street: "70 Cowley Road",
    city: "Oxford",
    postcode: "OX4 1JE",
    residence: "GB",
    accountNo: "IP47620031",
    cardLast4: "5502",
    invoice: ["18.40", "GBP", 1],
    customerForMonths: 24,
  },
  dara: {
    name: "Dara Amini",
    email: "dara.amini@mail.example",
    phone: "+1 213 555 0155",
    born: "1986-10-01",
    street: "1420 Echo Park Avenue",
    city: "Los Angeles",
    postcode: "90026",
    residence: "US-CA",
    accountNo: "IP31003394",
    cardLast4: "7271",
    invoice: ["36.00", "USD", 1],
    customerForMonths: 50,
  },
  oskar: {
    name: "Oskar Blum",
    email: "oskar.blum@post.example",
    phone: null,
    born: "1970-07-01",
    street: "Spalenberg 20",
    city: "Basel",
    postcode: "4051",
    residence: "CH",
    locale: "de",
    accountNo: "IP86600172",
    cardLast4: "1409",
    invoice: ["14.00", "CHF", 1],
    customerForMonths: 66,
  },
  tomasz: {
    name: "Tomasz Wójcik",
    email: "tomasz.wojcik@post.example",
    phone: null,
    born: "1982-04-24",
    street: "ul. Floriańska 18",
    city: "Kraków",
    postcode: "31-021",
    residence: "PL",
    accountNo: "IP68114450",
    cardLast4: "0808",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 27,
  },
  marit: {
    name: "Marit Solberg",
    email: "marit.solberg@post.example",
    phone: null,
    born: "1978-09-13",
    street: "Nygårdsgaten 4",
    city: "Bergen",
    postcode: "5015",
    residence: "NO",
    accountNo: "IP69920038",
    cardLast4: "2517",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 81,
  },
  elif: {
    name: "Elif Aydın",
    email: "elif.aydin@post.example",
    phone: null,
    born: "1997-07-07",
    street: "Weserstraße 58",
    city: "Berlin",
    postcode: "12045",
    residence: "DE",
    locale: "de",
    accountNo: "IP90744126",
    cardLast4: "6014",
    invoice: ["12.00", "EUR", 1],
    customerForMonths: 12,
  },
} as const satisfies Record<string, Row>;

export type DemoPersonKey = keyof typeof rows;

/** Everybody with an account, by key. */
export const demoPeople = Object.fromEntries(
  Object.entries(rows as Record<DemoPersonKey, Row>).map(([key, row]) => [key, toPerson(key, row)]),
) as Record<DemoPersonKey, DemoPerson>;

function toPerson(key: string, { invoice: [amount, currency, monthsAgo], login, ...row }: Row): DemoPerson {
  return {
    locale: "en",
    emailChangedDaysAgo: null,
    ...row,
    key,
    invoice: { amount, currency, monthsAgo },
    // The provider's subject says nothing about the person, as it should be.
    login: login
      ? {
          username: login[0],
          password: login[1],
          subject: `ipc|${row.accountNo.slice(2).split("").reverse().join("")}`,
        }
      : null,
  };
}

/** `IP44710936` as people read it aloud: `IP 4471 0936`. */
export function spokenAccountNo(accountNo: string): string {
  return `${accountNo.slice(0, 2)} ${accountNo.slice(2, 6)} ${accountNo.slice(6)}`;
}
