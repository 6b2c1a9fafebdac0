import { randomFor } from "../random.ts";

/** A user of `connact`: cloud software for clubs and small firms that keep their members and addresses in it. */
export type User = {
  key: string;
  name: string;
  email: string;
  phone: string | null;
  company: string | null;
  postcode: string;
  country: string;
  /** Civil day. */
  born: string;
  /** As stored: `CN204418`. */
  workspaceNo: string;
  /** Months before the demo's first day. */
  joinedMonthsAgo: number;
};

/** The people of its stories. Toby is twelve and Ada fifteen: nobody under eighteen should have an account here. */
export const connactPeople = {
  harriet: {
    name: "Harriet Okoro",
    email: "harriet@rowingclub.example",
    phone: "+44 7700 900361",
    company: "Eastside Rowing Club",
    postcode: "E3 2NQ",
    country: "GB",
    born: "1979-05-14",
    workspaceNo: "CN204418",
    joinedMonthsAgo: 31,
  },
  sorcha: {
    name: "Sorcha Ní Bhriain",
    email: "sorcha@printworks.example",
    phone: null,
    company: "Liffey Print Works",
    postcode: "D07 XW2C",
    country: "IE",
    born: "1991-12-02",
    workspaceNo: "CN204531",
    joinedMonthsAgo: 12,
  },
  matthias: {
    name: "Matthias Brandl",
    email: "m.brandl@bergverein.example",
    phone: "+49 8821 555 0137",
    company: "Bergverein Garmisch e.V.",
    postcode: "82467",
    country: "DE",
    born: "1968-08-30",
    workspaceNo: "CN204777",
    joinedMonthsAgo: 44,
  },
  toby: {
    name: "Toby Lawson",
    email: "toby.lawson@school.example",
    phone: null,
    company: null,
    postcode: "M20 4BG",
    country: "GB",
    born: "2014-03-09",
    workspaceNo: "CN205002",
    joinedMonthsAgo: 3,
  },
  ada: {
    name: "Ada Whitcombe",
    email: "ada.whitcombe@school.example",
    phone: null,
    company: null,
    postcode: "LS6 3HN",
    country: "GB",
    born: "2011-06-02",
    workspaceNo: "CN205118",
    joinedMonthsAgo: 5,
  },
} as const satisfies Record<string, Omit<User, "key">>;

const first = ["Adele", "Bertie", "Ciara", "Dolan", "Esme", "Fergus", "Greta", "Hamid", "Isla", "Jonas"];
const last = ["Ashworth", "Bexley", "Carrick", "Doyle", "Ellery", "Faulkner", "Grange", "Holloway"];

/** Everybody who has an account, those of the stories first. */
export function users(): User[] {
  const named = Object.entries(connactPeople).map(([key, person]) => ({ key, ...person }));
  const others = Array.from({ length: 60 }, (_, index): User => {
    const random = randomFor(`connact/person/${index}`);
    const name = `${random.pick(first)} ${random.pick(last)}`;
    return {
      key: `user-${index}`,
      name,
      email: `${name.toLowerCase().replace(" ", ".")}${index}@club.example`,
      phone: null,
      company: random.chance(60) ? `${random.pick(last)} & ${random.pick(last)}` : null,
      postcode: `N${random.int(1, 22)} ${random.int(1, 9)}AB`,
      country: "GB",
      born: `19${random.int(50, 99)}-0${random.int(1, 9)}-1${random.int(0, 9)}`,
      workspaceNo: `CN2061${String(index).padStart(2, "0")}`,
      joinedMonthsAgo: random.int(1, 60),
    };
  });
  return [...named, ...others];
}
