import { dayOfMonthAgo } from "../days.ts";
import { on, type Asker, type Story } from "../story.ts";
import { deletedPeople, instantConnectPeople, type Contact } from "./people.ts";

const states: Partial<Record<keyof typeof instantConnectPeople, string>> = {
  loretta: "US-IL",
  octavio: "US-CA",
};

function contact(key: keyof typeof instantConnectPeople): Asker {
  const { name, email, country, postcode, phone, lastOrder, kind }: Omit<Contact, "key"> =
    instantConnectPeople[key];
  return {
    name,
    email,
    residence: states[key] ?? country,
    locale: key === "reto" ? "de" : "en",
    relationship: kind === "former customer" ? "former-customer" : kind,
    facts: (firstDay) => ({
      email,
      postcode,
      telephone: phone ?? "",
      ...(lastOrder && {
        "last-order": `${lastOrder.amount}|${dayOfMonthAgo(firstDay, lastOrder.monthsAgo, 1).slice(0, 7)}`,
      }),
    }),
    subject: null,
  };
}

const [horace] = deletedPeople;

const twoFacts = { facts: ["email", "last-order"] } as const;

/** About ten requests of `instant-connect`, in every state a desk has. */
export const instantConnectStories: readonly Story[] = [
  {
    key: "loretta has no law of her own",
    asker: contact("loretta"),
    rights: ["access"],
    proof: twoFacts,
    received: { daysAgo: 52 },
    time: "15:05",
    steps: [
      on(50, "15:30", "marcus", { do: "assign", to: "marcus" }),
      on(46, "16:00", "marcus", { do: "decide", outcome: "granted" }),
      on(46, "16:05", "marcus", { do: "ask approval" }),
      on(45, "14:20", "yolanda", { do: "approve" }),
      on(45, "14:40", "marcus", { do: "send" }),
      on(44, "23:10", "person", { do: "download" }),
    ],
  },
  {
    key: "delphine wants no more mails",
    asker: contact("delphine"),
    rights: ["objection"],
    proof: { facts: ["email", "postcode"] },
    received: { daysAgo: 33 },
    time: "09:45",
    details: { objection: "No advertising, and no counting whether I read it." },
    steps: [
      on(32, "14:00", "marcus", { do: "assign", to: "marcus" }),
      on(31, "14:30", "marcus", {
        do: "finish tasks",
        outcome: "done",
        note: "Taken off every list; mails to her carry no picture any more.",
      }),
      on(31, "14:40", "marcus", { do: "decide", outcome: "granted" }),
      on(31, "14:45", "marcus", { do: "ask approval" }),
      on(30, "15:10", "yolanda", { do: "approve" }),
      on(30, "15:30", "marcus", { do: "send" }),
    ],
  },
  {
    key: "octavio opts out",
    asker: contact("octavio"),
    rights: ["opt-out-sale"],
    proof: "none",
    received: { daysAgo: 6 },
    time: "18:20",
    steps: [],
  },
  {
    key: "octavio wants everything deleted",
    asker: contact("octavio"),
    rights: ["erasure"],
    proof: { facts: ["email", "telephone"] },
    received: { dueIn: 6, clock: 45 },
    time: "19:00",
    details: { erasure: "Also what the shop kept." },
    steps: [
      on(30, "15:00", "marcus", { do: "assign", to: "marcus" }),
      on(28, "15:20", "marcus", {
        do: "finish tasks",
        outcome: "done",
        note: "Deleted here; invoices stay for tax.",
        all: false,
      }),
    ],
  },
  {
    key: "reto asks in german from switzerland",
    asker: contact("reto"),
    rights: ["access", "portability"],
    proof: twoFacts,
    received: { daysAgo: 12 },
    time: "07:10",
    steps: [
      on(11, "14:15", "marcus", { do: "assign", to: "marcus" }),
      on(9, "14:40", "marcus", { do: "decide", outcome: "granted" }),
      on(9, "14:50", "marcus", { do: "ask approval" }),
    ],
  },
  {
    key: "wanda never bought anything",
    asker: contact("wanda"),
    rights: ["access"],
    proof: { facts: ["email", "postcode"] },
    received: { daysAgo: 3 },
    time: "12:30",
    steps: [],
  },
  {
    key: "delphine corrects the company's name",
    asker: contact("delphine"),
    rights: ["rectification"],
    proof: twoFacts,
    received: { dueIn: 0, clock: "month" },
    time: "10:15",
    details: { rectification: "We are called Arnoux & Fille since spring." },
    steps: [on(10, "15:00", "marcus", { do: "assign", to: "marcus" })],
  },
  {
    key: "somebody writes as loretta",
    asker: { ...contact("loretta"), email: "loretta.haskins@freemail.example" },
    rights: ["access"],
    proof: { facts: ["email", "last-order"], but: { "last-order": "12.00|2026-01" } },
    received: { daysAgo: 9 },
    time: "03:12",
    steps: [
      on(8, "15:10", "marcus", {
        do: "note",
        text: "The amount is wrong and the address is new. Wait for a call back.",
      }),
    ],
  },
  {
    key: "reto takes his consent back by letter",
    asker: contact("reto"),
    rights: ["withdraw-consent"],
    proof: { facts: ["email", "postcode"] },
    received: { daysAgo: 20 },
    time: "08:00",
    entered: { from: "paper", by: "marcus", daysAgo: 16 },
    details: { "withdraw-consent": "Ich widerrufe meine Einwilligung in die Werbung." },
    steps: [
      on(15, "14:00", "marcus", { do: "finish tasks", outcome: "done", note: "Die Werbung ist abgestellt." }),
      on(15, "14:10", "marcus", { do: "decide", outcome: "granted" }),
      on(15, "14:15", "marcus", { do: "ask approval" }),
      on(14, "15:00", "yolanda", { do: "approve" }),
    ],
  },
  {
    key: "horace was deleted two years after his last word",
    asker: {
      name: horace.name,
      email: horace.email,
      residence: "IE",
      locale: "en",
      relationship: "former-customer",
      facts: () => ({ email: horace.email, postcode: "D02 X285" }),
      subject: null,
    },
    rights: ["access"],
    proof: { facts: ["email", "postcode"] },
    received: { daysAgo: 27 },
    time: "11:20",
    steps: [
      on(26, "14:20", "marcus", {
        do: "confirm",
        note: "He sent the invoice of his last order from that address. We have nothing left to compare it with.",
        locator: horace.email,
      }),
      on(26, "14:40", "marcus", { do: "decide", outcome: "granted" }),
      on(26, "14:45", "marcus", { do: "ask approval" }),
      on(25, "15:30", "yolanda", { do: "approve" }),
      on(25, "15:50", "marcus", { do: "send" }),
    ],
  },
  {
    key: "delphine changed her mind",
    asker: contact("delphine"),
    rights: ["restriction"],
    proof: twoFacts,
    received: { daysAgo: 80 },
    time: "16:40",
    details: { restriction: "Until the wrong invoice is settled." },
    steps: [on(78, "19:30", "person", { do: "withdraw" })],
  },
];
