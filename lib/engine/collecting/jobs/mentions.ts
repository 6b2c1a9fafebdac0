import type { Tx } from "#db/client.ts";
import type { BundleRecord } from "#lib/bundle/values.ts";
import { candidatesIn } from "#lib/review/mentions.ts";
import { filesField, textsOf } from "#lib/review/redaction.ts";
import { normalise } from "#lib/identity/normalise.ts";
import type { Session } from "../../connectors/connector.ts";
import { StoreError } from "../../connectors/store-error.ts";
import { listFields } from "../../datasets/fields.ts";
import { valuesAt, type JsonRecord } from "../../datasets/values.ts";
import type { Collection } from "../../datasets/vocabulary.ts";
import { openSource, type MappedSource } from "../../sources/client.ts";

/** A place in a record where somebody else is named: the field and the words. */
export type Mention = { field: string; places: string[] };

type Register = {
  source: MappedSource;
  collection: Collection;
  path: string[];
  kind: "name" | "email" | "phone";
};

/** Whose records are searched for names, and whether a neighbour that may come back is waited for. */
type Reader = { sourceId: string; isLastTry: boolean };

/**
 * Finds records that name somebody the sources know: words that look like a name or address are looked up, exactly, in
 * the fields that the maps mark with `third_party`. The person herself is nobody else. A neighbour that cannot be asked
 * does not stop the source that is read: `unasked` names it, for staff to read through these records themselves.
 */
export class MentionFinder {
  readonly #tx: Tx;
  readonly #registers: Register[];
  readonly #own: Set<string>;
  readonly #sessions = new Map<string, Promise<Session>>();
  readonly #known = new Map<string, boolean>();
  readonly #signal: AbortSignal;
  readonly #reader: Reader;
  readonly #unasked = new Map<string, string>();

  constructor(
    tx: Tx,
    sources: readonly MappedSource[],
    own: { names: string[]; emails: string[] },
    signal: AbortSignal,
    reader: Reader,
  ) {
    this.#tx = tx;
    this.#signal = signal;
    this.#reader = reader;
    this.#registers = sources.flatMap((source) =>
      source.dataset.collections.flatMap((collection) =>
        listFields(collection.fields).flatMap(({ path, field }) =>
          field.habeas.thirdParty ? [{ source, collection, path, kind: field.habeas.thirdParty }] : [],
        ),
      ),
    );
    const forms = [
      ...own.names.map((name) => normalise("name", name)),
      ...own.emails.map((email) => normalise("email", email)),
    ];
    this.#own = new Set(forms.filter((form) => form !== null));
  }

  /** The places of one page's records, by record key. */
  async find(
    collection: Collection,
    records: readonly { key: string; record: JsonRecord }[],
  ): Promise<Map<string, Mention[]>> {
    const found = new Map<string, Mention[]>();
    if (this.#registers.length === 0) return found;
    const marked = this.#registers.filter((register) => register.collection === collection);
    const texts = records.flatMap(({ key, record }) =>
      textsOf(record as BundleRecord).map(({ field, text }) => ({
        key,
        field,
        text,
        candidates: candidatesIn(text),
      })),
    );
    await this.#lookUp(
      texts.flatMap((one) => one.candidates.names),
      "name",
    );
    await this.#lookUp(
      texts.flatMap((one) => one.candidates.emails),
      "email",
    );
    const add = (key: string, field: string, places: string[]) => {
      if (places.length > 0)
        found.set(key, [...(found.get(key) ?? []), { field, places: [...new Set(places)] }]);
    };
    for (const { key, record } of records) {
      for (const { path, kind } of marked) {
        const others = valuesAt(record, path)
          .map(String)
          .filter((value) => this.#isSomebodyElse(kind, value));
        add(key, path.join("."), others);
      }
    }
    for (const { key, field, candidates } of texts) {
      if (marked.some((register) => register.path.join(".") === field)) continue;
      add(key, field, [
        ...candidates.names.filter((name) => this.#known.get(`name|${name}`)),
        ...candidates.emails.filter((email) => this.#known.get(`email|${email}`)),
      ]);
    }
    return found;
  }

  /** Somebody else named in a text that came as a file. */
  async findInText(text: string): Promise<Mention[]> {
    const { names, emails } = candidatesIn(text);
    await this.#lookUp(names, "name");
    await this.#lookUp(emails, "email");
    const places = [
      ...names.filter((name) => this.#known.get(`name|${name}`)),
      ...emails.filter((email) => this.#known.get(`email|${email}`)),
    ];
    return places.length > 0 ? [{ field: filesField, places: [...new Set(places)] }] : [];
  }

  /** Names of the other sources that could not be asked whom they know. */
  get unasked(): string[] {
    return [...this.#unasked.values()];
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#sessions.values()].map(async (session) => (await session).close()));
  }

  #isSomebodyElse(kind: Register["kind"], value: string): boolean {
    const form = normalise(kind, value);
    return form !== null && !this.#own.has(form);
  }

  /** Asks every register once about words not asked about before. */
  async #lookUp(words: readonly string[], kind: "name" | "email"): Promise<void> {
    const fresh = [...new Set(words)].filter(
      (word) => !this.#known.has(`${kind}|${word}`) && this.#isSomebodyElse(kind, word),
    );
    for (const word of words)
      if (!this.#known.has(`${kind}|${word}`)) this.#known.set(`${kind}|${word}`, false);
    if (fresh.length === 0) return;
    for (const register of this.#registers.filter((one) => one.kind === kind)) {
      const { id, name } = register.source.source;
      if (this.#unasked.has(id)) continue;
      try {
        await this.#ask(register, fresh);
      } catch (error) {
        if (!this.#goesOnAfter(error, id)) throw error;
        this.#unasked.set(id, name);
      }
    }
  }

  async #ask({ source, collection, path, kind }: Register, words: string[]): Promise<void> {
    const session = await this.#session(source);
    const pages = session.find({
      dataset: source.dataset,
      collection,
      fields: [path[0] ?? ""],
      keys: [{ path, values: words }],
      signal: this.#signal,
    });
    for await (const page of pages) {
      for (const row of page.rows)
        for (const value of valuesAt(row.record, path)) this.#known.set(`${kind}|${String(value)}`, true);
    }
  }

  #goesOnAfter(error: unknown, askedId: string): boolean {
    if (!(error instanceof StoreError) || this.#signal.aborted) return false;
    return askedId !== this.#reader.sourceId && (!error.isTransient || this.#reader.isLastTry);
  }

  #session(source: MappedSource): Promise<Session> {
    const known = this.#sessions.get(source.source.id) ?? openSource(this.#tx, source.source, this.#signal);
    this.#sessions.set(source.source.id, known);
    return known;
  }
}
