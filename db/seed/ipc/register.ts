import type { Localised, RegisterRow } from "#lib/organisations/policy.ts";
import { recipients } from "./recipients.ts";

const basis = {
  contract: {
    en: "we need it to keep our contract with you (GDPR Art. 6(1)(b)).",
    de: "Wir brauchen sie, um den Vertrag mit Ihnen zu erfüllen (Art. 6 Abs. 1 Buchst. b DSGVO).",
  },
  duty: {
    en: "tax law makes us keep invoices (GDPR Art. 6(1)(c)).",
    de: "Das Steuerrecht verpflichtet uns, Rechnungen aufzubewahren (Art. 6 Abs. 1 Buchst. c DSGVO).",
  },
  interest: {
    en: "we have a fair reason: to keep accounts safe from strangers (GDPR Art. 6(1)(f)). You can object.",
    de: "Wir haben ein berechtigtes Interesse daran, Konten vor Fremden zu schützen (Art. 6 Abs. 1 Buchst. f DSGVO). Sie können widersprechen.",
  },
  consent: {
    en: "you said yes to our letters (GDPR Art. 6(1)(a)). You can take that back at any time.",
    de: "Sie haben in unsere Newsletter eingewilligt (Art. 6 Abs. 1 Buchst. a DSGVO). Das können Sie jederzeit widerrufen.",
  },
} as const satisfies Record<string, Localised>;

const toUnitedStates: Localised = {
  en: "To the United States. The companies there have signed the European Union's standard clauses and take part in the Data Privacy Framework.",
  de: "In die USA. Die Unternehmen dort haben die Standardvertragsklauseln der Europäischen Union unterschrieben und nehmen am Datenschutzrahmen (Data Privacy Framework) teil.",
};

const fromYou: Localised = {
  en: "From you, when you opened the account or changed it.",
  de: "Von Ihnen, als Sie das Konto eröffnet oder geändert haben.",
};
const fromUse: Localised = { en: "From your use of our service.", de: "Aus Ihrer Nutzung unseres Dienstes." };

/** The record of processing of `ipc` (GDPR Art. 30): one entry per kind of data and store. */
export const register: RegisterRow[] = [
  {
    category: "account",
    source: "account-database",
    purposes: [
      {
        en: "To run your account and to know that it is you.",
        de: "Um Ihr Konto zu führen und zu wissen, dass Sie es sind.",
      },
      { en: "To write to you about the service.", de: "Um Ihnen zum Dienst zu schreiben." },
    ],
    legalBasis: basis.contract,
    recipients: [recipients.hosting, recipients.telephone, recipients.reseller],
    origin: fromYou,
    retention: {
      en: "As long as you have the account, then 60 days.",
      de: "Solange Sie das Konto haben, danach 60 Tage.",
    },
    transfers: toUnitedStates,
    automatedDecisions: null,
    ccpaCategory: "identifiers",
  },
  {
    category: "account",
    source: "support-desk",
    purposes: [
      {
        en: "To know who is asking when you write to our support team.",
        de: "Um zu wissen, wer fragt, wenn Sie unserem Kundendienst schreiben.",
      },
    ],
    legalBasis: basis.contract,
    recipients: [recipients.support],
    origin: {
      en: "From you, when you first wrote to us.",
      de: "Von Ihnen, als Sie uns zum ersten Mal geschrieben haben.",
    },
    retention: { en: "3 years after your last message.", de: "3 Jahre nach Ihrer letzten Nachricht." },
    transfers: null,
    automatedDecisions: null,
    ccpaCategory: "identifiers",
  },
  {
    category: "invoices",
    source: "account-database",
    purposes: [
      {
        en: "To charge you what you agreed to, and to show the tax office what we charged.",
        de: "Um Ihnen das Vereinbarte zu berechnen und es dem Finanzamt nachzuweisen.",
      },
    ],
    legalBasis: basis.duty,
    recipients: [recipients.payment, recipients.hosting],
    origin: {
      en: "From us, and from the company that takes your payment.",
      de: "Von uns und von dem Dienst, der Ihre Zahlung abwickelt.",
    },
    retention: {
      en: "2 years in this database. On paper as long as tax law says.",
      de: "2 Jahre in dieser Datenbank. Auf Papier so lange, wie das Steuerrecht es verlangt.",
    },
    transfers: null,
    automatedDecisions: null,
    ccpaCategory: "commercial",
  },
  {
    category: "devices",
    source: "account-database",
    purposes: [
      {
        en: "To let your devices in and keep others out.",
        de: "Um Ihre Geräte hereinzulassen und fremde nicht.",
      },
    ],
    legalBasis: basis.interest,
    recipients: [recipients.hosting, recipients.analytics],
    origin: fromUse,
    retention: {
      en: "13 months after the device was last used.",
      de: "13 Monate, nachdem das Gerät zuletzt benutzt wurde.",
    },
    transfers: toUnitedStates,
    automatedDecisions: {
      en: "A computer stops a sign-in when a device is new and far from your usual place. You then get a mail and can let it in yourself.",
      de: "Ein Computer hält eine Anmeldung an, wenn ein Gerät neu und weit von Ihrem üblichen Ort entfernt ist. Sie bekommen dann eine Mail und können es selbst freigeben.",
    },
    ccpaCategory: "network-activity",
  },
  {
    category: "meetings",
    source: "account-database",
    purposes: [
      {
        en: "To let you hold meetings and find them again.",
        de: "Damit Sie Treffen abhalten und wiederfinden können.",
      },
      {
        en: "To count how many minutes your plan has used.",
        de: "Um zu zählen, wie viele Minuten Ihres Tarifs verbraucht sind.",
      },
    ],
    legalBasis: basis.contract,
    recipients: [
      recipients.hosting,
      {
        name: {
          en: "The host of each meeting and the others in it",
          de: "Die Gastgeber Ihrer Treffen und alle, die daran teilnahmen",
        },
        place: null,
        kind: { en: "people you met", de: "Menschen, mit denen Sie sich getroffen haben" },
        dealing: "disclosed",
        why: { en: "They saw your name while you met.", de: "Sie sahen während des Treffens Ihren Namen." },
      },
    ],
    origin: fromUse,
    retention: { en: "As long as you have the account.", de: "Solange Sie das Konto haben." },
    transfers: toUnitedStates,
    automatedDecisions: null,
    ccpaCategory: "network-activity",
  },
  {
    category: "support-messages",
    source: "support-desk",
    purposes: [{ en: "To help you.", de: "Um Ihnen zu helfen." }],
    legalBasis: basis.contract,
    recipients: [recipients.support],
    origin: { en: "From you, and from our own staff.", de: "Von Ihnen und von unseren Mitarbeitenden." },
    retention: { en: "3 years after the last message.", de: "3 Jahre nach der letzten Nachricht." },
    transfers: null,
    automatedDecisions: null,
    ccpaCategory: "audio-electronic-visual",
  },
  {
    category: "marketing",
    source: "marketing-exports",
    purposes: [
      {
        en: "To send you letters about what we offer.",
        de: "Um Ihnen Newsletter über unsere Angebote zu schicken.",
      },
      { en: "To guess which of them you may like.", de: "Um zu vermuten, welche davon Ihnen gefallen." },
    ],
    legalBasis: basis.consent,
    recipients: [recipients.mailing, recipients.advertising],
    origin: {
      en: "From you, from your clicks, and sometimes from a partner at a fair.",
      de: "Von Ihnen, aus Ihren Klicks und manchmal von einem Partner auf einer Messe.",
    },
    retention: {
      en: "2 years after the letter. Your address until you sign off.",
      de: "2 Jahre nach dem Newsletter. Ihre Adresse, bis Sie sich abmelden.",
    },
    transfers: toUnitedStates,
    automatedDecisions: null,
    ccpaCategory: "inferences",
  },
];
