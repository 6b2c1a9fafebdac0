import { policySchema, type Policy } from "#lib/organisations/policy.ts";
import { relations } from "../relations.ts";
import { register } from "./register.ts";

/** What `instant-connect` promises, in its first version. */
export const instantConnectPolicy: Policy = policySchema.parse({
  name: "Instant Connect",
  imprint: "Instant Connect · Chicago · Dublin",
  accent: "#7A3E9D",
  contact: {
    email: "dpo@instant-connect.example",
    telephone: null,
    hours: null,
    post: "Instant Connect, Data protection officer, 400 Canal Walk, Chicago, IL, United States",
  },
  privacyNotice: "https://instant-connect.example/privacy",
  notices: [
    {
      name: { en: "Notice for US states", de: "Erklärung für US-Bundesstaaten" },
      url: "https://instant-connect.example/privacy/us-states",
      regimes: ["us-ca-ccpa", "us-va", "us-co"],
    },
    {
      name: { en: "Notice under the GDPR", de: "Erklärung nach der DSGVO" },
      url: "https://instant-connect.example/privacy/gdpr",
      regimes: ["eu-gdpr", "uk-gdpr"],
    },
  ],
  establishments: {
    default: { place: "Chicago", zone: "America/Chicago", calendar: null },
    others: [
      { place: "Dublin", zone: "Europe/Dublin", calendar: "IE", regimes: ["eu-gdpr"] },
      { place: "London", zone: "Europe/London", calendar: "GB-ENG", regimes: ["uk-gdpr"] },
    ],
  },
  regimes: ["eu-gdpr", "uk-gdpr", "us-ca-ccpa", "us-va", "us-co", "default-row"],
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
  ],
  promises: [{ regime: "eu-gdpr", residences: ["CH"] }],
  relationships: [
    { id: "customer", label: { en: "I bought something from you", de: "Ich habe etwas bei Ihnen gekauft" } },
    {
      id: "former-customer",
      label: { en: "I was a customer, long ago", de: "Ich war früher Kundin oder Kunde" },
    },
    {
      id: "prospect",
      label: {
        en: "You write to me, and I never bought anything",
        de: "Sie schreiben mir, und ich habe nie etwas gekauft",
      },
    },
    { id: "visitor", label: { en: "I visited your website", de: "Ich habe Ihre Website besucht" } },
    {
      id: "partner",
      label: { en: "I am a partner or supplier of yours", de: "Ich bin Partner oder Lieferant von Ihnen" },
    },
    {
      id: "staff",
      label: {
        en: "I work for you, applied for work, or am named by somebody who does",
        de: "Ich arbeite bei Ihnen, habe mich beworben oder bin von jemandem genannt, der bei Ihnen arbeitet",
      },
      elsewhere: {
        text: {
          en: "What we hold about employees, applicants, temporary contractors and people they named to us, such as emergency contacts, stands in the notice for our staff.",
          de: "Was wir über Angestellte, Bewerberinnen und Bewerber, Aushilfen und von ihnen genannte Personen (etwa für Notfälle) haben, steht in der Erklärung für unser Personal.",
        },
        notice: "https://instant-connect.example/staff-privacy",
      },
    },
    { id: "other", label: { en: "Something else", de: "Etwas anderes" } },
  ],
  proof: {
    login: false,
    locator: {
      id: "email",
      kind: "email",
      label: { en: "The e-mail address we write to", de: "Die E-Mail-Adresse, an die wir schreiben" },
      field: "instant_contacts:contacts.email",
    },
    facts: [
      {
        id: "last-order",
        kind: "amount-month",
        label: { en: "Amount and month of your last order", de: "Betrag und Monat Ihrer letzten Bestellung" },
        field: "instant_contacts:orders.amount",
        month: "instant_contacts:orders.ordered_on",
        latestBy: "instant_contacts:orders.ordered_on",
      },
      {
        id: "postcode",
        kind: "postcode",
        label: { en: "Postcode of your delivery address", de: "Postleitzahl Ihrer Lieferadresse" },
        field: "instant_contacts:contacts.postcode",
      },
      {
        id: "telephone",
        kind: "phone",
        label: { en: "The telephone number you gave us", de: "Die Telefonnummer, die Sie uns gegeben haben" },
        field: "instant_contacts:contacts.phone",
      },
    ],
    contact: {
      field: "instant_contacts:contacts.email",
      changedAt: "instant_contacts:contacts.email_changed_at",
    },
    post: {
      lines: [
        ["instant_contacts:contacts.street"],
        ["instant_contacts:contacts.postcode", "instant_contacts:contacts.city"],
      ],
      changedAt: null,
    },
    name: "instant_contacts:contacts.name",
    loginSubject: null,
    seeds: { email: "instant_contacts:contacts.email" },
  },
  categories: [
    {
      id: "contact",
      title: { en: "Contact", de: "Kontakt" },
      about: {
        en: "Who you are to us, how we reach you, and where we got your address.",
        de: "Wer Sie für uns sind, wie wir Sie erreichen und woher wir Ihre Adresse haben.",
      },
      collections: ["instant_contacts:contacts", "instant_contacts:deleted_contacts"],
    },
    {
      id: "orders",
      title: { en: "Orders", de: "Bestellungen" },
      about: { en: "What you bought and when.", de: "Was Sie wann gekauft haben." },
      collections: ["instant_contacts:orders"],
    },
    {
      id: "site",
      title: { en: "Devices and website", de: "Geräte und Website" },
      about: {
        en: "The devices we saw you with, and the pages and features they used.",
        de: "Die Geräte, mit denen wir Sie gesehen haben, und die Seiten und Funktionen, die sie nutzten.",
      },
      collections: ["instant_site:devices.csv", "instant_site:pages.ndjson"],
    },
    {
      id: "mails",
      title: { en: "Our mails", de: "Unsere Mails" },
      about: {
        en: "Mails we sent you, and whether you opened them.",
        de: "Mails, die wir Ihnen geschickt haben, und ob Sie sie geöffnet haben.",
      },
      collections: ["instant_site:mails.json"],
    },
  ],
  notHeld: [
    { en: "What you say on the telephone", de: "Was Sie am Telefon sagen" },
    { en: "Card numbers", de: "Kartennummern" },
  ],
  register,
  retention: {
    rules: [
      {
        id: "two-years",
        name: { en: "the two-year rule", de: "Zwei-Jahres-Regel" },
        restartedByRequest: {
          en: "We delete what we have about people two years after they last visited us or wrote to us. Your request is such a contact, so the two years begin again with it.",
          de: "Wir löschen, was wir über jemanden haben, zwei Jahre nach dem letzten Besuch oder Kontakt. Ihr Antrag ist ein solcher Kontakt; mit ihm beginnen die zwei Jahre von vorn.",
        },
      },
    ],
  },
  sourceNames: {
    "contact-book": { en: "Contact book", de: "Kontaktbuch" },
    "site-and-mails": { en: "Site and mails", de: "Website und Mails" },
  },
  children: {
    age: 16,
    relations,
    born: null,
  },
  aimDaysBefore: 5,
  delivery: { linkDays: 14, keepDays: 60, contactAgeDays: 30, transfersPerLink: 5 },
  appealDays: 60,
  trackerDays: 730,
  factsKeptDays: 14,
});
