import type { RegisterRow } from "#lib/organisations/policy.ts";
import { recipients } from "./recipients.ts";

const contract = {
  en: "we need it to keep our contract with you (GDPR Art. 6(1)(b)).",
  de: "Wir brauchen sie, um den Vertrag mit Ihnen zu erfüllen (Art. 6 Abs. 1 Buchst. b DSGVO).",
};

const toUnitedStates = {
  en: "To the United States, under the European Union's standard clauses.",
  de: "In die USA, mit den Standardvertragsklauseln der Europäischen Union.",
};

/** The record of processing of `immediate-connect`, per kind of data and source (GDPR Art. 30). */
export const register: RegisterRow[] = [
  {
    category: "membership",
    source: "members",
    purposes: [
      { en: "To run your membership.", de: "Um Ihre Mitgliedschaft zu führen." },
      { en: "To answer you.", de: "Um Ihnen zu antworten." },
    ],
    legalBasis: contract,
    basis: "contract",
    recipients: [recipients.hosting, recipients.contractor],
    origin: { en: "From you, when you joined.", de: "Von Ihnen, bei der Anmeldung." },
    retention: {
      en: "Until your account ends; then it is deleted, but for what the law makes us keep.",
      de: "Bis Ihr Konto endet; dann wird es gelöscht, bis auf das, was wir nach dem Gesetz behalten müssen.",
    },
    transfers: toUnitedStates,
    automatedDecisions: null,
    ccpaCategory: "identifiers",
  },
  {
    category: "messages",
    source: "members",
    purposes: [{ en: "To answer what you wrote.", de: "Um zu beantworten, was Sie geschrieben haben." }],
    legalBasis: contract,
    basis: "contract",
    recipients: [recipients.hosting, recipients.contractor],
    origin: { en: "From you and from us.", de: "Von Ihnen und von uns." },
    retention: { en: "3 years after the last message.", de: "3 Jahre nach der letzten Nachricht." },
    transfers: toUnitedStates,
    automatedDecisions: null,
    ccpaCategory: "audio-electronic",
  },
  {
    category: "interests",
    source: "members",
    purposes: [
      {
        en: "To show you offers that fit.",
        de: "Um Ihnen passende Angebote zu zeigen.",
      },
    ],
    legalBasis: {
      en: "we have a good reason of our own: offers that fit annoy fewer people (GDPR Art. 6(1)(f)). You can object, and ask how we weighed it.",
      de: "Wir haben ein eigenes berechtigtes Interesse: passende Angebote stören weniger (Art. 6 Abs. 1 Buchst. f DSGVO). Sie können widersprechen und fragen, wie wir abgewogen haben.",
    },
    basis: "interests",
    balancingTest: {
      interest: {
        en: "To show you offers you may want, and fewer that you do not.",
        de: "Ihnen Angebote zu zeigen, die Sie vielleicht wollen, und weniger andere.",
      },
      need: {
        en: "Without knowing what you look for, we could only show everybody the same. We looked at less: only what you told us, and pages you opened while you were signed in. We leave out what you write in messages.",
        de: "Wüssten wir nicht, was Sie suchen, könnten wir nur allen dasselbe zeigen. Wir haben uns beschränkt: auf das, was Sie uns gesagt haben, und auf Seiten, die Sie angemeldet geöffnet haben. Was Sie in Nachrichten schreiben, lassen wir weg.",
      },
      weighing: {
        en: "As a member you can expect it, since you chose your interests yourself. It is about everyday things, nothing is decided about you, and it goes to nobody else. You see your interests in your account and can delete each of them. Children are left out. That is why our interest does not weigh less than yours.",
        de: "Als Mitglied müssen Sie damit rechnen, denn Ihre Interessen haben Sie selbst gewählt. Es geht um Alltägliches, über Sie wird damit nichts entschieden, und niemand anderes bekommt es. Sie sehen Ihre Interessen in Ihrem Konto und können jedes löschen. Kinder nehmen wir aus. Darum wiegen Ihre Interessen hier nicht schwerer als unsere.",
      },
    },
    recipients: [recipients.hosting],
    origin: {
      en: "From you, and guessed from the pages you opened.",
      de: "Von Ihnen, und aus den Seiten vermutet, die Sie geöffnet haben.",
    },
    retention: { en: "Until your account ends.", de: "Bis Ihr Konto endet." },
    transfers: null,
    automatedDecisions: {
      en: "A computer sorts offers by your interests. Nothing else is decided by it, and nobody is refused anything.",
      de: "Ein Computer sortiert Angebote nach Ihren Interessen. Sonst wird danach nichts entschieden und niemandem etwas verweigert.",
    },
    ccpaCategory: "inferences",
  },
  {
    category: "website",
    source: "website",
    purposes: [
      { en: "To keep the website running.", de: "Um die Website zu betreiben." },
      { en: "To see what people look for.", de: "Um zu sehen, was gesucht wird." },
    ],
    legalBasis: {
      en: "you said yes in the cookie window (GDPR Art. 6(1)(a)). You can take that back at any time.",
      de: "Sie haben im Cookie-Fenster eingewilligt (Art. 6 Abs. 1 Buchst. a DSGVO). Das können Sie jederzeit widerrufen.",
    },
    basis: "consent",
    recipients: [recipients.hosting],
    origin: { en: "From your browser.", de: "Von Ihrem Browser." },
    retention: { en: "180 days.", de: "180 Tage." },
    transfers: null,
    automatedDecisions: null,
    ccpaCategory: "network-activity",
  },
  {
    category: "leads",
    source: "website",
    purposes: [
      {
        en: "To find a firm for what you need.",
        de: "Um eine Firma für Ihr Anliegen zu finden.",
      },
    ],
    legalBasis: contract,
    basis: "contract",
    recipients: [recipients.roofs, recipients.gardens, recipients.sun],
    origin: { en: "From the form you sent.", de: "Aus dem Formular, das Sie geschickt haben." },
    retention: { en: "2 years after the form.", de: "2 Jahre nach dem Formular." },
    transfers: null,
    automatedDecisions: null,
    ccpaCategory: "commercial",
  },
];
