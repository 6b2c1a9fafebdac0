import type { Tx } from "#db/client.ts";
import { now } from "#lib/clock.ts";
import type { Ask, Row, Session } from "#lib/engine/connectors/connector.ts";
import { StoreError } from "#lib/engine/connectors/store-error.ts";
import { findField, listFields } from "#lib/engine/datasets/fields.ts";
import { keysFor } from "#lib/engine/datasets/keys.ts";
import { planReach } from "#lib/engine/datasets/reach.ts";
import { planTraversal } from "#lib/engine/datasets/traversal.ts";
import {
  addressOf,
  parseFieldAddress,
  type Dataset,
  type FieldAddress,
} from "#lib/engine/datasets/vocabulary.ts";
import { valuesAt, type Json } from "#lib/engine/datasets/values.ts";
import { mappedSources, openSource, type MappedSource } from "#lib/engine/sources/client.ts";
import { HabeasError } from "#lib/errors.ts";
import type { FactPolicy, Policy } from "#lib/organisations/policy.ts";
import { readChangedAt } from "./changed-at.ts";
import type { FactKind } from "./kinds.ts";
import { normalise } from "./normalise.ts";
import { lookUpValues } from "./stored-form.ts";

/** Rows looked at in one step of a look-up. A person has few; more than this is no proof of anything. */
const mostRows = 200;
/** How long a whole look-up may take: less than the job or the page that waits for it. */
const patienceMs = 60_000;

/** The person a locator or a login points at, as the sources know her. */
export type FoundPerson = {
  /** How many rows the locator found: 0 nobody, 1 somebody, more is ambiguous. */
  candidates: number;
  /** Values on file per fact of the policy. */
  held: Record<string, Json[]>;
  name: string | null;
  /** The day of birth on file, `2014-03-09`; null where no store says it in a way that can be read. */
  born: string | null;
  contact: { channel: "email"; value: string } | null;
  /** The lines of the postal address, and when one of them was last changed; null where no store holds one. */
  post: { lines: string; changedAt: string | null } | null;
  /** Now, where the stores say something about it that cannot be read. */
  contactChangedAt: Date | null;
  /** Verified identities for collecting: seed name → values. */
  seeds: Record<string, Json[]>;
  /** Whom the provider of logins knows her account by; null where the stores do not say, or not of this account alone. */
  subject: string | null;
};

/** By what a person is found: the locator she typed, or the subject of her login. */
export type Locating = { typed: string; country: string | undefined } | { subject: string };

/**
 * Looks a person up in the organisation's sources and reads what her facts are compared with. Only exact look-ups;
 * nothing of it is kept here. Throws `StoreError` when a store cannot be read.
 */
export async function findPerson(
  tx: Tx,
  organisationId: string,
  policy: Policy,
  by: Locating,
): Promise<FoundPerson> {
  const sources = await mappedSources(tx, organisationId);
  const reader = new Reader(tx, sources, AbortSignal.timeout(patienceMs));
  try {
    const { rows, start } = await locate(reader, policy, by);
    const [person] = rows;
    const nobody: FoundPerson = {
      candidates: rows.length,
      held: {},
      name: null,
      born: null,
      contact: null,
      post: null,
      contactChangedAt: null,
      seeds: {},
      subject: null,
    };
    if (!person) return nobody;
    const read = (field: string) => reader.valuesFrom(person, start, address(field));
    const held: Record<string, Json[]> = {};
    for (const fact of [policy.proof.locator, ...policy.proof.facts])
      held[fact.id] = await heldFor(reader, person, start, fact);
    const seeds: Record<string, Json[]> = {};
    for (const [seed, field] of Object.entries(policy.proof.seeds)) seeds[seed] = await read(field);
    const [name] = policy.proof.name ? await read(policy.proof.name) : [];
    const [born] = policy.children.born ? await read(policy.children.born) : [];
    const [email] = await read(policy.proof.contact.field);
    const { changedAt } = policy.proof.contact;
    const value = typeof email === "string" ? normalise("email", email) : null;
    return {
      ...nobody,
      held,
      seeds,
      name: typeof name === "string" && name.trim() !== "" ? name.trim() : null,
      born: born === undefined ? null : normalise("date", born),
      contact: value ? { channel: "email", value } : null,
      post: await postFrom(reader, policy, person, start),
      contactChangedAt: changedAt ? await changedAtFrom(reader, person, start, address(changedAt)) : null,
      subject: rows.length === 1 ? await subjectFrom(reader, policy, person, start) : null,
    };
  } catch (error) {
    if (!(error instanceof StoreError && error.fault === "cancelled")) throw error;
    throw new StoreError("too-slow", `The stores gave no answer within ${patienceMs / 1_000} seconds.`);
  } finally {
    await reader.close();
  }
}

async function locate(
  reader: Reader,
  policy: Policy,
  by: Locating,
): Promise<{ rows: Row[]; start: FieldAddress }> {
  if ("subject" in by) {
    if (!policy.proof.loginSubject)
      throw new HabeasError("not-set-up", "The policy names no field for the subject of a login.");
    const start = address(policy.proof.loginSubject);
    return { start, rows: await reader.find(start, [by.subject]) };
  }
  const { locator } = policy.proof;
  const start = address(locator.field);
  const form = reader.fieldAt(start)?.habeas.storedForm ?? null;
  const wanted = normalise(locator.kind, by.typed, by.country ? { country: by.country } : {});
  if (wanted === null) return { rows: [], start };
  const rows = await reader.find(start, lookUpValues(locator.kind, by.typed, form, by.country));
  return {
    start,
    rows: rows.filter((row) =>
      valuesAt(row.record, start.path).some((value) => normalise(locator.kind, value) === wanted),
    ),
  };
}

/** The one subject of her account. A subject that leads to another account as well, or back to none, is nobody's. */
async function subjectFrom(
  reader: Reader,
  policy: Policy,
  person: Row,
  start: FieldAddress,
): Promise<string | null> {
  const { login, loginSubject } = policy.proof;
  if (!login || !loginSubject) return null;
  const field = address(loginSubject);
  if (!reader.reaches(start, field)) return null;
  const values = new Set(
    (await reader.valuesFrom(person, start, field)).filter((value) => value !== null).map(String),
  );
  const [subject] = values;
  if (values.size !== 1 || !subject) return null;
  const accounts = await reader.find(field, [subject]);
  return accounts.length === 1 ? subject : null;
}

async function heldFor(reader: Reader, person: Row, start: FieldAddress, fact: FactPolicy): Promise<Json[]> {
  const field = address(fact.field);
  const rows = await reader.rowsFrom(
    person,
    start,
    field,
    fact.latestBy ? address(fact.latestBy).path : null,
  );
  if (!fact.month) return rows.flatMap((row) => valuesAt(row.record, field.path));
  const month = address(fact.month).path;
  return rows.flatMap((row) => {
    const [amount] = valuesAt(row.record, field.path);
    const [day] = valuesAt(row.record, month);
    return amount === undefined || day === undefined ? [] : [`${String(amount)}|${String(day).slice(0, 7)}`];
  });
}

async function postFrom(
  reader: Reader,
  { proof: { post } }: Policy,
  person: Row,
  start: FieldAddress,
): Promise<FoundPerson["post"]> {
  if (!post) return null;
  const lines: string[] = [];
  for (const fields of post.lines) {
    const parts: string[] = [];
    for (const field of fields) {
      const [value] = await reader.valuesFrom(person, start, address(field));
      if (typeof value === "string" || typeof value === "number") parts.push(String(value).trim());
    }
    const line = parts.filter(Boolean).join(" ");
    if (line) lines.push(line);
  }
  const changed = post.changedAt ? await changedAtFrom(reader, person, start, address(post.changedAt)) : null;
  return lines.length > 0 ? { lines: lines.join("\n"), changedAt: changed?.toISOString() ?? null } : null;
}

async function changedAtFrom(
  reader: Reader,
  person: Row,
  start: FieldAddress,
  field: FieldAddress,
): Promise<Date | null> {
  const before = reader.gaps;
  const values = await reader.valuesFrom(person, start, field);
  // What was not read may be the latest change.
  return reader.gaps > before ? now() : readChangedAt(values, now());
}

/** Somebody of whom only a digest is left, and what she can still be searched by. */
export type DeletedPerson = {
  rule: string;
  /** Verified identities for collecting, once it is clear that they are hers. */
  seeds: Record<string, Json[]>;
  /** Whether any other collection that can be asked by them holds something: then she is more than deleted. */
  isHeldElsewhere: boolean;
};

/**
 * Looks for the digest of a value among what is left of deleted people (`habeas_meta.tombstone`). Null where there is none.
 * Nothing of it may be told before it is clear that the value is hers. Throws `StoreError` when a store cannot be read.
 */
export async function findDeleted(
  tx: Tx,
  organisationId: string,
  given: { kind: FactKind; value: string; country?: string | undefined },
): Promise<DeletedPerson | null> {
  const value = normalise(given.kind, given.value, given.country ? { country: given.country } : {});
  if (value === null) return null;
  const sources = await mappedSources(tx, organisationId);
  const reader = new Reader(tx, sources, AbortSignal.timeout(patienceMs));
  try {
    const rules = new Map<string, string>();
    for (const { at, identity, rule } of digestFields(sources, given.kind)) {
      const rows = await reader.find(at, lookUpValues(given.kind, value, "sha256"));
      if (rows.length > 0) rules.set(identity, rule);
    }
    const [rule] = rules.values();
    if (rule === undefined) return null;
    const seeds = Object.fromEntries([...rules.keys()].map((identity) => [identity, [value]]));
    return { rule, seeds, isHeldElsewhere: await holdsMore(reader, sources, seeds) };
  } finally {
    await reader.close();
  }
}

/** Every field of a map that holds digests of values of a kind left behind by a deletion. */
function digestFields(sources: readonly MappedSource[], kind: FactKind) {
  return sources.flatMap(({ dataset }) =>
    dataset.collections.flatMap((collection) => {
      const { tombstone } = collection.habeas;
      if (!tombstone || collection.skipProcessing) return [];
      return listFields(collection.fields).flatMap(({ path, field }) =>
        field.identity !== null && field.habeas.storedForm === "sha256" && field.habeas.normalise === kind
          ? [
              {
                at: { dataset: dataset.fidesKey, collection: collection.name, path },
                identity: field.identity,
                rule: tombstone.rule,
              },
            ]
          : [],
      );
    }),
  );
}

/** Whether what is left behind is not all: any collection that these identities lead into at once. */
async function holdsMore(
  reader: Reader,
  sources: readonly MappedSource[],
  seeds: Record<string, Json[]>,
): Promise<boolean> {
  const datasets = sources.map(({ dataset }) => dataset);
  for (const step of planTraversal(datasets, Object.keys(seeds)).steps) {
    const collection = datasets
      .find(({ fidesKey }) => fidesKey === step.dataset)
      ?.collections.find(({ name }) => name === step.collection);
    if (collection?.habeas.tombstone) continue;
    const { keys } = keysFor(step, seeds, () => []);
    for (const { path, values } of keys) {
      const at = { dataset: step.dataset, collection: step.collection, path };
      if ((await reader.find(at, values)).length > 0) return true;
    }
  }
  return false;
}

function address(text: string): FieldAddress {
  const parsed = parseFieldAddress(text);
  if (!parsed)
    throw new HabeasError(
      "not-set-up",
      `The policy names the field "${text}", which is not written as dataset:collection.field.`,
    );
  return parsed;
}

/** Opens each store once for the whole look-up. */
class Reader {
  readonly #tx: Tx;
  readonly #sources: MappedSource[];
  readonly #sessions = new Map<string, Promise<Session>>();
  readonly #signal: AbortSignal;
  /** How often rows were left unread: they could not be, or there were too many. */
  gaps = 0;

  constructor(tx: Tx, sources: MappedSource[], signal: AbortSignal) {
    this.#tx = tx;
    this.#sources = sources;
    this.#signal = signal;
  }

  get #datasets(): Dataset[] {
    return this.#sources.map((source) => source.dataset);
  }

  fieldAt({ dataset, collection, path }: FieldAddress) {
    const found = this.#sourceOf(dataset).dataset.collections.find((one) => one.name === collection);
    return found ? findField(found, path) : null;
  }

  /** Rows of a collection in which a field has one of these values. */
  async find(
    at: FieldAddress,
    values: Ask["keys"][number]["values"],
    latestBy: string[] | null = null,
  ): Promise<Row[]> {
    const { source, dataset } = this.#sourceOf(at.dataset);
    const collection = dataset.collections.find((one) => one.name === at.collection);
    if (!collection)
      throw new HabeasError("not-set-up", `The map of "${source.name}" has no collection ${at.collection}.`);
    if (values.length === 0) return [];
    const session = await (this.#sessions.get(source.id) ?? this.#open(source.id));
    const limit = latestBy ? 1 : mostRows;
    const pages = session.find({
      dataset,
      collection,
      fields: collection.fields.map((field) => field.name),
      keys: [{ path: at.path, values }],
      limit,
      signal: this.#signal,
      ...(latestBy ? { orderBy: [{ field: latestBy.join("."), direction: "desc" as const }] } : {}),
    });
    const rows: Row[] = [];
    for await (const page of pages) {
      rows.push(...page.rows);
      this.gaps += page.problems.filter(({ kind }) => kind === "record").length;
    }
    if (rows.length >= mostRows) this.gaps++;
    return rows;
  }

  /** Whether the maps lead from one field's collection to another's. */
  reaches(start: FieldAddress, goal: FieldAddress): boolean {
    const [from, to] = [start, goal].map(({ dataset, collection }) => addressOf(dataset, collection));
    return from !== undefined && to !== undefined && planReach(this.#datasets, from, to).ok;
  }

  /** Rows of another field's collection that belong to this person, along the references. */
  async rowsFrom(
    person: Row,
    start: FieldAddress,
    goal: FieldAddress,
    latestBy: string[] | null,
  ): Promise<Row[]> {
    const reach = planReach(
      this.#datasets,
      addressOf(start.dataset, start.collection),
      addressOf(goal.dataset, goal.collection),
    );
    if (!reach.ok) throw new HabeasError("not-set-up", reach.reason);
    let rows = [person];
    for (const [index, hop] of reach.hops.entries()) {
      const values = rows.flatMap((row) => valuesAt(row.record, hop.from.path));
      rows = await this.find(hop.to, [...new Set(values)], index === reach.hops.length - 1 ? latestBy : null);
    }
    return rows;
  }

  async valuesFrom(person: Row, start: FieldAddress, goal: FieldAddress): Promise<Json[]> {
    return (await this.rowsFrom(person, start, goal, null)).flatMap((row) => valuesAt(row.record, goal.path));
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#sessions.values()].map(async (session) => (await session).close()));
  }

  #sourceOf(dataset: string): MappedSource {
    const found = this.#sources.find((source) => source.dataset.fidesKey === dataset);
    if (!found)
      throw new HabeasError(
        "not-set-up",
        `No source of this organisation has the dataset ${dataset}, which its policy names.`,
      );
    return found;
  }

  #open(sourceId: string): Promise<Session> {
    const found = this.#sources.find((one) => one.source.id === sourceId);
    if (!found) throw new HabeasError("not-found", "There is no such source.");
    const session = openSource(this.#tx, found.source, this.#signal);
    this.#sessions.set(sourceId, session);
    return session;
  }
}
