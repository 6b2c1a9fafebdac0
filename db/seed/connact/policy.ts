import { policySchema, type Policy } from "#lib/organisations/policy.ts";
import { relations } from "../relations.ts";
import { register } from "./register.ts";

/** What `connact` promises, in its first version: no law is named in it, so each person has that of her place. */
export const connactPolicy: Policy = policySchema.parse({
  name: "Connact",
  imprint: "Connact Ltd · London · Dublin",
  accent: "#2E6B4F",
  contact: {
    email: "privacy@connact.example",
    telephone: null,
    hours: null,
    post: "Connact Ltd, 8 Lock Keeper’s Yard, London, United Kingdom",
  },
  privacyNotice: "https://connact.example/privacy",
  establishments: {
    default: { place: "London", zone: "Europe/London", calendar: "GB-ENG" },
    others: [{ place: "Dublin", zone: "Europe/Dublin", calendar: "IE", regimes: ["eu-gdpr"] }],
  },
  regimes: ["uk-gdpr", "eu-gdpr", "us-ca-ccpa", "us-va", "us-co", "default-row"],
  rights: [
    "access",
    "portability",
    "rectification",
    "erasure",
    "restriction",
    "objection",
    "opt-out-sale",
    "opt-out-marketing",
    "withdraw-consent",
    "legal-basis",
  ],
  relationships: [
    {
      id: "user",
      label: { en: "I have a workspace with you", de: "Ich habe einen Arbeitsbereich bei Ihnen" },
    },
    {
      id: "company",
      label: {
        en: "I use you for my club or company",
        de: "Ich nutze Sie für meinen Verein oder meine Firma",
      },
    },
    { id: "visitor", label: { en: "I visited your website", de: "Ich habe Ihre Website besucht" } },
    { id: "subscriber", label: { en: "I get your letter", de: "Ich bekomme Ihren Newsletter" } },
    {
      id: "entered",
      label: {
        en: "A club or company put my details into its workspace",
        de: "Ein Verein oder eine Firma hat meine Daten in einen Arbeitsbereich eingetragen",
      },
    },
    { id: "other", label: { en: "Something else", de: "Etwas anderes" } },
  ],
  proof: {
    login: false,
    locator: {
      id: "workspace-number",
      kind: "number",
      label: { en: "Workspace number", de: "Nummer des Arbeitsbereichs" },
      hint: {
        en: "In the app under Settings, at the very bottom. It looks like CN 000000.",
        de: "In der App unter Einstellungen, ganz unten. Sie sieht aus wie CN 000000.",
      },
      field: "connact_accounts:users.workspace_no",
    },
    facts: [
      {
        id: "email",
        kind: "email",
        label: {
          en: "The e-mail address you sign in with",
          de: "Die E-Mail-Adresse, mit der Sie sich anmelden",
        },
        field: "connact_accounts:users.email",
      },
      {
        id: "postcode",
        kind: "postcode",
        label: { en: "Your postcode", de: "Ihre Postleitzahl" },
        hint: {
          en: "The one you gave when you joined.",
          de: "Die, die Sie bei der Anmeldung angegeben haben.",
        },
        field: "connact_accounts:users.postcode",
      },
      {
        id: "date-of-birth",
        kind: "date",
        label: { en: "Date of birth", de: "Geburtsdatum" },
        field: "connact_accounts:users.born_on",
      },
      {
        id: "joined",
        kind: "date",
        label: { en: "The day you joined", de: "Der Tag, an dem Sie sich angemeldet haben" },
        hint: {
          en: "It stands in the mail that welcomed you.",
          de: "Er steht in der Begrüßungsmail.",
        },
        field: "connact_accounts:users.joined_on",
      },
    ],
    contact: {
      field: "connact_accounts:users.email",
      changedAt: "connact_accounts:users.email_changed_at",
    },
    name: "connact_accounts:users.full_name",
    loginSubject: null,
    seeds: {
      workspace_no: "connact_accounts:users.workspace_no",
      email: "connact_accounts:users.email",
    },
  },
  categories: [
    {
      id: "account",
      title: { en: "Account", de: "Konto" },
      about: {
        en: "What you told us so that we could give you a workspace, and when you signed in.",
        de: "Was Sie uns gesagt haben, damit wir Ihnen einen Arbeitsbereich geben konnten, und wann Sie sich angemeldet haben.",
      },
      collections: ["connact_accounts:users", "connact_accounts:logins"],
    },
    {
      id: "website",
      title: { en: "Website", de: "Website" },
      about: {
        en: "Pages you opened while you were signed in, what you searched for there, and where you came from.",
        de: "Seiten, die Sie angemeldet geöffnet haben, wonach Sie dort gesucht haben und woher Sie kamen.",
      },
      collections: ["connact_web:visits.ndjson"],
    },
    {
      id: "newsletter",
      title: { en: "Letter", de: "Newsletter" },
      about: { en: "Whether our letter comes to you.", de: "Ob unser Newsletter zu Ihnen kommt." },
      collections: ["connact_web:newsletter.csv"],
    },
  ],
  notHeld: [
    {
      en: "What you or your club put into a workspace. For that the club decides; ask it.",
      de: "Was Sie oder Ihr Verein in einen Arbeitsbereich eingetragen haben. Darüber entscheidet der Verein; fragen Sie ihn.",
    },
    { en: "Bank or card numbers", de: "Konto- oder Kartennummern" },
  ],
  register,
  partings: [
    {
      when: { rights: ["access", "portability"] },
      policy: "Rights end when the time for keeping the data has ended.",
      law: "Access covers whatever is still held, past its date too.",
      citation: "GDPR Art. 15(1); UK GDPR Art. 15(1)",
      acts: "The law. That keeping has ended can be said only when every place was searched and holds nothing.",
    },
  ],
  sourceNames: {
    accounts: { en: "Accounts", de: "Konten" },
    website: { en: "Website and letter", de: "Website und Newsletter" },
  },
  children: {
    age: 18,
    relations,
    born: "connact_accounts:users.born_on",
  },
  aimDaysBefore: 14,
  delivery: { linkDays: 21, keepDays: 60, contactAgeDays: 30, transfersPerLink: 5 },
  appealDays: 60,
  trackerDays: 365,
  factsKeptDays: 14,
});
