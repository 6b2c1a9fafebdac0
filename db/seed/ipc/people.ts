import { demoPeople, type DemoPerson } from "#lib/demo/people.ts";
import { randomFor } from "../random.ts";

type Place = Pick<DemoPerson, "residence" | "locale"> & {
  cities: readonly (readonly [city: string, postcode: string])[];
  streets: readonly string[];
  price: readonly [amount: string, currency: DemoPerson["invoice"]["currency"]];
  first: readonly string[];
  last: readonly string[];
};

/** Where everybody else lives, and what people are called there. */
const places: readonly Place[] = [
  {
    residence: "GB",
    locale: "en",
    cities: [
      ["Bristol", "BS3 1QE"],
      ["York", "YO10 3DD"],
      ["Cardiff", "CF11 9HA"],
      ["Glasgow", "G12 8QW"],
    ],
    streets: ["Mill Lane", "Station Road", "High Street", "Albert Road", "Orchard Close"],
    price: ["18.40", "GBP"],
    first: [
      "Oliver",
      "Amelia",
      "George",
      "Isla",
      "Harry",
      "Freya",
      "Arthur",
      "Poppy",
      "Imogen",
      "Callum",
      "Zara",
      "Rohan",
    ],
    last: [
      "Ashworth",
      "Bellamy",
      "Cartwright",
      "Dunmore",
      "Ellery",
      "Fairfax",
      "Grantley",
      "Holloway",
      "Iqbal",
      "Jessop",
    ],
  },
  {
    residence: "DE",
    locale: "de",
    cities: [
      ["Leipzig", "04275"],
      ["Hamburg", "22765"],
      ["Köln", "50672"],
      ["Freiburg", "79098"],
    ],
    streets: ["Gartenstraße", "Bahnhofstraße", "Lindenweg", "Am Markt", "Schillerstraße"],
    price: ["12.00", "EUR"],
    first: [
      "Anneliese",
      "Bastian",
      "Carla",
      "Dennis",
      "Eva",
      "Florian",
      "Greta",
      "Henrik",
      "Ida",
      "Jonas",
      "Käthe",
      "Levin",
    ],
    last: [
      "Albrecht",
      "Brückner",
      "Cordes",
      "Dietz",
      "Engelhardt",
      "Fuchs",
      "Grünewald",
      "Hartung",
      "Jürgens",
      "Krämer",
    ],
  },
  {
    residence: "US-VA",
    locale: "en",
    cities: [
      ["Richmond", "23221"],
      ["Arlington", "22201"],
      ["Charlottesville", "22902"],
    ],
    streets: ["Maple Street", "Monument Avenue", "River Road", "Second Street"],
    price: ["24.00", "USD"],
    first: [
      "Abigail",
      "Brandon",
      "Caleb",
      "Destiny",
      "Ethan",
      "Faith",
      "Grayson",
      "Hannah",
      "Isaiah",
      "Jasmine",
    ],
    last: ["Abernathy", "Blackwood", "Carmichael", "Davenport", "Eastman", "Fitzhugh", "Goodwin", "Hargrove"],
  },
  {
    residence: "US-CA",
    locale: "en",
    cities: [
      ["San Jose", "95112"],
      ["Fresno", "93721"],
      ["San Diego", "92103"],
      ["Oakland", "94609"],
    ],
    streets: ["Alameda Drive", "Mission Street", "Sunset Avenue", "Palm Court"],
    price: ["24.00", "USD"],
    first: [
      "Alejandra",
      "Benito",
      "Chloe",
      "Diego",
      "Esperanza",
      "Felix",
      "Gabriela",
      "Hiro",
      "Isabela",
      "Jaden",
    ],
    last: ["Alvarado", "Bautista", "Castellanos", "Delgado", "Escobar", "Figueroa", "Guerrero", "Nakamura"],
  },
  {
    residence: "FR",
    locale: "en",
    cities: [
      ["Nantes", "44000"],
      ["Lyon", "69007"],
      ["Lille", "59000"],
    ],
    streets: ["rue des Lilas", "avenue Jaurès", "rue du Port", "place du Marché"],
    price: ["12.00", "EUR"],
    first: [
      "Apolline",
      "Bastien",
      "Céline",
      "Damien",
      "Élise",
      "Fabrice",
      "Gaëlle",
      "Hugues",
      "Inès",
      "Jérôme",
    ],
    last: ["Aubert", "Boucher", "Chevalier", "Deschamps", "Fontaine", "Garnier", "Lefèvre", "Marchand"],
  },
];

/** Everybody with an account at `ipc`: the people of the demo's stories, and hundreds whom no answer may ever show. */
export function ipcPeople(): DemoPerson[] {
  const named = Object.values(demoPeople);
  const names = new Set(named.map((person) => person.name));
  const others: DemoPerson[] = [];
  for (let number = 1; others.length < 400 - named.length; number++) {
    const person = somebody(number);
    if (names.has(person.name)) continue;
    names.add(person.name);
    others.push(person);
  }
  return [...named, ...others];
}

/** Days between the account's opening and the demo's first day. */
export function customerForDays(person: DemoPerson): number {
  return Math.round(person.customerForMonths * 30.4);
}

function somebody(number: number): DemoPerson {
  const random = randomFor(`ipc/person/${number}`);
  const place = random.pick(places);
  const [first, last] = [random.pick(place.first), random.pick(place.last)];
  const [city, postcode] = random.pick(place.cities);
  const ascii = `${first}.${last}`.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    key: `person-${number}`,
    name: `${first} ${last}`,
    email: `${ascii}${number}@mail.example`,
    emailChangedDaysAgo: null,
    phone: null,
    born: `${random.int(1948, 2004)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
    street: `${random.int(1, 120)} ${random.pick(place.streets)}`,
    city,
    postcode,
    residence: place.residence,
    locale: place.locale,
    // Numbers of the stories' people begin with other digits, so none can meet one of these.
    accountNo: `IP1${String(number * 7919)
      .padStart(7, "0")
      .slice(-7)}`,
    cardLast4: random.digits(4),
    invoice: { amount: place.price[0], currency: place.price[1], monthsAgo: random.int(1, 2) },
    customerForMonths: random.int(3, 96),
    login: null,
  };
}
