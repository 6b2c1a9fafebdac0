import { dayOfMonthAgo } from "../days.ts";
import { on, type Asker, type Story } from "../story.ts";
import { informetricPeople } from "./people.ts";

function buyer(key: keyof typeof informetricPeople): Asker {
  const { name, email, country, postcode, phone, lastOrder } = informetricPeople[key];
  return {
    name,
    email,
    residence: country === "US" ? "US-NJ" : country,
    locale: "en",
    relationship: "customer",
    facts: (firstDay) => ({
      email,
      "last-order": `${lastOrder.amount}|${dayOfMonthAgo(firstDay, lastOrder.monthsAgo, 1).slice(0, 7)}`,
      postcode,
      telephone: phone ?? "",
    }),
    subject: null,
  };
}

/** A few requests of `informetric`. */
export const informetricStories: readonly Story[] = [
  {
    key: "gwen gets her copy",
    asker: buyer("gwen"),
    rights: ["access"],
    proof: { facts: ["email", "last-order"] },
    received: { daysAgo: 24 },
    time: "14:30",
    steps: [
      on(22, "15:00", "nils", { do: "assign", to: "nils" }),
      on(20, "15:30", "nils", { do: "decide", outcome: "granted" }),
      on(20, "15:40", "nils", { do: "ask approval" }),
      on(19, "16:00", "uma", { do: "approve" }),
      on(19, "16:30", "nils", { do: "send" }),
      on(18, "22:00", "person", { do: "download" }),
    ],
  },
  {
    key: "pieter wants his orders corrected",
    asker: buyer("pieter"),
    rights: ["rectification"],
    proof: { facts: ["email", "postcode"] },
    received: { daysAgo: 9 },
    time: "08:25",
    details: { rectification: "The order of spring went to the wrong company." },
    steps: [on(8, "15:00", "nils", { do: "assign", to: "nils" })],
  },
  {
    key: "gwen wants no more advertising",
    asker: buyer("gwen"),
    rights: ["opt-out-sale", "opt-out-marketing"],
    proof: "none",
    received: { daysAgo: 11 },
    time: "13:10",
    steps: [
      on(10, "15:00", "nils", { do: "assign", to: "nils" }),
      on(9, "15:20", "nils", {
        do: "finish tasks",
        outcome: "done",
        note: "Taken off the list.",
        all: false,
      }),
    ],
  },
  {
    key: "teresa and tomas share an address",
    asker: buyer("teresa"),
    rights: ["access"],
    proof: { facts: ["email", "postcode"] },
    received: { daysAgo: 5 },
    time: "10:40",
    steps: [],
  },
  {
    key: "gwen erases by telephone",
    asker: buyer("gwen"),
    rights: ["erasure"],
    proof: { facts: ["email", "telephone"] },
    received: { daysAgo: 3 },
    time: "17:00",
    entered: { from: "phone", by: "nils", daysAgo: 2 },
    details: { erasure: "The visits at the fair, please." },
    steps: [],
  },
];
