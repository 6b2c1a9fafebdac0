import type { RegisterRow } from "#lib/organisations/policy.ts";

/** Who gets data from `ipc`, by name (CJEU C-154/21). The kinds are those of its published policy, the names invented. */
export const recipients = {
  hosting: {
    name: "Northlight Rechenzentren GmbH",
    place: { en: "Germany", de: "Deutschland" },
    kind: { en: "companies that run our computers", de: "Unternehmen, die unsere Rechner betreiben" },
    dealing: "disclosed" as const,
    why: {
      en: "They run the computers on which we keep it.",
      de: "Betreibt die Rechner, auf denen wir sie speichern.",
    },
  },
  payment: {
    name: "Pennywhistle Payments plc",
    place: { en: "Ireland", de: "Irland" },
    kind: { en: "payment companies", de: "Zahlungsdienste" },
    dealing: "disclosed" as const,
    why: { en: "They take the money from your card.", de: "Bucht das Geld von Ihrer Karte ab." },
  },
  support: {
    name: "Fernleaf Support Ltd",
    place: { en: "Ireland", de: "Irland" },
    kind: { en: "support companies", de: "Kundendienste" },
    dealing: "disclosed" as const,
    why: { en: "They run our help desk.", de: "Betreibt unseren Kundendienst." },
  },
  mailing: {
    name: "Quillmail B.V.",
    place: { en: "Netherlands", de: "Niederlande" },
    kind: { en: "companies that send our letters", de: "Unternehmen, die unsere Newsletter verschicken" },
    dealing: "disclosed" as const,
    uses: ["marketing" as const],
    why: { en: "They send our letters.", de: "Verschickt unsere Newsletter." },
  },
  analytics: {
    name: "Harbor & Pine Analytics, Inc.",
    place: { en: "United States", de: "USA" },
    kind: { en: "companies that measure use", de: "Unternehmen, die die Nutzung messen" },
    dealing: "disclosed" as const,
    why: { en: "They count how our service is used.", de: "Zählt, wie unser Dienst genutzt wird." },
  },
  advertising: {
    name: "Sundial Advertising LLC",
    place: { en: "United States", de: "USA" },
    kind: { en: "advertising companies", de: "Werbeunternehmen" },
    dealing: "shared" as const,
    uses: ["advertising" as const],
    why: { en: "They show our advertisements elsewhere.", de: "Zeigt unsere Anzeigen anderswo." },
    directMarketing: {
      from: 2024,
      to: null,
      kinds: ["email", "services"],
      address: "77 Gnomon Street, Reno, NV 89501",
      sells: { en: "Places for advertisements on websites.", de: "Plätze für Anzeigen auf Websites." },
    },
  },
  telephone: {
    name: "Two Rivers Telephone Company",
    place: { en: "United States", de: "USA" },
    kind: { en: "companies of our group", de: "Unternehmen unserer Gruppe" },
    dealing: "disclosed" as const,
    why: {
      en: "A company of our group. It connects calls by telephone.",
      de: "Ein Unternehmen unserer Gruppe. Es stellt Telefonverbindungen her.",
    },
  },
  reseller: {
    name: "Kite & Anchor Trading Ltd",
    place: { en: "United Kingdom", de: "Vereinigtes Königreich" },
    kind: { en: "companies that sell our plans", de: "Unternehmen, die unsere Tarife verkaufen" },
    dealing: "disclosed" as const,
    why: {
      en: "They sell our plans and need to know who bought one.",
      de: "Verkauft unsere Tarife und muss wissen, wer einen gekauft hat.",
    },
  },
} satisfies Record<string, RegisterRow["recipients"][number]>;
