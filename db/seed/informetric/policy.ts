import { policySchema, type Policy } from "#lib/organisations/policy.ts";
import { relations } from "../relations.ts";

const contract = {
  en: "we need it to keep our contract with you (GDPR Art. 6(1)(b)).",
  de: "Wir brauchen sie, um den Vertrag mit Ihnen zu erfüllen (Art. 6 Abs. 1 Buchst. b DSGVO).",
};

/** What `informetric` promises, in its first version. */
export const informetricPolicy: Policy = policySchema.parse({
  name: "Informetric",
  imprint: "Informetric · Princeton · Dublin",
  accent: "#1D4C94",
  contact: {
    email: "sales@informetric.example",
    telephone: "+1 609 555 0100",
    hours: {
      en: "Monday to Friday, 8:30 to 17:30 in New Jersey",
      de: "Montag bis Freitag, 8:30 bis 17:30 Uhr in New Jersey",
    },
    post: "Informetric, 200 Carnegie Row, Princeton, NJ, United States",
  },
  privacyNotice: "https://informetric.example/privacy",
  establishments: {
    default: { place: "Princeton", zone: "America/New_York", calendar: null },
    others: [{ place: "Dublin", zone: "Europe/Dublin", calendar: "IE", regimes: ["eu-gdpr"] }],
  },
  regimes: ["eu-gdpr", "us-ca-ccpa", "us-va", "us-co", "default-row"],
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
  promises: [{ regime: "eu-gdpr", residences: "all" }],
  relationships: [
    { id: "customer", label: { en: "I bought something from you", de: "Ich habe etwas bei Ihnen gekauft" } },
    {
      id: "visitor",
      label: {
        en: "I visited your website or stand",
        de: "Ich habe Ihre Website oder Ihren Messestand besucht",
      },
    },
    {
      id: "partner",
      label: {
        en: "I work for one of your sales partners",
        de: "Ich arbeite für einen Ihrer Vertriebspartner",
      },
    },
  ],
  consents: [
    {
      id: "fairs",
      label: { en: "Being invited to fairs again", de: "Wieder zu Messen eingeladen werden" },
      needsProof: false,
      uses: ["marketing"],
    },
  ],
  marketing: ["email", "letter", "telephone"],
  signal: "everybody",
  proof: {
    login: false,
    locator: {
      id: "email",
      kind: "email",
      label: { en: "The e-mail address we know you by", de: "Die E-Mail-Adresse, unter der wir Sie kennen" },
      field: "informetric_sales:customers.email",
    },
    facts: [
      {
        id: "last-order",
        kind: "amount-month",
        label: { en: "Amount and month of your last order", de: "Betrag und Monat Ihrer letzten Bestellung" },
        field: "informetric_sales:orders.amount",
        month: "informetric_sales:orders.ordered_on",
        latestBy: "informetric_sales:orders.ordered_on",
      },
      {
        id: "postcode",
        kind: "postcode",
        label: { en: "Postcode of your delivery address", de: "Postleitzahl Ihrer Lieferadresse" },
        field: "informetric_sales:customers.postcode",
      },
      {
        id: "telephone",
        kind: "phone",
        label: { en: "The telephone number you gave us", de: "Die Telefonnummer, die Sie uns gegeben haben" },
        field: "informetric_sales:customers.phone",
      },
    ],
    contact: {
      field: "informetric_sales:customers.email",
      changedAt: "informetric_sales:customers.email_changed_at",
    },
    post: {
      lines: [
        ["informetric_sales:customers.street"],
        ["informetric_sales:customers.postcode", "informetric_sales:customers.city"],
      ],
      changedAt: null,
    },
    name: "informetric_sales:customers.name",
    loginSubject: null,
    seeds: { email: "informetric_sales:customers.email" },
  },
  categories: [
    {
      id: "customer",
      title: { en: "Customer", de: "Kundschaft" },
      about: {
        en: "Who you are to us and where we send things.",
        de: "Wer Sie für uns sind und wohin wir liefern.",
      },
      collections: ["informetric_sales:customers"],
    },
    {
      id: "orders",
      title: { en: "Orders", de: "Bestellungen" },
      about: { en: "What you bought and when.", de: "Was Sie wann gekauft haben." },
      collections: ["informetric_sales:orders"],
    },
    {
      id: "fairs",
      title: { en: "Fairs and reviews", de: "Messen und Bewertungen" },
      about: {
        en: "When you came to our stand, and what you wrote about us.",
        de: "Wann Sie an unserem Stand waren und was Sie über uns geschrieben haben.",
      },
      collections: ["informetric_fairs:visitors.csv", "informetric_fairs:reviews.json"],
    },
  ],
  notHeld: [{ en: "Where you are right now", de: "Wo Sie sich gerade befinden" }],
  sourceNames: {
    "sales-book": { en: "Sales book", de: "Verkaufsbuch" },
    "fairs-and-reviews": { en: "Fairs and reviews", de: "Messen und Bewertungen" },
  },
  register: [
    ...(["customer", "orders"] as const).map((category) => ({
      category,
      source: "sales-book",
      purposes: [
        {
          en: "To deliver what you ordered and to be paid.",
          de: "Um zu liefern, was Sie bestellt haben, und bezahlt zu werden.",
        },
      ],
      legalBasis: contract,
      recipients: [
        {
          name: "Greyhound Parcel Co.",
          place: { en: "United States", de: "USA" },
          kind: { en: "parcel companies", de: "Paketdienste" },
          dealing: "disclosed",
          why: { en: "They bring the parcels.", de: "Bringt die Pakete." },
        },
        {
          name: "Quayside Instruments Ltd",
          place: { en: "Ireland", de: "Irland" },
          kind: { en: "our representatives", de: "unsere Vertretungen" },
          dealing: "disclosed",
          why: { en: "Our representative for Europe.", de: "Unsere Vertretung in Europa." },
        },
      ],
      origin: { en: "From you, when you ordered.", de: "Von Ihnen, bei der Bestellung." },
      retention: { en: "7 years after the last order.", de: "7 Jahre nach der letzten Bestellung." },
      transfers: {
        en: "To the United States, under the European Union's standard clauses.",
        de: "In die USA, mit den Standardvertragsklauseln der Europäischen Union.",
      },
      automatedDecisions: null,
      ccpaCategory: category === "customer" ? "identifiers" : "commercial",
    })),
    {
      category: "fairs",
      source: "fairs-and-reviews",
      purposes: [
        {
          en: "To invite you again and to learn from what you say.",
          de: "Um Sie wieder einzuladen und aus Ihren Worten zu lernen.",
        },
      ],
      legalBasis: {
        en: "you said yes when we scanned your card (GDPR Art. 6(1)(a)). You can take that back at any time.",
        de: "Sie haben beim Einlesen Ihrer Karte eingewilligt (Art. 6 Abs. 1 Buchst. a DSGVO). Das können Sie jederzeit widerrufen.",
      },
      recipients: [
        {
          name: "Tern & Gull Mailings, Inc.",
          place: { en: "United States", de: "USA" },
          kind: { en: "companies that send our letters", de: "Unternehmen, die unsere Post verschicken" },
          dealing: "disclosed",
          uses: ["marketing"],
          why: { en: "They send our invitations.", de: "Verschickt unsere Einladungen." },
        },
        {
          name: "Larkspur Audience LLC",
          place: { en: "United States", de: "USA" },
          kind: { en: "advertising companies", de: "Werbeunternehmen" },
          dealing: "shared",
          uses: ["advertising"],
          why: {
            en: "They show our advertisements to people who came to our stand.",
            de: "Zeigt unsere Anzeigen Menschen, die an unserem Stand waren.",
          },
        },
      ],
      origin: { en: "From you.", de: "Von Ihnen." },
      retention: { en: "3 years after the fair.", de: "3 Jahre nach der Messe." },
      transfers: null,
      automatedDecisions: null,
      ccpaCategory: "commercial",
    },
  ],
  partings: [
    {
      when: { regimes: ["eu-gdpr"], channels: ["mail", "phone", "paper", "counter"] },
      policy: "Rights are used by written notice; mail and telephone are there for questions.",
      law: "No form and no single mailbox may be demanded: a spoken request, or one sent to another usual contact of ours, counts.",
      citation: "GDPR Art. 12(1)-(2); EDPB Guidelines 01/2022 paras. 52-57",
      acts: "It counts from the day it came, however and wherever it came in.",
    },
    {
      when: { rights: ["opt-out-sale"], regimes: ["us-ca-ccpa"] },
      policy: "We never sell or rent your data.",
      law: "Passing on data about visits so that others show advertising elsewhere can be “sharing”, also where nothing is sold.",
      citation: "Cal. Civ. Code 1798.140(ah), 1798.120(a)",
      acts: "The law. The choice counts at once, and whoever advertises by visits to our site is told.",
    },
  ],
  children: {
    age: 16,
    relations,
    born: null,
  },
  aimDaysBefore: 5,
  delivery: { linkDays: 14, keepDays: 60, contactAgeDays: 30, transfersPerLink: 5 },
  appealDays: 60,
  trackerDays: 365,
  factsKeptDays: 14,
});
