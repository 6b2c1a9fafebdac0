/**
 * The map of a store, in the words of the Fides dataset vocabulary plus our own `habeas_meta`.
 * Only `parseDatasets` makes these, so whoever holds one holds a checked one.
 */
export type Dataset = {
  /** Key of the dataset, `^[a-zA-Z0-9_.<>-]+$`; unique among an organisation's datasets. */
  fidesKey: string;
  organizationFidesKey: string;
  name: string | null;
  description: string | null;
  tags: string[];
  /** Said to apply to all collections; nothing acts on it, as in Fides. */
  dataCategories: string[];
  /** Datasets whose collections must all have run before any of this one. */
  after: string[];
  /** Where the tables live (`schema`, `database_name`, …); each connector reads what it knows. */
  namespace: Record<string, unknown> | null;
  redactName: boolean;
  resourceId: string | null;
  collections: Collection[];
  /** What the file said, key for key, so that the export gives it back. */
  imported: Readonly<Record<string, unknown>>;
};

/** A table, a file or an endpoint. */
export type Collection = {
  name: string;
  description: string | null;
  /** Where one of these is asked for, the whole record is released. */
  dataCategories: string[];
  /** Collections (`dataset.collection`) to be read before this one. */
  after: string[];
  /** Collections to be erased before this one. */
  eraseAfter: string[];
  skipProcessing: boolean;
  /** Rows are deleted rather than masked. */
  deleteRows: boolean;
  partitioning: Partitioning | null;
  redactName: boolean;
  fields: Field[];
  habeas: CollectionMeta;
};

/** Which parts of a partitioned BigQuery table are read. */
export type Partitioning =
  | { whereClauses: string[] }
  | { windows: { field: string; start: string | null; end: string | null; interval: string | null }[] };

export const baseTypes = ["string", "integer", "float", "boolean", "object_id", "object"] as const;
export type BaseType = (typeof baseTypes)[number];

/** A declared type: `integer[]` is `{ base: "integer", isArray: true }`. */
export type DataType = { base: BaseType; isArray: boolean };

/** A column or a member of an object; with `fields` it is an object (or an array of them). */
export type Field = {
  name: string;
  description: string | null;
  dataCategories: string[];
  /** Seed by which the collection can be asked through this field: `email`, `account_number`, … */
  identity: string | null;
  references: Reference[];
  primaryKey: boolean;
  dataType: DataType | null;
  /** Masked text is cut to this many characters. */
  length: number | null;
  /** Keep all elements of an array, not only those that matched; handed down to nested fields. */
  returnAllElements: boolean;
  readOnly: boolean;
  customRequestField: string | null;
  masking: { strategy: string; configuration: Record<string, unknown> } | null;
  redactName: boolean;
  fields: Field[];
  habeas: FieldMeta;
};

/** An edge as it is written: `field` is `collection.path.to.field` of `dataset`. */
export type Reference = {
  dataset: string;
  field: string;
  /** Seen from the field that carries it: `from` is fed by the named field, `to` feeds it, null both. */
  direction: "from" | "to" | null;
};

/** A text per language (`en`, `de`, `pt-BR`). */
export type Localised = Record<string, string>;

/** `habeas_meta` of a collection: what Habeas needs to show records to people. Documented in `meta.ts`. */
export type CollectionMeta = {
  label: Localised | null;
  explanation: Localised | null;
  category: string | null;
  title: string | null;
  orderBy: OrderBy[];
  attachment: {
    path: string | null;
    content: string | null;
    name: string | null;
    mediaType: string | null;
  } | null;
  /** Whose yes it takes before staff may open these records. */
  authority: "account-owner" | null;
  /** The content is encrypted and only its particulars are readable here: who holds the key. */
  encrypted: { holder: Localised } | null;
  /** These records are all that is left of people deleted by a rule of the policy: digests, and the day of deletion. */
  tombstone: { rule: string; day: string } | null;
};

export type OrderBy = { field: string; direction: "asc" | "desc" };

/** `habeas_meta` of a field. Documented in `meta.ts`. */
export type FieldMeta = {
  label: Localised | null;
  explanation: Localised | null;
  category: string | null;
  codes: Record<string, Localised>;
  money: string | { field: string } | null;
  normalise: string | null;
  storedForm: string | null;
  contact: "email" | "phone" | "post" | null;
  contactChangedAt: string | null;
  neverRelease: boolean;
  thirdParty: "name" | "email" | "phone" | null;
};

/** A collection among all of an organisation's datasets, as `dataset:collection`. */
export type Address = `${string}:${string}`;

export function addressOf(dataset: string, collection: string): Address {
  return `${dataset}:${collection}`;
}

/** A field among all of an organisation's datasets. `path` has one element per level. */
export type FieldAddress = { dataset: string; collection: string; path: string[] };

/** Reads `dataset:collection.path.to.field`; null where it is written otherwise. */
export function parseFieldAddress(text: string): FieldAddress | null {
  const colon = text.indexOf(":");
  const [collection = "", ...path] = text.slice(colon + 1).split(".");
  const isWhole = colon > 0 && collection !== "" && path.length > 0 && path.every((part) => part !== "");
  return isWhole ? { dataset: text.slice(0, colon), collection, path } : null;
}

/** The text form of a field's address: the inverse of `parseFieldAddress`. */
export function fieldAddressText({ dataset, collection, path }: FieldAddress): string {
  return `${dataset}:${collection}.${path.join(".")}`;
}
