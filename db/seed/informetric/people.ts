import { randomFor } from "../random.ts";

/** A customer of `informetric`: a maker of measuring software and the instruments that go with it. */
export type Buyer = {
  key: string;
  name: string;
  email: string;
  phone: string | null;
  street: string;
  city: string;
  postcode: string;
  country: string;
  lastOrder: { amount: string; monthsAgo: number };
};

/** The people of its stories. The two Castellanos share an address, so that their e-mail alone points at both. */
export const informetricPeople = {
  gwen: {
    name: "Gwen Abara",
    email: "gwen.abara@lab.example",
    phone: "+1 609 555 0144",
    street: "12 Nassau Street",
    city: "Princeton",
    postcode: "08540",
    country: "US",
    lastOrder: { amount: "412.50", monthsAgo: 1 },
  },
  pieter: {
    name: "Pieter van Dalen",
    email: "p.vandalen@werkplaats.example",
    phone: "+31 85 555 0121",
    street: "Oudegracht 70",
    city: "Utrecht",
    postcode: "3511 AR",
    country: "NL",
    lastOrder: { amount: "1290.00", monthsAgo: 2 },
  },
  teresa: {
    name: "Teresa Castellano",
    email: "castellano@taller.example",
    phone: null,
    street: "Calle Mayor 3",
    city: "Burgos",
    postcode: "09003",
    country: "ES",
    lastOrder: { amount: "88.00", monthsAgo: 1 },
  },
  tomas: {
    name: "Tomás Castellano",
    email: "castellano@taller.example",
    phone: null,
    street: "Calle Mayor 3",
    city: "Burgos",
    postcode: "09003",
    country: "ES",
    lastOrder: { amount: "240.00", monthsAgo: 1 },
  },
} as const satisfies Record<string, Omit<Buyer, "key">>;

const first = ["Alma", "Bram", "Cora", "Dev", "Edda", "Finn", "Gail", "Hana", "Ivo", "June", "Kai", "Lena"];
const last = [
  "Ahlberg",
  "Boone",
  "Cardozo",
  "Dekker",
  "Eriksen",
  "Farrell",
  "Gruber",
  "Haddock",
  "Inoue",
  "Jarvis",
];

/** Everybody who ever bought something, those of the stories first. */
export function buyers(): Buyer[] {
  const named = Object.entries(informetricPeople).map(([key, person]) => ({ key, ...person }));
  const others = Array.from({ length: 56 }, (_, index): Buyer => {
    const random = randomFor(`informetric/person/${index}`);
    const name = `${random.pick(first)} ${random.pick(last)}`;
    return {
      key: `buyer-${index}`,
      name,
      email: `${name.toLowerCase().replace(" ", ".")}${index}@shop.example`,
      phone: null,
      street: `${random.int(1, 90)} Market Street`,
      city: "Trenton",
      postcode: `086${random.digits(2)}`,
      country: "US",
      lastOrder: { amount: `${random.int(20, 900)}.00`, monthsAgo: random.int(1, 9) },
    };
  });
  return [...named, ...others];
}
