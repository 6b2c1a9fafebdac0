import type { RegisterRow } from "#lib/organisations/policy.ts";

/** Who gets data from `immediate-connect`, by name (CJEU C-154/21). The kinds are those of its policy, the names invented. */
export const recipients = {
  hosting: {
    name: "Saltmarsh Hosting DAC",
    place: { en: "Ireland", de: "Irland" },
    kind: { en: "companies that run our computers", de: "Unternehmen, die unsere Rechner betreiben" },
    dealing: "disclosed",
    why: {
      en: "They run the computers on which we keep it.",
      de: "Betreibt die Rechner, auf denen wir sie speichern.",
    },
  },
  roofs: {
    name: "Maguire Roofs",
    place: { en: "Ireland", de: "Irland" },
    kind: { en: "partners you asked us to tell", de: "Partner, denen wir Bescheid geben sollten" },
    dealing: "disclosed",
    why: {
      en: "They got the form you sent. It says which one got yours.",
      de: "Bekam Ihr Formular. Welcher Partner Ihres bekam, steht beim Formular.",
    },
  },
  gardens: {
    name: "Grünwerk Gärten GmbH",
    place: { en: "Germany", de: "Deutschland" },
    kind: { en: "partners you asked us to tell", de: "Partner, denen wir Bescheid geben sollten" },
    dealing: "disclosed",
    why: {
      en: "They got the form you sent. It says which one got yours.",
      de: "Bekam Ihr Formular. Welcher Partner Ihres bekam, steht beim Formular.",
    },
  },
  sun: {
    name: "Sol de Casa S.L.",
    place: { en: "Spain", de: "Spanien" },
    kind: { en: "partners you asked us to tell", de: "Partner, denen wir Bescheid geben sollten" },
    dealing: "disclosed",
    why: {
      en: "They got the form you sent. It says which one got yours.",
      de: "Bekam Ihr Formular. Welcher Partner Ihres bekam, steht beim Formular.",
    },
  },
  contractor: {
    name: "Bellwether Telephone Services, Inc.",
    place: { en: "United States", de: "USA" },
    kind: { en: "contractors", de: "Auftragnehmer" },
    dealing: "disclosed",
    why: {
      en: "They answer the telephone for us at night.",
      de: "Nimmt nachts für uns das Telefon ab.",
    },
  },
} as const satisfies Record<string, RegisterRow["recipients"][number]>;
