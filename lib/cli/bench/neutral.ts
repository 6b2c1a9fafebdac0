import { randomInt } from "node:crypto";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { ipcPeople } from "#db/seed/ipc/people.ts";
import { limits } from "#lib/attempts/limits.ts";
import { rawEnv } from "#lib/env.ts";
import { openOwnHouse } from "./own-house.ts";
import { count, numberFrom } from "./options.ts";
import { compareRanks, quantile } from "./statistics.ts";
import { outsideView, submit, type Shown, type Submitted, type Typed } from "./submission.ts";

const kinds = {
  match: "both facts are right",
  mismatch: "the account is there, the date of birth is another",
  unknown: "no account has that number",
  locked: "both facts are right, on an account tried too often",
} as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

const strictest = (kind: keyof typeof limits) => Math.min(...limits[kind].map(({ limit }) => limit));
/** One more wrong try than an account takes in a day. */
const triesToLock = strictest("identity/subject") + 1;

/** Whether the form answers everybody alike: the same page, as fast, whatever the facts are. */
export async function run(words: string[], say: (line: string) => void): Promise<void> {
  const wished = numberFrom(words, "--times", 40);
  const given = rawEnv().HABEAS_URL;
  const house = given ? null : await openOwnHouse(say);
  try {
    const origin = new URL(given ?? house?.variables.HABEAS_URL ?? "").origin;
    const networks = await networksFor(origin);
    const times = Math.min(wished, networks.most);
    if (times < wished) say(networks.why(times));
    const submitted = await submitAll(origin, networks.next, times);
    tellTimes(say, submitted);
    const all = [...submitted].flatMap(([kind, some]) => some.map((one) => ({ kind, ...one })));
    tellPages(say, "The page that answers", all);
    if (house) await tellOutcomes(say, submitted, house.variables.DATABASE_OWNER_URL ?? "");
    else
      say(
        "What the worker found cannot be seen from outside; without HABEAS_URL this bench opens a portal of its own and checks it.",
      );
    const views: { kind: Kind; shown: Shown }[] = [];
    for (const { kind, reference } of all)
      views.push({ kind, shown: await outsideView(origin, networks.next(), reference) });
    tellPages(say, "The request's own page, opened by somebody else", views);
  } finally {
    await house?.close();
  }
}

type Results = Map<Kind, Submitted[]>;

/** First locks one account and warms everything up; then each kind once a round, in an order drawn anew. */
async function submitAll(origin: string, nextNetwork: () => string | null, times: number): Promise<Results> {
  const pick = typist();
  const locked = pick.person();
  for (let tried = 0; tried < triesToLock; tried += 1)
    await submit(origin, nextNetwork(), { ...locked, born: otherDay(locked.born) });
  const typed: Record<Kind, () => Typed> = {
    match: () => pick.person(),
    mismatch: () => {
      const person = pick.person();
      return { ...person, born: otherDay(person.born) };
    },
    unknown: () => pick.nobody(),
    locked: () => locked,
  };
  const results: Results = new Map(kindNames.map((kind) => [kind, []]));
  for (const kind of kindNames) await submit(origin, nextNetwork(), typed[kind]());
  for (let round = 0; round < times; round += 1) {
    for (const kind of shuffled(kindNames))
      results.get(kind)?.push(await submit(origin, nextNetwork(), typed[kind]()));
  }
  return results;
}

/** People of the demo whom no story tells of, in an order drawn anew, so that no account is tried twice. */
function typist() {
  const people = shuffled(ipcPeople().filter((person) => /^person-\d+$/.test(person.key)));
  const known = new Set(people.map((person) => person.accountNo));
  let [next, number] = [0, randomInt(9_000_000)];
  return {
    person(): Typed {
      const { accountNo, born } = people[next++ % people.length] as (typeof people)[number];
      return { accountNo, born };
    },
    nobody(): Typed {
      do number += 1;
      while (known.has(`IP6${String(number).padStart(7, "0")}`));
      return { accountNo: `IP6${String(number).padStart(7, "0")}`, born: "1980-05-17" };
    },
  };
}

function otherDay(born: string): string {
  return `${born.slice(0, 8)}${born.endsWith("11") ? "12" : "11"}`;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const drawn = items.map((item) => ({ item, at: Math.random() }));
  return drawn.toSorted((a, b) => a.at - b.at).map(({ item }) => item);
}

/**
 * The portal takes a limited number of requests an hour from one network. Where it runs on this machine, every request
 * can come from a loopback address of its own, as from a household of its own; elsewhere the limit stands.
 */
async function networksFor(
  origin: string,
): Promise<{ most: number; next: () => string | null; why: (times: number) => string }> {
  const isHere = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+)(:|$)/.test(origin);
  if (isHere && (await canCallFrom("127.13.0.1"))) {
    // Begins elsewhere each time, so that the limit of an earlier run is not this one's.
    let last = randomInt(64_000, 14_000_000);
    const next = () => [127, ++last >> 16, (last >> 8) & 255, last & 255].join(".");
    return { most: Infinity, next, why: () => "" };
  }
  const limit = strictest("submission/network");
  const most = Math.floor((limit - triesToLock) / kindNames.length) - 1;
  return {
    most,
    next: () => null,
    why: (times) =>
      `Only ${times} times each: the portal takes ${limit} requests an hour from one network, and here all come from one.`,
  };
}

async function canCallFrom(address: string): Promise<boolean> {
  const server = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const socket = connect({ port, host: "127.0.0.1", localAddress: address });
  const could = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  server.close();
  return could;
}

function tellTimes(say: (line: string) => void, results: Results): void {
  const of = (kind: Kind) => (results.get(kind) ?? []).map(({ ms }) => ms);
  const match = of("match");
  say(
    `From "Send" to the whole page that answers, ${count(match.length)} times each in an order drawn anew every round:`,
  );
  for (const kind of kindNames) say(`  ${kind.padEnd(9)} ${kinds[kind]}`);
  say("            median        p95    ratio   took longer than match   as likely by chance");
  const verdicts = kindNames.map((kind) => {
    const times = of(kind);
    const { larger, p } = compareRanks(times, match);
    const cells = [
      `${quantile(times, 0.5).toFixed(1)} ms`.padStart(8),
      `${quantile(times, 0.95).toFixed(1)} ms`.padStart(10),
      (quantile(times, 0.5) / quantile(match, 0.5)).toFixed(3).padStart(8),
      ...(kind === "match"
        ? []
        : [`in ${Math.round(larger * 100)} % of all pairs`.padStart(24), `p = ${p.toFixed(3)}`.padStart(21)]),
    ];
    say(`  ${kind.padEnd(9)} ${cells.join(" ")}`);
    return { kind, p: kind === "match" ? 1 : p };
  });
  say("The ratio is that of the medians. 50 % of pairs is no difference at all; p is a Mann-Whitney test's.");
  if (match.length < 10)
    return say("Fewer than 10 times each show no difference that is not huge; --times 40 does.");
  // Three comparisons: each must be three times as sure (Bonferroni).
  const sure = 0.05 / 3;
  const told = verdicts.filter(({ p }) => p < sure).map(({ kind }) => kind);
  say(
    told.length > 0
      ? `The times differ: ${told.join(", ")} can be told from match (p is below ${sure.toFixed(3)}).`
      : `The times tell nothing: none of the three can be told from match (p would be below ${sure.toFixed(3)}).`,
  );
}

/** Compares what came back, byte by byte, without the reference, days and times of each request. */
function tellPages(
  say: (line: string) => void,
  what: string,
  seen: readonly { kind: Kind; shown: Shown }[],
): void {
  const groups = [...Map.groupBy(seen, ({ shown }) => shown.text)];
  const [[first, alike] = ["", []]] = groups;
  if (alike.length === seen.length) {
    const sizes = [...Map.groupBy(seen, ({ shown }) => shown.sizeBytes)].toSorted(
      (a, b) => b[1].length - a[1].length,
    );
    const [[size] = [0], ...others] = sizes;
    say(
      `${what}: ${count(size)} bytes, and all ${count(seen.length)} the same but for reference, days, times and one-time marks; headers too.`,
    );
    // When a part is ready depends on how busy the machine is, and the mark-up around each part counts too.
    if (others.length > 0)
      say(`  React sent its scripts in other pieces to ${tallied(others.flatMap(([, who]) => who))}.`);
    return;
  }
  say(`${what}: ${groups.length} different ones among ${count(seen.length)}.`);
  for (const [text, who] of groups.slice(0, 8))
    say(`  ${tallied(who)}${text === first ? "" : `; first difference: ${firstDifference(first, text)}`}`);
}

function tallied(who: readonly { kind: Kind }[]): string {
  return kindNames.map((kind) => `${who.filter((one) => one.kind === kind).length} ${kind}`).join(", ");
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  return `${around(one)} and ${around(other)}`;
}

/** Says what the worker really found, so that the figures are known to be about what they say. */
async function tellOutcomes(say: (line: string) => void, results: Results, url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const references = [...results.values()].flat().map(({ reference }) => reference);
    const read = () => sql<{ reference: string; passed: boolean; compared: number }[]>`
      select c.reference, p.passed, jsonb_array_length(p.facts) as compared
      from cases c join proof p on p.case_id = c.id where c.reference in ${sql(references)}`;
    let found = await read();
    for (; found.length < references.length; found = await read()) await sleep(500);
    say("What the worker found:");
    for (const [kind, all] of results) {
      const own = found.filter(({ reference }) => all.some((one) => one.reference === reference));
      const confirmed = own.filter(({ passed }) => passed).length;
      const refused = own.filter(({ compared }) => compared === 0).length;
      say(
        `  ${kind.padEnd(9)} ${confirmed} of ${all.length} confirmed, ${refused} not compared at all (tried too often)`,
      );
    }
  } finally {
    await sql.end();
  }
}
