import { policySchema, type Policy } from "#lib/organisations/policy.ts";
import { relations } from "../relations.ts";
import { register } from "./register.ts";

/** What `immediate-connect` promises, in its first version: the rights are given to everybody, wherever they live. */
export const immediateConnectPolicy: Policy = policySchema.parse({
  name: "Immediate Connect",
  imprint: "Immediate Connect · Dublin",
  accent: "#B4540A",
  contact: {
    email: "privacy@immediate-connect.example",
    telephone: null,
    hours: null,
    post: null,
  },
  privacyNotice: "https://immediate-connect.example/privacy",
  establishments: {
    default: { place: "Dublin", zone: "Europe/Dublin", calendar: "IE" },
    others: [{ place: "London", zone: "Europe/London", calendar: "GB-ENG", regimes: ["uk-gdpr"] }],
  },
  regimes: ["eu-gdpr", "uk-gdpr", "us-ca-ccpa", "us-va", "us-co", "default-row"],
  rights: [
    "access",
    "portability",
    "rectification",
    "erasure",
    "restriction",
    "objection",
    "opt-out-marketing",
    "withdraw-consent",
    "balancing-test",
  ],
  promises: [{ regime: "eu-gdpr", residences: "all" }],
  relationships: [
    { id: "user", label: { en: "I am a member", de: "Ich bin Mitglied" } },
    { id: "visitor", label: { en: "I visited your website", de: "Ich habe Ihre Website besucht" } },
    { id: "partner", label: { en: "I am a partner of yours", de: "Ich bin Partner von Ihnen" } },
    {
      id: "customer-of-partner",
      label: {
        en: "I am a customer of one of your partners",
        de: "Ich bin Kundin oder Kunde bei einem Ihrer Partner",
      },
      controller: "asked",
    },
    { id: "other", label: { en: "Something else", de: "Etwas anderes" } },
  ],
  warnings: {
    "withdraw-consent": {
      en: "Some of our services need your consent. If you take it back, they may end for you. What we did before stays lawful.",
      de: "Manche unserer Dienste brauchen Ihre Einwilligung. Wenn Sie sie widerrufen, können diese für Sie enden. Was wir vorher getan haben, bleibt rechtmäßig.",
    },
  },
  proof: {
    login: false,
    locator: {
      id: "member-number",
      kind: "number",
      label: { en: "Member number", de: "Mitgliedsnummer" },
      hint: {
        en: "Under every mail from us. It looks like IM 0000 0000.",
        de: "Unter jeder Mail von uns. Sie sieht aus wie IM 0000 0000.",
      },
      field: "immediate_members:members.member_no",
    },
    facts: [
      {
        id: "email",
        kind: "email",
        label: { en: "The e-mail address you gave us", de: "Die E-Mail-Adresse, die Sie uns gegeben haben" },
        field: "immediate_members:members.email",
      },
      {
        id: "postcode",
        kind: "postcode",
        label: { en: "Your postcode", de: "Ihre Postleitzahl" },
        field: "immediate_members:members.postcode",
      },
      {
        id: "telephone",
        kind: "phone",
        label: { en: "The telephone number you gave us", de: "Die Telefonnummer, die Sie uns gegeben haben" },
        field: "immediate_members:members.phone",
      },
      {
        id: "joined",
        kind: "date",
        label: { en: "The day you joined", de: "Der Tag, an dem Sie Mitglied wurden" },
        field: "immediate_members:members.joined_on",
      },
    ],
    contact: {
      field: "immediate_members:members.email",
      changedAt: "immediate_members:members.email_changed_at",
    },
    name: "immediate_members:members.name",
    loginSubject: null,
    seeds: {
      member_no: "immediate_members:members.member_no",
      email: "immediate_members:members.email",
    },
  },
  categories: [
    {
      id: "membership",
      title: { en: "Membership", de: "Mitgliedschaft" },
      about: {
        en: "Who you are to us and how we reach you.",
        de: "Wer Sie für uns sind und wie wir Sie erreichen.",
      },
      collections: ["immediate_members:members"],
    },
    {
      id: "interests",
      title: { en: "Interests", de: "Interessen" },
      about: {
        en: "What you said you are looking for, and what we guessed.",
        de: "Was Sie nach Ihrer Auskunft suchen und was wir vermutet haben.",
      },
      collections: ["immediate_members:interests"],
    },
    {
      id: "messages",
      title: { en: "Messages", de: "Nachrichten" },
      about: {
        en: "What you wrote to us, what we wrote back, and files sent along.",
        de: "Was Sie uns geschrieben haben, was wir geantwortet haben, und mitgeschickte Dateien.",
      },
      collections: ["immediate_members:messages", "immediate_members:files"],
    },
    {
      id: "website",
      title: { en: "Website", de: "Website" },
      about: {
        en: "Pages you opened while you were signed in, and roughly from where.",
        de: "Seiten, die Sie angemeldet geöffnet haben, und ungefähr von wo.",
      },
      collections: ["immediate_site:visits.csv"],
    },
    {
      id: "leads",
      title: { en: "Forms for partners", de: "Formulare für Partner" },
      about: {
        en: "Forms you sent so that a firm gets in touch, and which one got them.",
        de: "Formulare, mit denen sich eine Firma bei Ihnen melden sollte, und welche sie bekam.",
      },
      collections: ["immediate_site:leads.json"],
    },
  ],
  notHeld: [
    {
      en: "What a partner knows about you as its own customer. For that the partner decides.",
      de: "Was ein Partner über Sie als seine Kundin oder seinen Kunden weiß. Darüber entscheidet der Partner.",
    },
    { en: "Bank or card numbers", de: "Konto- oder Kartennummern" },
  ],
  register,
  partings: [
    {
      when: { rights: ["access", "portability"], regimes: ["eu-gdpr", "uk-gdpr"] },
      policy: "We may decline, or tell less, where a contract with somebody else obliges us to.",
      law: "A contract with somebody else is by itself no ground to refuse. What touches others is covered first; only then may something be left out.",
      citation: "GDPR Art. 12(2), 15(4), 20(4)",
      acts: "The law. Cover what is about others and give the rest; a contract alone keeps nothing back.",
    },
    {
      when: { regimes: ["eu-gdpr", "uk-gdpr"], channels: ["mail", "phone", "paper", "counter"] },
      policy: "Rights are used by a written notice to the mailbox for privacy.",
      law: "No form and no single mailbox may be demanded: a spoken request, or one sent to another usual contact of ours, counts.",
      citation: "GDPR Art. 12(1)-(2); EDPB Guidelines 01/2022 paras. 52-57",
      acts: "It counts from the day it came, however and wherever it came in.",
    },
  ],
  sourceNames: {
    members: { en: "Members", de: "Mitglieder" },
    website: { en: "Website and forms", de: "Website und Formulare" },
  },
  children: {
    age: 16,
    relations,
    born: null,
  },
  aimDaysBefore: 5,
  delivery: { linkDays: 21, keepDays: 60, contactAgeDays: 30, transfersPerLink: 5 },
  appealDays: 60,
  trackerDays: 365,
  factsKeptDays: 14,
});
