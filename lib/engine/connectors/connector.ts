import type { z } from "zod";
import type { Key } from "#lib/engine/datasets/keys.ts";
import type { JsonRecord } from "#lib/engine/datasets/values.ts";
import type { Collection, Dataset, FieldAddress, OrderBy } from "#lib/engine/datasets/vocabulary.ts";
import type { ConnectorKind } from "./kinds.ts";

/**
 * What Habeas knows of a kind of store without opening one. The settings form is made from `config` and `secrets`
 * (see `form.ts`); `client` loads the driver when a store of this kind is first used.
 */
export type ConnectorEntry = {
  kind: ConnectorKind;
  /** What people call it: "Postgres". */
  label: string;
  config: z.ZodObject;
  /** Kept sealed and write-only; empty where the kind has none. */
  secrets: z.ZodObject;
  client: () => Promise<{ connector: Connector }>;
};

/** A kind of store as code. Everything it does is read-only. */
export type Connector = {
  /** Tests a connection step by step, in words. Never throws for what is wrong with the store: that is what it tells. */
  check(
    store: Store,
    around: Around,
    map: { datasets: readonly Dataset[]; locators?: readonly FieldAddress[] },
  ): Promise<CheckStep[]>;
  /**
   * Opens the store. Where it can, one session is one snapshot.
   * @throws StoreError
   */
  connect(store: Store, around: Around): Promise<Session>;
};

/** Which store: the settings of a source and its opened secrets. */
export type Store = { config: unknown; secrets: unknown };

/** What the operator allows, and when to give up. */
export type Around = { operator: Operator; signal?: AbortSignal; limits?: Partial<Limits> };

/** The operator's allow-list, and the databases that no source may ever be. */
export type Operator = {
  /** `host`, `host:port` or `*.domain`; a single `*` allows every host (command line only). */
  hosts: readonly string[];
  /** Absolute folders; everything below them is allowed. */
  folders: readonly string[];
  own: readonly OwnDatabase[];
};

export type OwnDatabase = {
  host: string;
  /** Its network addresses, where they are known, so that another name for it is recognised. */
  addresses?: readonly string[];
  port: number;
  database: string;
  /** Schemas that hold a demo's data, not Habeas's own. */
  openSchemas: readonly string[];
};

/** How long to wait and how much to hold at once. Times in milliseconds, sizes in bytes. */
export type Limits = {
  connectMs: number;
  /** Without a single byte from the store while it owes an answer. */
  idleMs: number;
  pageMs: number;
  pageBytes: number;
  /** A larger record is not read: it becomes a problem with its place. */
  recordBytes: number;
  /** Values in one question to the store; longer lists are asked in chunks. */
  valuesPerQuestion: number;
};

export const defaultLimits: Limits = {
  connectMs: 5_000,
  idleMs: 30_000,
  pageMs: 120_000,
  pageBytes: 8_000_000,
  recordBytes: 64_000_000,
  valuesPerQuestion: 1_000,
};

export type Session = {
  /**
   * Reads what matches any of the keys, page by page, each record once and in a fixed order. Without keys nothing is read.
   * @throws StoreError
   */
  find(ask: Ask): AsyncIterable<Page>;
  /** How many records `find` would give, without reading their values. */
  count(ask: Ask): Promise<number>;
  close(): Promise<void>;
};

/** One question about one collection. */
export type Ask = {
  dataset: Dataset;
  collection: Collection;
  /** Top-level fields to read (`Step.fields`). */
  fields: readonly string[];
  /** What to look for (`keysFor`). */
  keys: readonly Key[];
  /** Go on after this place; from an earlier page of the same question. It may hold key values: keep it sealed. */
  cursor?: string | null;
  /** Most records on a page (1,000). Large records make smaller pages. */
  pageRows?: number;
  /** Stop after so many records. */
  limit?: number;
  /** Another order than the collection's own. */
  orderBy?: readonly OrderBy[];
  signal?: AbortSignal;
};

/**
 * A page of records. Values are JSON that loses nothing: numbers where a double holds them exactly and digits as text where
 * not (large integers, long decimals); dates and times in ISO 8601, with `Z` where the store knows the zone and without
 * where it does not; bytes in base64; NaN and infinities as text; NULL as null; arrays, objects and JSON as they are.
 */
export type Page = {
  rows: Row[];
  problems: Problem[];
  /** Where to go on after this page. */
  cursor: string;
};

export type Row = {
  /** Names the record within its collection: its key values or its place, as a JSON array. May hold personal values. */
  key: string;
  record: JsonRecord;
  files: FoundFile[];
};

/** A file that belongs to a record. */
export type FoundFile = {
  /** As the store knows it; clean it before it becomes a file name. */
  name: string;
  /** What the bytes say; `application/octet-stream` where they say nothing. */
  mediaType: string;
  sizeBytes: number;
  /** The content, to be read while the session is open. */
  open(): AsyncIterable<Uint8Array>;
};

/** Something that could not be read while the rest could. Says what and why, never a value. */
export type Problem = {
  kind: "record" | "file" | "key";
  /** The record it is about (as `Row.key`), where there is one. */
  key: string | null;
  says: string;
};

/** One step of a connection test. */
export type CheckStep = {
  ok: boolean;
  /** It works, but something should be changed. */
  isWarning: boolean;
  says: string;
  /** What to do about it; null where nothing needs doing. */
  todo: string | null;
  milliseconds: number;
};
