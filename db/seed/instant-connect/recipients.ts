import type { RegisterRow } from "#lib/organisations/policy.ts";

/** Who gets data from `instant-connect`, by name (CJEU C-154/21). The kinds are those of its policy, the names invented. */
export const recipients = {
  delivery: {
    name: "Lakeshore Parcel LLC",
    place: { en: "United States", de: "USA" },
    kind: { en: "delivery companies", de: "Lieferdienste" },
    dealing: "disclosed",
    why: { en: "They bring what you bought.", de: "Bringt, was Sie gekauft haben." },
  },
  advertising: {
    name: "Windy Row Digital, Inc.",
    place: { en: "United States", de: "USA" },
    kind: { en: "digital advertising companies", de: "Unternehmen für Onlinewerbung" },
    dealing: "shared",
    why: {
      en: "They show our advertisements on other sites.",
      de: "Zeigt unsere Anzeigen auf anderen Seiten.",
    },
  },
  analytics: {
    name: "Plumb Line Analytics, Inc.",
    place: { en: "United States", de: "USA" },
    kind: { en: "companies that measure use", de: "Unternehmen, die die Nutzung messen" },
    dealing: "disclosed",
    why: { en: "They count how our site is used.", de: "Zählt, wie unsere Website genutzt wird." },
  },
} as const satisfies Record<string, RegisterRow["recipients"][number]>;
