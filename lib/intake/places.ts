import type { Locale } from "#lib/locales/index.ts";

/** Every country and territory of ISO 3166-1 with a population of its own, and Kosovo (XK, a code in general use). */
const countries = (
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG " +
  "CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI " +
  "GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA " +
  "LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO " +
  "NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS " +
  "ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
).split(" ");

/** The states of the United States and its capital's district, ISO 3166-2 without `US-`. */
const states: Record<string, string> = {
  AL: "Alabama",
  AK: "Alaska",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia",
  FL: "Florida",
  GA: "Georgia",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
};

/** States that German has a word of its own for. */
const germanStates: Record<string, string> = { CA: "Kalifornien" };

/** Stands for a place that nobody knows and nobody asks for (ISO 3166-1, left to users; CLDR "unknown region"). */
export const unknownPlace = "ZZ";

/** Where somebody may live, in the four groups the question offers. `US` itself stands for none: its state is asked. */
export type Places = { europe: string[]; states: string[]; countries: string[] };

export const areas = ["uk", "europe", "us", "other"] as const;
export type Area = (typeof areas)[number];

/** @param europe the places of the one law that all of them share, as that law lists them */
export function placesIn(europe: readonly string[]): Places {
  return {
    europe: [...europe],
    states: Object.keys(states).map((state) => `US-${state}`),
    countries: countries.filter((code) => code !== "GB" && code !== "US" && !europe.includes(code)),
  };
}

/** The group in which a residence was chosen; null for what none of them offers. */
export function areaOf(residence: string | undefined, places: Places): Area | null {
  if (residence === "GB") return "uk";
  if (residence === undefined) return null;
  if (places.europe.includes(residence)) return "europe";
  if (places.states.includes(residence)) return "us";
  return places.countries.includes(residence) ? "other" : null;
}

/** A residence in the reader's language: "United Kingdom", "California, United States". */
export function placeName(residence: string, locale: Locale): string {
  const [country = residence, state] = residence.split("-");
  const name = new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
  return state === undefined ? name : `${stateName(state, locale)}, ${name}`;
}

function stateName(state: string, locale: Locale): string {
  return (locale === "de" ? germanStates[state] : undefined) ?? states[state] ?? state;
}

/** Every residence for the desk's one long list: countries by name, then the United States state by state. */
export function listResidences(locale: Locale): { value: string; label: string }[] {
  const unitedStates = placeName("US", locale);
  const { states: ofStates } = placesIn([]);
  return [
    { value: "", label: "" },
    ...namedPlaces(
      countries.filter((code) => code !== "US"),
      locale,
    ),
    ...namedPlaces(ofStates, locale).map(({ value, label }) => ({
      value,
      label: `${unitedStates}: ${label}`,
    })),
    { value: "US", label: `${unitedStates}: elsewhere` },
  ];
}

/** For a list to choose from: code and name, by name; of a state without its country. */
export function namedPlaces(codes: readonly string[], locale: Locale): { value: string; label: string }[] {
  return codes
    .map((value) => ({
      value,
      label: value.startsWith("US-") ? stateName(value.slice(3), locale) : placeName(value, locale),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
