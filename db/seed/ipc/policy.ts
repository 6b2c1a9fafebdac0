import { policySchema, type Policy } from "#lib/organisations/policy.ts";
import { relations } from "../relations.ts";
import { categories } from "./categories.ts";
import { register } from "./register.ts";

/** What `ipc` promises, in its first version. Contacts are reserved ones; nobody reads mail there. */
export const ipcPolicy: Policy = policySchema.parse({
  name: "Instant Prospect Conversion",
  imprint: "Instant Prospect Conversion · San Jose · Dublin · London",
  accent: null,
  contact: {
    email: "privacy@ipc.example",
    telephone: "+44 20 7946 0018",
    hours: { en: "Monday to Friday, 9:00 to 17:00", de: "Montag bis Freitag, 9 bis 17 Uhr" },
    post: "Instant Prospect Conversion, Privacy team, 1 Harbour Row, Dublin 1, Ireland",
  },
  privacyNotice: "https://ipc.example/privacy",
  establishments: {
    default: { place: "San Jose", zone: "America/Los_Angeles", calendar: "US-CA" },
    others: [
      { place: "Dublin", zone: "Europe/Dublin", calendar: "IE", regimes: ["eu-gdpr"] },
      { place: "London", zone: "Europe/London", calendar: "GB-ENG", regimes: ["uk-gdpr"] },
    ],
  },
  regimes: ["eu-gdpr", "uk-gdpr", "us-ca-ccpa", "us-ca-shine", "us-va", "us-co", "default-row"],
  rights: [
    "access",
    "portability",
    "rectification",
    "erasure",
    "restriction",
    "objection",
    "opt-out-sale",
    "opt-out-marketing",
    "opt-out-profiling",
    "limit-sensitive",
    "withdraw-consent",
    "shine-the-light",
  ],
  promises: [{ regime: "eu-gdpr", residences: ["CH"] }],
  shineTheLight: {
    email: "privacy@ipc.example",
    channels: ["portal", "mail"],
    wants: ["label", "name", "address", "certificate"],
  },
  statements: {
    "limit-sensitive": {
      en: "We use sensitive data about you only for what you ask us to do. We do not use it to learn more about you. So there is nothing to limit.",
      de: "Sensible Daten über Sie nutzen wir nur für das, was Sie von uns wollen. Wir schließen daraus nichts über Sie. Darum gibt es nichts zu begrenzen.",
    },
    "opt-out-profiling": {
      en: "No computer of ours decides anything that matters to you from what it guesses about you. So there is nothing to stop.",
      de: "Kein Computer bei uns entscheidet etwas Wichtiges über Sie danach, was er über Sie vermutet. Darum gibt es nichts zu beenden.",
    },
  },
  relationships: [
    { id: "customer", label: { en: "I have an account with you", de: "Ich habe ein Konto bei Ihnen" } },
    {
      id: "licensed-user",
      label: {
        en: "My employer, school or club gave me an account",
        de: "Ich habe ein Konto über Arbeitgeber, Schule oder Verein",
      },
    },
    {
      id: "guest",
      label: {
        en: "I was a guest in a meeting or webinar",
        de: "Ich war Gast in einem Treffen oder Webinar",
      },
    },
    { id: "subscriber", label: { en: "I only get your letters", de: "Ich bekomme nur Ihre Newsletter" } },
    {
      id: "contact",
      label: { en: "Somebody else gave you my details", de: "Jemand anderes hat Ihnen meine Daten gegeben" },
    },
    { id: "other", label: { en: "Something else", de: "Etwas anderes" } },
  ],
  consents: [
    {
      id: "advertising-cookies",
      label: { en: "Advertising cookies", de: "Werbe-Cookies" },
      needsProof: false,
      uses: ["advertising"],
    },
    {
      id: "newsletter",
      label: { en: "Newsletters and text messages", de: "Newsletter und SMS" },
      needsProof: false,
      uses: ["marketing"],
    },
    {
      id: "address-book",
      label: {
        en: "Finding people I know in my address book",
        de: "Bekannte in meinem Adressbuch finden",
      },
      needsProof: true,
      warning: {
        en: "Without your address book we cannot show you any more who of the people you know is online.",
        de: "Ohne Ihr Adressbuch können wir Ihnen nicht mehr zeigen, wer von Ihren Bekannten online ist.",
      },
    },
  ],
  marketing: ["email", "sms"],
  // Its notice names these seven states; the law adds five.
  signal: ["US-CA", "US-CO", "US-CT", "US-MT", "US-NE", "US-NH", "US-TX"],
  proof: {
    login: true,
    locator: {
      id: "account-number",
      kind: "number",
      label: { en: "Account number", de: "Kundennummer" },
      hint: {
        en: "At the top right of every invoice. It looks like IP 0000 0000.",
        de: "Rechts oben auf jeder Rechnung. Sie sieht aus wie IP 0000 0000.",
      },
      field: "ipc_accounts:accounts.account_no",
    },
    facts: [
      {
        id: "last-invoice",
        kind: "amount-month",
        label: { en: "Amount and month of your last invoice", de: "Betrag und Monat Ihrer letzten Rechnung" },
        hint: {
          en: "The newest one, with all taxes, as it stands on the invoice.",
          de: "Die neueste, mit allen Steuern, so wie es auf der Rechnung steht.",
        },
        field: "ipc_accounts:invoices.amount",
        month: "ipc_accounts:invoices.issued_on",
        latestBy: "ipc_accounts:invoices.issued_on",
      },
      {
        id: "billing-postcode",
        kind: "postcode",
        label: { en: "Postcode of your billing address", de: "Postleitzahl Ihrer Rechnungsadresse" },
        hint: {
          en: "In the United States this is the ZIP code, five digits.",
          de: "In den USA ist das der ZIP-Code mit fünf Ziffern.",
        },
        field: "ipc_accounts:accounts.billing_postcode",
      },
      {
        id: "date-of-birth",
        kind: "date",
        label: { en: "Date of birth", de: "Geburtsdatum" },
        field: "ipc_accounts:accounts.date_of_birth",
      },
      {
        id: "card-last4",
        kind: "last4",
        label: {
          en: "Last four digits of the card you pay with",
          de: "Letzte vier Ziffern der Karte, mit der Sie zahlen",
        },
        hint: {
          en: "Only the last four. We never ask for the whole number.",
          de: "Nur die letzten vier. Nach der ganzen Nummer fragen wir nie.",
        },
        field: "ipc_accounts:accounts.card_last4",
      },
    ],
    contact: { field: "ipc_accounts:accounts.email", changedAt: "ipc_accounts:accounts.email_changed_at" },
    post: {
      lines: [
        ["ipc_accounts:accounts.billing_street"],
        ["ipc_accounts:accounts.billing_postcode", "ipc_accounts:accounts.billing_city"],
      ],
      changedAt: null,
    },
    name: "ipc_accounts:accounts.full_name",
    loginSubject: "ipc_accounts:accounts.login_subject",
    seeds: { account_number: "ipc_accounts:accounts.account_no", email: "ipc_accounts:accounts.email" },
  },
  categories,
  notHeld: [
    { en: "Voice prints and face geometry", de: "Stimmprofile und Gesichtsgeometrie" },
    { en: "What was said or shown in your meetings", de: "Was in Ihren Treffen gesagt oder gezeigt wurde" },
    { en: "Your whole card number", de: "Ihre vollständige Kartennummer" },
  ],
  register,
  answerThemselves: [
    {
      name: "Doodleboard",
      what: {
        en: "What you drew on its board inside a meeting",
        de: "Was Sie in einem Treffen auf dessen Tafel gezeichnet haben",
      },
      contact: "privacy@doodleboard.example",
    },
    {
      name: "Quillwise Notes",
      what: {
        en: "Notes you let it take of your meetings",
        de: "Notizen, die Sie davon in Ihren Treffen haben machen lassen",
      },
      contact: "privacy@quillwise-notes.example",
    },
  ],
  complaints: [
    {
      text: {
        en: "Binding arbitration under the Data Privacy Framework",
        de: "Ein verbindliches Schiedsverfahren nach dem Datenschutzrahmen (Data Privacy Framework)",
      },
      url: "https://www.dataprivacyframework.gov",
      regimes: ["eu-gdpr", "uk-gdpr"],
    },
  ],
  partings: [
    {
      when: { rights: ["access", "portability"], regimes: ["us-ca-ccpa"] },
      policy: "Two or more pieces of information about the account are enough to prove who asks.",
      law: "Specific pieces of data need three matching facts and a declaration under penalty of perjury; two are enough for the kinds of data. A sign-in is enough, with a fresh one before delivery.",
      citation: "11 CCR 7060-7062",
      acts: "Two facts give the kinds of data at once, three and the declaration the data itself. Who can sign in gives no facts at all.",
    },
    {
      when: { rights: ["opt-out-sale", "limit-sensitive"], regimes: ["us-ca-ccpa"] },
      policy: "We may ask for more information to confirm who asks, and for the state of residence.",
      law: "A choice against sale, sharing or use of sensitive data may not be made to wait for a proof of identity. Residence is stated, not proved.",
      citation: "11 CCR 7026(d), 7027(e), 7060(b)",
      acts: "The law. The choice counts at once: no check, no link to press, residence as stated.",
    },
    {
      when: { rights: ["opt-out-sale"], residences: ["US-DE", "US-MD", "US-MN", "US-NJ", "US-OR"] },
      policy: "Signals of browsers are honoured for seven states: CA, CO, CT, MT, NE, NH and TX.",
      law: "Delaware, Maryland, Minnesota, New Jersey and Oregon order it too.",
      citation:
        "6 Del. C. 12D-106(e)(1)a.2; Md. Code, Com. Law 14-4707(f); Minn. Stat. 325M.14 subd. 3; N.J.S.A. 56:8-166.11(b); ORS 646A.578(5)(c)",
      acts: "The law. The signal counts for people of these states as it does for those of the seven.",
    },
  ],
  sourceNames: {
    "account-database": { en: "Account database", de: "Kundendatenbank" },
    "support-desk": { en: "Support desk", de: "Kundendienst" },
    "marketing-exports": { en: "Marketing exports", de: "Marketing-Listen" },
  },
  children: {
    age: 16,
    relations,
    born: "ipc_accounts:accounts.date_of_birth",
  },
  aimDaysBefore: 4,
  delivery: { linkDays: 30, keepDays: 90, contactAgeDays: 30, transfersPerLink: 5 },
  appealDays: 60,
  trackerDays: 730,
  factsKeptDays: 30,
});
