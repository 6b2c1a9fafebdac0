import type { RegisterRow } from "#lib/organisations/policy.ts";
import { recipients } from "./recipients.ts";

const toGermany = {
  en: "To Germany, where the same law holds; the United Kingdom counts the European Union as safe.",
  de: "Nach Deutschland, wo dasselbe Recht gilt; das Vereinigte Königreich hält die Europäische Union für sicher.",
};

/** The record of processing of `connact`, per kind of data and source (GDPR Art. 30). */
export const register: RegisterRow[] = [
  {
    category: "account",
    source: "accounts",
    purposes: [
      { en: "To give you a workspace.", de: "Um Ihnen einen Arbeitsbereich zu geben." },
      {
        en: "To see that nobody else signs in as you.",
        de: "Um zu sehen, dass sich niemand anderes als Sie anmeldet.",
      },
    ],
    legalBasis: {
      en: "we need it to keep our contract with you (GDPR Art. 6(1)(b)).",
      de: "Wir brauchen sie, um den Vertrag mit Ihnen zu erfüllen (Art. 6 Abs. 1 Buchst. b DSGVO).",
    },
    basis: "contract",
    requirement: {
      kind: "contractual",
      words: {
        en: "Without a name and an e-mail address there is no workspace. The rest is up to you.",
        de: "Ohne Namen und E-Mail-Adresse gibt es keinen Arbeitsbereich. Das Übrige steht Ihnen frei.",
      },
    },
    recipients: [recipients.hosting, recipients.affiliate],
    origin: {
      en: "From you; the times from our own server.",
      de: "Von Ihnen; die Zeiten von unserem Server.",
    },
    retention: {
      en: "As long as you have a workspace, and 6 years after it; times of sign-in for 90 days.",
      de: "Solange Sie einen Arbeitsbereich haben und 6 Jahre danach; Zeiten der Anmeldung 90 Tage.",
    },
    transfers: null,
    automatedDecisions: null,
    ccpaCategory: "identifiers",
  },
  {
    category: "website",
    source: "website",
    purposes: [
      {
        en: "To keep the website running and to find faults.",
        de: "Um die Website zu betreiben und Fehler zu finden.",
      },
    ],
    legalBasis: {
      en: "we have a good reason of our own: a website that works and is not broken into (GDPR Art. 6(1)(f)). You can object.",
      de: "Wir haben ein eigenes berechtigtes Interesse: eine Website, die funktioniert und in die niemand einbricht (Art. 6 Abs. 1 Buchst. f DSGVO). Sie können widersprechen.",
    },
    basis: "interests",
    requirement: {
      kind: "none",
      words: {
        en: "Your browser sends it by itself. You can also read our website without signing in.",
        de: "Ihr Browser schickt sie von selbst. Sie können unsere Website auch lesen, ohne sich anzumelden.",
      },
    },
    recipients: [recipients.hosting],
    origin: { en: "From your browser.", de: "Von Ihrem Browser." },
    retention: { en: "60 days.", de: "60 Tage." },
    transfers: null,
    automatedDecisions: null,
    ccpaCategory: "network-activity",
  },
  {
    category: "newsletter",
    source: "website",
    purposes: [{ en: "To send you our letter.", de: "Um Ihnen unseren Newsletter zu schicken." }],
    legalBasis: {
      en: "you said yes when you signed up (GDPR Art. 6(1)(a)). You can take that back at any time.",
      de: "Sie haben bei der Anmeldung eingewilligt (Art. 6 Abs. 1 Buchst. a DSGVO). Das können Sie jederzeit widerrufen.",
    },
    basis: "consent",
    requirement: {
      kind: "none",
      words: {
        en: "Without an address there is no letter, and nothing else changes.",
        de: "Ohne Adresse gibt es keinen Newsletter, sonst ändert sich nichts.",
      },
    },
    recipients: [recipients.mailing],
    origin: { en: "From you.", de: "Von Ihnen." },
    retention: { en: "Until you sign off.", de: "Bis Sie sich abmelden." },
    transfers: toGermany,
    automatedDecisions: null,
    ccpaCategory: "identifiers",
  },
];
