import type { RegisterRow } from "#lib/organisations/policy.ts";

/** Nobody outside the house: affiliates, contractors and the sender of mails, by name (CJEU C-154/21; names invented). */
export const recipients = {
  hosting: {
    name: "Moorhen Hosting Ltd",
    place: { en: "United Kingdom", de: "Vereinigtes Königreich" },
    kind: { en: "companies that run our computers", de: "Unternehmen, die unsere Rechner betreiben" },
    dealing: "disclosed",
    why: {
      en: "They run the computers on which we keep it.",
      de: "Betreibt die Rechner, auf denen wir sie speichern.",
    },
  },
  affiliate: {
    name: "Connact Services Unlimited",
    place: { en: "Ireland", de: "Irland" },
    kind: { en: "companies of our group", de: "Unternehmen unserer Gruppe" },
    dealing: "disclosed",
    why: {
      en: "A company of our group. It answers questions from the European Union.",
      de: "Ein Unternehmen unserer Gruppe. Es beantwortet Fragen aus der Europäischen Union.",
    },
  },
  mailing: {
    name: "Paperplane Mail GmbH",
    place: { en: "Germany", de: "Deutschland" },
    kind: { en: "companies that send our letters", de: "Unternehmen, die unsere Newsletter verschicken" },
    dealing: "disclosed",
    why: { en: "They send our letter.", de: "Verschickt unseren Newsletter." },
  },
} as const satisfies Record<string, RegisterRow["recipients"][number]>;
