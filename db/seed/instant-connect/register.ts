import type { RegisterRow } from "#lib/organisations/policy.ts";
import { recipients } from "./recipients.ts";

const toUnitedStates = {
  en: "To the United States, under the European Union's standard clauses.",
  de: "In die USA, mit den Standardvertragsklauseln der Europäischen Union.",
};

const twoYears = {
  en: "While you are a customer. Without a visit or a word from you for two years, it is deleted by itself.",
  de: "Solange Sie Kundin oder Kunde sind. Hören wir zwei Jahre nichts von Ihnen, wird es von selbst gelöscht.",
};

/** The record of processing of `instant-connect`, per kind of data and source (GDPR Art. 30). */
export const register: RegisterRow[] = [
  {
    category: "contact",
    source: "contact-book",
    purposes: [
      {
        en: "To know who you are and to answer you.",
        de: "Um zu wissen, wer Sie sind, und Ihnen zu antworten.",
      },
      { en: "To tell you what is new.", de: "Um Ihnen Neues zu berichten." },
    ],
    legalBasis: {
      en: "we have a good reason of our own: to stay in touch with people who know us (GDPR Art. 6(1)(f)). You can object; against advertising always.",
      de: "Wir haben ein eigenes berechtigtes Interesse: mit Menschen in Verbindung zu bleiben, die uns kennen (Art. 6 Abs. 1 Buchst. f DSGVO). Sie können widersprechen, der Werbung immer.",
    },
    recipients: [recipients.delivery],
    origin: {
      en: "From you, from partners, or from public directories; the entry says which.",
      de: "Von Ihnen, von Partnern oder aus öffentlichen Verzeichnissen; der Eintrag sagt, woher.",
    },
    retention: twoYears,
    transfers: toUnitedStates,
    automatedDecisions: null,
    ccpaCategory: "identifiers",
  },
  {
    category: "orders",
    source: "contact-book",
    purposes: [
      {
        en: "To deliver what you ordered and to be paid.",
        de: "Um zu liefern, was Sie bestellt haben, und bezahlt zu werden.",
      },
    ],
    legalBasis: {
      en: "we need it to keep our contract with you (GDPR Art. 6(1)(b)).",
      de: "Wir brauchen sie, um den Vertrag mit Ihnen zu erfüllen (Art. 6 Abs. 1 Buchst. b DSGVO).",
    },
    recipients: [recipients.delivery],
    origin: { en: "From you, when you ordered.", de: "Von Ihnen, bei der Bestellung." },
    retention: {
      en: "7 years after the order, because tax law asks for it.",
      de: "7 Jahre nach der Bestellung, weil das Steuerrecht es verlangt.",
    },
    transfers: toUnitedStates,
    automatedDecisions: null,
    ccpaCategory: "commercial",
  },
  {
    category: "site",
    source: "site-and-mails",
    purposes: [
      {
        en: "To see which parts of our site are used.",
        de: "Um zu sehen, welche Teile unserer Website genutzt werden.",
      },
      { en: "To show you advertisements elsewhere.", de: "Um Ihnen anderswo Anzeigen zu zeigen." },
    ],
    legalBasis: {
      en: "you said yes in the cookie window (GDPR Art. 6(1)(a)). You can take that back at any time.",
      de: "Sie haben im Cookie-Fenster eingewilligt (Art. 6 Abs. 1 Buchst. a DSGVO). Das können Sie jederzeit widerrufen.",
    },
    recipients: [recipients.analytics, recipients.advertising],
    origin: { en: "From your browser and devices.", de: "Von Ihrem Browser und Ihren Geräten." },
    retention: twoYears,
    transfers: toUnitedStates,
    automatedDecisions: null,
    ccpaCategory: "network-activity",
  },
  {
    category: "mails",
    source: "site-and-mails",
    purposes: [
      { en: "To see whether our mails are read.", de: "Um zu sehen, ob unsere Mails gelesen werden." },
    ],
    legalBasis: {
      en: "you said yes when you gave us your address (GDPR Art. 6(1)(a)). You can take that back at any time.",
      de: "Sie haben eingewilligt, als Sie uns Ihre Adresse gaben (Art. 6 Abs. 1 Buchst. a DSGVO). Das können Sie jederzeit widerrufen.",
    },
    recipients: [],
    origin: { en: "From the mails you opened.", de: "Aus den Mails, die Sie geöffnet haben." },
    retention: twoYears,
    transfers: null,
    automatedDecisions: null,
    ccpaCategory: "network-activity",
  },
];
