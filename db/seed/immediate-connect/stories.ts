import { on, type Asker, type Story } from "../story.ts";
import { immediateConnectPeople } from "./people.ts";

function member(key: keyof typeof immediateConnectPeople): Asker {
  const { name, email, country, postcode, phone, memberNo, kind } = immediateConnectPeople[key];
  return {
    name,
    email,
    residence: country,
    locale: country === "DE" ? "de" : "en",
    relationship: kind,
    facts: () => ({
      "member-number": memberNo.replace(/^IM(\d{4})/, "IM $1 "),
      email,
      postcode,
      telephone: phone ?? "",
    }),
    subject: null,
  };
}

const twoFacts = { facts: ["member-number", "email"] } as const;

/** About ten requests of `immediate-connect`, in every state a desk has. */
export const immediateConnectStories: readonly Story[] = [
  {
    key: "naveen has the rights too",
    asker: member("naveen"),
    rights: ["access"],
    proof: twoFacts,
    received: { daysAgo: 41 },
    time: "05:20",
    steps: [
      on(40, "08:30", "aoife", { do: "assign", to: "aoife" }),
      on(38, "09:10", "aoife", { do: "decide", outcome: "granted" }),
      on(38, "09:15", "aoife", { do: "ask approval" }),
      on(37, "10:00", "lorcan", { do: "approve" }),
      on(37, "10:30", "aoife", { do: "send" }),
      on(36, "04:50", "person", { do: "download" }),
    ],
  },
  {
    key: "annelie names her neighbour",
    asker: member("annelie"),
    rights: ["access"],
    proof: { facts: ["member-number", "telephone"] },
    received: { daysAgo: 14 },
    time: "13:45",
    steps: [on(13, "09:00", "lorcan", { do: "assign", to: "lorcan" })],
  },
  {
    key: "ludovica changed her address last week",
    asker: member("ludovica"),
    rights: ["access", "rectification"],
    proof: twoFacts,
    received: { daysAgo: 5 },
    time: "20:30",
    details: { rectification: "I never said that I want a heat pump." },
    steps: [],
  },
  {
    key: "ciaran ends his partnership",
    asker: member("ciaran"),
    rights: ["portability", "erasure"],
    proof: twoFacts,
    received: { dueIn: 1, clock: "month" },
    time: "08:05",
    details: { erasure: "The contract ended in September." },
    steps: [
      on(22, "09:30", "aoife", { do: "assign", to: "aoife" }),
      on(20, "10:00", "aoife", { do: "decide", right: "portability", outcome: "granted" }),
    ],
  },
  {
    key: "philippa objects to guesses",
    asker: member("philippa"),
    rights: ["objection"],
    proof: { facts: ["member-number", "postcode"] },
    received: { daysAgo: 50 },
    time: "18:00",
    details: { objection: "Do not guess what I like." },
    steps: [
      on(49, "08:45", "lorcan", { do: "assign", to: "lorcan" }),
      on(47, "09:00", "lorcan", {
        do: "finish tasks",
        outcome: "done",
        note: "Guessing switched off; guesses made so far deleted.",
      }),
      on(47, "09:10", "lorcan", { do: "decide", outcome: "granted" }),
      on(47, "09:15", "lorcan", { do: "ask approval" }),
    ],
  },
  {
    key: "a partner's customer asks us",
    asker: {
      name: "Jorge Salinas",
      email: "jorge.salinas@correo.example",
      residence: "ES",
      locale: "en",
      relationship: "customer-of-partner",
      facts: () => ({}),
      subject: null,
    },
    rights: ["access"],
    proof: "other",
    received: { daysAgo: 7 },
    time: "11:11",
    narrow: "Sol de Casa put panels on my roof and says you have the file.",
    steps: [
      on(6, "09:20", "aoife", { do: "assign", to: "aoife" }),
      on(6, "09:40", "aoife", { do: "note", text: "A customer of Sol de Casa. They decide; pass it on." }),
    ],
  },
  {
    key: "annelie takes consent back by mail",
    asker: member("annelie"),
    rights: ["withdraw-consent"],
    proof: { facts: ["member-number", "email"] },
    received: { daysAgo: 3 },
    time: "06:40",
    entered: { from: "mail", by: "aoife", daysAgo: 3 },
    details: { "withdraw-consent": "Keine Auswertung meiner Besuche mehr." },
    steps: [],
  },
  {
    key: "naveen's wrong number",
    asker: member("naveen"),
    rights: ["erasure"],
    proof: { ...twoFacts, but: { "member-number": "IM 9999 0000" } },
    received: { daysAgo: 2 },
    time: "04:10",
    steps: [],
  },
  {
    key: "philippa is late to hear from us",
    asker: member("philippa"),
    rights: ["restriction"],
    proof: { facts: ["member-number", "telephone"] },
    received: { dueIn: -2, clock: "month" },
    time: "15:55",
    details: { restriction: "While you find out who gave my number away." },
    steps: [on(20, "08:50", "lorcan", { do: "assign", to: "lorcan" })],
  },
  {
    key: "ciaran withdraws",
    asker: member("ciaran"),
    rights: ["access"],
    proof: twoFacts,
    received: { daysAgo: 66 },
    time: "09:09",
    steps: [on(65, "10:10", "person", { do: "withdraw" })],
  },
];
