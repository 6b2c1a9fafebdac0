import { demoPeople } from "./people.ts";

/** Who can be entered as on the demo's first page, in the order of the cards. */
export const castKeys = ["maya", "ana", "tom", "ingrid", "leo", "ben", "rafa", "nils", "elena"] as const;
export type CastKey = (typeof castKeys)[number];

export type Role = {
  name: string;
  /** "customer, Bristol". */
  who: string;
  /** What to try as this person. */
  text: string;
  /** How to sign in by hand. */
  credentials: string;
} & (
  | { kind: "staff"; email: string }
  /** Comes without a session, as everybody does, and proves who she is on the way. */
  | { kind: "visitor" }
  /** Comes signed in with the company's own provider. */
  | { kind: "login"; subject: string }
  /** Comes by the link in a mail: the contact of somebody for whom an organisation only processes. */
  | { kind: "controller"; slug: string; controller: string }
);

function customer(key: "maya" | "leo") {
  const { login } = demoPeople[key];
  return { subject: login?.subject ?? "", credentials: login ? `${login.username} / ${login.password}` : "" };
}

export const cast = {
  maya: {
    kind: "visitor",
    name: demoPeople.maya.name,
    who: "customer, Bristol",
    text: "Ask for a copy of your data, prove it is you with two facts, open what you get.",
    credentials: `No password needed. Or sign in: ${customer("maya").credentials}`,
  },
  ana: {
    kind: "staff",
    email: "ana@ipc.example",
    name: "Ana Ruiz",
    who: "caseworker",
    text: "Work the queue, read what three stores hold, cover the neighbour’s name.",
    credentials: "ana@ipc.example / demo-ana",
  },
  tom: {
    kind: "staff",
    email: "tom@ipc.example",
    name: "Tom Okafor",
    who: "approver",
    text: "Read what Ana prepared and approve exactly that.",
    credentials: "tom@ipc.example / demo-tom",
  },
  ingrid: {
    kind: "staff",
    email: "ingrid@ipc.example",
    name: "Ingrid Dahl",
    who: "auditor",
    text: "Read every step, to the second, and try to change one.",
    credentials: "ingrid@ipc.example / demo-ingrid",
  },
  leo: {
    kind: "login",
    subject: customer("leo").subject,
    name: demoPeople.leo.name,
    who: "customer, Virginia",
    text: "You were refused. Read why, and appeal.",
    credentials: `No password needed. Or sign in: ${customer("leo").credentials}`,
  },
  ben: {
    kind: "staff",
    email: "ben@ipc.example",
    name: "Ben Iweala",
    who: "caseworker and approver",
    text: "Decide the appeal: Ana and Tom gave the first answer, so neither may.",
    credentials: "ben@ipc.example / demo-ben",
  },
  rafa: {
    kind: "staff",
    email: "rafa@ipc.example",
    name: "Rafa Lindqvist",
    who: "admin",
    text: "Connect a store, test it, see how records are found.",
    credentials: "rafa@ipc.example / demo-rafa",
  },
  nils: {
    kind: "staff",
    email: "nils@informetric.example",
    name: "Nils Acker",
    who: "caseworker and admin at Informetric",
    text: "Work for another organisation, and look for anything of this one.",
    credentials: "nils@informetric.example / demo-nils",
  },
  elena: {
    kind: "controller",
    slug: "immediate-connect",
    controller: "Sol de Casa",
    name: "Elena Prat",
    who: "partner of Immediate Connect",
    text: "A request of one of your customers was passed on to you. Open it, answer it, or instruct us to help.",
    credentials: "No password: the link in the mail opens one request, once.",
  },
} as const satisfies Record<CastKey, Role>;

export function isCastKey(value: unknown): value is CastKey {
  return castKeys.includes(value as CastKey);
}
