import { getCountries } from "libphonenumber-js/min";
import type { Locale } from "#lib/locales/index.ts";

/** States of the United States and the District of Columbia by postal code (ISO 3166-2:US). */
const states: Readonly<Record<string, string>> = {
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

export type Place = { value: string; label: string };

/** States a person may live in, by name. */
export function listStates(): Place[] {
  return Object.entries(states).map(([code, label]) => ({ value: `US-${code}`, label }));
}

/** Countries a person may live in, by name in her language. */
export function listCountries(locale: Locale): Place[] {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  return getCountries()
    .map((value) => ({ value: value as string, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** Countries, and the United States by state, in one list. */
export function listResidences(locale: Locale): Place[] {
  const countries = listCountries(locale);
  const name = countries.find((one) => one.value === "US")?.label ?? "United States";
  return [
    { value: "", label: "" },
    ...countries.filter((one) => one.value !== "US"),
    ...listStates().map(({ value, label }) => ({ value, label: `${name}: ${label}` })),
    { value: "US", label: `${name}: elsewhere` },
  ];
}

/** A residence in words: "Germany", "California, United States". */
export function residenceName(residence: string, locale: Locale): string {
  const [country = residence, state] = residence.split("-");
  const name = new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
  return state && states[state] ? `${states[state]}, ${name}` : name;
}
