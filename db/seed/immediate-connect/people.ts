import { randomFor } from "../random.ts";

/** Somebody `immediate-connect` knows: online services that bring people and firms together, with partners who do it too. */
export type Member = {
  key: string;
  name: string;
  email: string;
  phone: string | null;
  company: string | null;
  city: string;
  postcode: string;
  country: string;
  /** As stored: `IM73105248`. */
  memberNo: string;
  kind: "user" | "partner";
  joinedMonthsAgo: number;
  interests: readonly string[];
};

/** The people of its stories. */
export const immediateConnectPeople = {
  annelie: {
    name: "Annelie Kröger",
    email: "annelie.kroeger@garten.example",
    phone: "+49 40 555 0119",
    company: null,
    city: "Hamburg",
    postcode: "22765",
    country: "DE",
    memberNo: "IM73105248",
    kind: "user",
    joinedMonthsAgo: 26,
    interests: ["gardens", "heat pumps"],
  },
  ciaran: {
    name: "Ciarán Maguire",
    email: "ciaran@maguireroofs.example",
    phone: "+353 1 555 0192",
    company: "Maguire Roofs",
    city: "Dublin",
    postcode: "D12 R2C6",
    country: "IE",
    memberNo: "IM73105511",
    kind: "partner",
    joinedMonthsAgo: 40,
    interests: ["roofing"],
  },
  ludovica: {
    name: "Ludovica Serra",
    email: "ludovica.serra@posta.example",
    phone: null,
    company: null,
    city: "Cagliari",
    postcode: "09124",
    country: "IT",
    memberNo: "IM73105780",
    kind: "user",
    joinedMonthsAgo: 9,
    interests: ["solar panels"],
  },
  naveen: {
    name: "Naveen Rao",
    email: "naveen.rao@mail.example",
    phone: "+91 80 5550 0147",
    company: null,
    city: "Bengaluru",
    postcode: "560001",
    country: "IN",
    memberNo: "IM73106002",
    kind: "user",
    joinedMonthsAgo: 5,
    interests: ["moving house"],
  },
  philippa: {
    name: "Philippa Drummond",
    email: "pippa.drummond@mail.example",
    phone: "+44 7700 900288",
    company: null,
    city: "Leeds",
    postcode: "LS8 2JN",
    country: "GB",
    memberNo: "IM73106219",
    kind: "user",
    joinedMonthsAgo: 14,
    interests: ["kitchens", "moving house"],
  },
} as const satisfies Record<string, Omit<Member, "key">>;

const first = ["Arvid", "Belén", "Cosimo", "Daria", "Eoin", "Fleur", "Goran", "Hedda", "Imre", "Jana"];
const last = ["Almeida", "Bergström", "Costa", "Dragan", "Ek", "Fontaine", "Gallo", "Horvat", "Ivarsson"];
const towns = [
  ["Dublin", "D04 V1W8", "IE"],
  ["Lyon", "69003", "FR"],
  ["Porto", "4050-253", "PT"],
  ["Graz", "8010", "AT"],
] as const;

/** Everybody who joined, those of the stories first. */
export function members(): Member[] {
  const named = Object.entries(immediateConnectPeople).map(([key, person]) => ({ key, ...person }));
  const others = Array.from({ length: 64 }, (_, index): Member => {
    const random = randomFor(`immediate-connect/person/${index}`);
    const name = `${random.pick(first)} ${random.pick(last)}`;
    const [city, postcode, country] = random.pick(towns);
    return {
      key: `member-${index}`,
      name,
      email: `member${index}@mail.example`,
      phone: null,
      company: null,
      city,
      postcode,
      country,
      memberNo: `IM7320${random.digits(2)}${String(index).padStart(2, "0")}`,
      kind: random.chance(20) ? "partner" : "user",
      joinedMonthsAgo: random.int(1, 48),
      interests: [random.pick(["gardens", "roofing", "kitchens", "solar panels"])],
    };
  });
  return [...named, ...others];
}
