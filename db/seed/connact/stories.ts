import { on, type Asker, type Story } from "../story.ts";
import { connactPeople } from "./people.ts";

type Known = keyof typeof connactPeople;

function user(key: Known): Asker {
  const { name, email, country, workspaceNo, postcode, born } = connactPeople[key];
  return {
    name,
    email,
    residence: country,
    locale: country === "DE" ? "de" : "en",
    relationship: "user",
    facts: () => ({
      "workspace-number": workspaceNo.replace(/^CN/, "CN "),
      email,
      postcode,
      "date-of-birth": born,
    }),
    subject: null,
  };
}

const twoFacts = { facts: ["workspace-number", "email"] } as const;

/** Somebody who has no workspace: a visitor, or whose details a club put in. */
function stranger(name: string, email: string | null, residence: string, relationship: string): Asker {
  const locale = residence === "DE" ? "de" : "en";
  return { name, email, residence, locale, relationship, facts: () => ({}), subject: null };
}

/** About ten requests of `connact`, in every state a desk has. */
export const connactStories: readonly Story[] = [
  {
    key: "matthias takes his data along",
    asker: user("matthias"),
    rights: ["portability"],
    proof: { facts: ["workspace-number", "date-of-birth"] },
    received: { daysAgo: 61 },
    time: "06:50",
    steps: [
      on(60, "08:10", "edith", { do: "assign", to: "edith" }),
      on(58, "08:40", "edith", { do: "decide", outcome: "granted" }),
      on(58, "08:45", "edith", { do: "ask approval" }),
      on(57, "10:30", "saoirse", { do: "approve" }),
      on(57, "10:50", "edith", { do: "send" }),
      on(56, "17:20", "person", { do: "download" }),
    ],
  },
  {
    key: "a member asks the club's software",
    asker: stranger("Winifred Adeyemi", "w.adeyemi@post.example", "GB", "entered"),
    rights: ["erasure"],
    proof: "other",
    received: { daysAgo: 40 },
    time: "19:30",
    details: { erasure: "The rowing club keeps my telephone number in your app. I left years ago." },
    steps: [
      on(39, "09:00", "gareth", { do: "assign", to: "gareth" }),
      on(39, "09:20", "gareth", {
        do: "write",
        text: "What a club enters in its workspace is the club's. We cannot look into it without the club's word. Which club is it?",
      }),
    ],
  },
  {
    key: "sorcha has been nowhere for a while",
    asker: user("sorcha"),
    rights: ["access", "erasure"],
    proof: twoFacts,
    received: { dueIn: 2, clock: "month" },
    time: "11:15",
    details: { erasure: "Close the account when the copy is there." },
    steps: [
      on(20, "13:00", "edith", { do: "assign", to: "edith" }),
      on(12, "14:00", "edith", { do: "decide", right: "access", outcome: "granted" }),
    ],
  },
  {
    key: "harriet corrects her postcode",
    asker: user("harriet"),
    rights: ["rectification"],
    proof: twoFacts,
    received: { daysAgo: 18 },
    time: "12:05",
    details: { rectification: "We moved the boathouse: E3 2NQ is old, E14 9TS is right." },
    steps: [
      on(17, "09:40", "gareth", { do: "assign", to: "gareth" }),
      on(16, "10:00", "gareth", {
        do: "finish tasks",
        outcome: "done",
        note: "Changed to E14 9TS.",
      }),
      on(16, "10:10", "gareth", { do: "decide", outcome: "granted" }),
      on(16, "10:15", "gareth", { do: "ask approval" }),
    ],
  },
  {
    key: "harriet objects to the visits",
    asker: user("harriet"),
    rights: ["objection"],
    proof: { facts: ["workspace-number", "postcode"] },
    received: { daysAgo: 75 },
    time: "21:10",
    details: { objection: "Stop writing down what I search for in the help pages." },
    steps: [
      on(74, "09:00", "edith", { do: "assign", to: "edith" }),
      on(70, "09:30", "edith", {
        do: "finish tasks",
        outcome: "done",
        note: "Taken out of the list of searches; errors are still counted without her number.",
      }),
      on(70, "09:40", "edith", {
        do: "decide",
        outcome: "in-part",
        reasons: ["compelling-grounds"],
        explanation:
          "Lines that show somebody breaking in must stay for 60 days. They hold nothing of what you searched for.",
      }),
      on(70, "09:50", "edith", { do: "ask approval" }),
      on(69, "11:20", "gareth", { do: "approve" }),
      on(69, "11:45", "edith", { do: "send" }),
      on(50, "20:00", "person", {
        do: "appeal",
        right: "objection",
        words: "Sixty days is long for a server that counts errors.",
      }),
      on(49, "09:15", "saoirse", { do: "acknowledge", right: "objection" }),
    ],
  },
  {
    key: "an address nobody knows",
    asker: stranger("Col Brannigan", "col.brannigan@mail.example", "IE", "visitor"),
    rights: ["access"],
    proof: {
      facts: ["workspace-number", "email"],
      but: { "workspace-number": "CN 999999", email: "col.brannigan@mail.example" },
    },
    received: { daysAgo: 8 },
    time: "22:40",
    steps: [],
  },
  {
    key: "a subscriber takes consent back",
    asker: stranger("Liesl Dorner", "liesl.dorner@post.example", "DE", "subscriber"),
    rights: ["withdraw-consent"],
    proof: "other",
    received: { daysAgo: 4 },
    time: "07:30",
    entered: { from: "mail", by: "gareth", daysAgo: 3 },
    details: { "withdraw-consent": "Bitte keinen Newsletter mehr." },
    steps: [],
  },
  {
    key: "toby is twelve",
    asker: user("toby"),
    rights: ["erasure"],
    proof: { facts: ["workspace-number", "date-of-birth"] },
    received: { daysAgo: 2 },
    time: "16:20",
    details: { erasure: "my mum says i am not allowed" },
    steps: [],
  },
  {
    key: "ada asks to see what is held, and understands it",
    asker: user("ada"),
    rights: ["access"],
    proof: { facts: ["workspace-number", "date-of-birth"] },
    received: { daysAgo: 13 },
    time: "15:05",
    steps: [
      on(12, "09:20", "edith", { do: "assign", to: "edith" }),
      on(12, "09:50", "edith", {
        do: "judge competence",
        outcome: "able",
        note: "Ada is fifteen, wrote in her own clear words what she wants and why, and only asks for a copy.",
      }),
    ],
  },
  {
    key: "toby's mother asks for him",
    asker: { ...user("toby"), name: "Rachel Lawson", email: "rachel.lawson@mail.example" },
    rights: ["access"],
    proof: { facts: ["workspace-number", "postcode"] },
    child: { name: "Toby Lawson", born: connactPeople.toby.born, relation: "parent" },
    received: { daysAgo: 1 },
    time: "19:40",
    steps: [],
  },
  {
    key: "harriet asked twice and withdrew one",
    asker: user("harriet"),
    rights: ["access"],
    proof: "other",
    received: { daysAgo: 30 },
    time: "10:00",
    steps: [on(29, "08:00", "person", { do: "withdraw" })],
  },
  {
    key: "sorcha by letter, late",
    asker: user("sorcha"),
    rights: ["restriction"],
    proof: { facts: ["workspace-number", "postcode"] },
    received: { dueIn: -3, clock: "month" },
    time: "09:00",
    entered: { from: "paper", by: "gareth", daysAgo: 6 },
    details: { restriction: "Until it is clear who signed in from abroad." },
    steps: [on(5, "09:30", "gareth", { do: "assign", to: "gareth" })],
  },
];
