import type { Letter, LetterBlock, LeftOut } from "#lib/decisions/letter.ts";
import type { NeverOut } from "#lib/engine/datasets/never-out.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { BundleRecord, ReasonWords } from "./values.ts";

/**
 * Everything a bundle is made from, decided and in the person's language. The bytes of the archive are a function
 * of this and of nothing else. Texts are plain text; instants are ISO 8601 with zone; days are civil days.
 */
export type BundleInput = {
  bundleId: string;
  /** `HB-7K4Q-2M9X`; names the archive and its folder. */
  reference: string;
  locale: Locale;
  /** IANA zone in which times are told to the person. */
  zone: string;
  createdAt: string;
  productVersion: string;
  organisation: BundleOrganisation;
  /** The name on file; null where the letter greets nobody by name. */
  personName: string | null;
  letter: Letter;
  /** Folder 2; null where the answer tells nothing of what is held. */
  about: BundleAbout | null;
  /** Folder 3; null in an answer that names only kinds of data, and in a refusal. Needs `about`. */
  data: BundleData | null;
  /** Folder 5; an empty list says that nothing was left out. */
  leftOut: readonly CountedLeftOut[] | null;
  /** Folder 6. */
  searched: readonly SearchedPlace[] | null;
  history: BundleHistory;
  rights: BundleRights;
  /** Words for each code with which something in `data` is covered; no others. */
  redactionReasons: ReasonWords;
};

/**
 * Something left out, and what its `count` counts. `covered`: records with words covered in them. `withheld`: records kept
 * back. `files`: files kept back, the record goes out. `named`: records with a value in them that never goes out.
 * `unreadable`: records and files that could not be read.
 */
export type CountedLeftOut = LeftOut & { kind: "covered" | "withheld" | "files" | "named" | "unreadable" };

export type BundleOrganisation = {
  name: string;
  /** `#rrggbb`, checked by the settings page for contrast; null: the product's own. */
  accent: string | null;
  contact: { email: string; telephone: string | null; hours: string | null; post: string | null };
};

/** What an access answer owes beside the copy; the regime says which of them (GDPR Art. 15(1)–(3), Civ. Code 1798.110). */
export const aboutElements = [
  "purposes",
  "categories",
  "recipients",
  "retention",
  "source",
  "automated",
  "safeguards",
  "sold-or-shared",
  "rights",
  "complaint",
  "copy",
] as const;
export type AboutElement = (typeof aboutElements)[number];

export type BundleAbout = {
  elements: readonly AboutElement[];
  categories: readonly AboutCategory[];
  /** One sentence on selling and sharing in the period asked about (Civ. Code 1798.115). */
  soldOrShared: string | null;
  /** Kinds of third parties that got data ("advertising networks"). */
  thirdPartyKinds: readonly string[];
};

/** A human category and what the register says of it, merged over its sources. */
export type AboutCategory = {
  /** Lower-case ASCII slug, at most 40 characters; also the folder in `3-your-data`. */
  id: string;
  title: string;
  /** Answers "What is this?". */
  what: string;
  purposes: readonly string[];
  legalBasis: readonly string[];
  /** Named (CJEU C-154/21); empty: nobody else got it. */
  recipients: readonly { name: string; place: string; why: string }[];
  origin: readonly string[];
  retention: readonly string[];
  /** Last day of keeping, where it is known. */
  keptUntil: string | null;
  /** Countries outside and the safeguard; empty: none. */
  transfers: readonly string[];
  /** Logic and consequences; empty: no automated decisions. */
  automated: readonly string[];
};

export type BundleData = {
  collectedOn: string;
  categories: readonly BundleCategory[];
  /** Kinds of data searched for and not held; told as a statement. */
  notHeld: readonly string[];
};

export type BundleCategory = {
  /** Names an entry of `about.categories`. */
  id: string;
  /** What the records are, in the order in which they are told; none where nothing is released. */
  groups: readonly BundleGroup[];
  /** Records of this category that are withheld as a whole. */
  withheld: number;
  /** The reason code of each file that stays behind while its record goes out. */
  filesLeftOut: readonly string[];
  /** What the records hold and the answer only names, because its value never goes out. */
  namedOnly: readonly NamedOnly[];
  files: readonly BundleFile[];
};

/** A field whose values stay behind: what people call it, in how many records it stands, and since when, where that is known. */
export type NamedOnly = { kind: NeverOut; label: string; count: number; since: string | null };

/** The released records of one table, file or endpoint of a store: alike in their fields. */
export type BundleGroup = {
  /** Names the group in JSON and CSV; unique in its category, letters, digits, `-` and `_`, a letter or digit first. */
  id: string;
  /** What people call these records. */
  title: string;
  /** One sentence, where the title does not say it all. */
  explanation: string | null;
  fields: readonly BundleField[];
  /** The `date` or `instant` field by which records are placed in time; null where there is none. */
  timeField: string | null;
  /** The field in which the files of a record stand, where it has one. What is covered there is a file, and no words. */
  filesName?: string | null;
  records: RecordSource;
};

/** Released records, page by page, redactions applied. `open` is called more than once and gives the same each time. */
export type RecordSource = { count: number; open: () => AsyncIterable<readonly BundleRecord[]> };

export const fieldKinds = [
  "text",
  "number",
  "yes-no",
  "date",
  "month",
  "instant",
  "money",
  "code",
  "nested",
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type BundleField = {
  /** The technical name: key in JSON, column in CSV, small print in HTML. */
  name: string;
  label: string;
  /** What it means, where the label does not say it all. */
  explanation?: string | undefined;
  kind: FieldKind;
  /** For `money`: an ISO 4217 code, or the sibling field that holds one. */
  currency?: string | { field: string } | undefined;
  /** For `money`: whether 1840 means 18.40 (default: `major`, the number is the amount). */
  unit?: "major" | "minor" | undefined;
  /** For `code`: words for each stored code. */
  codes?: { readonly [code: string]: string } | undefined;
  /** A number by which a store tells or joins its records, such as a key: small and last in pages. */
  technical?: boolean | undefined;
  /** For `nested`: the fields inside, where the map describes them. */
  fields?: readonly BundleField[] | undefined;
};

export type BundleFile = {
  /** What a record's `{"file": id}` refers to. */
  id: string;
  /** As found; null where the name itself may not be told. It is made safe for any file system. */
  name: string | null;
  /** Puts the day in front of the name, so that files sort. */
  on: string | null;
  mediaType: string;
  sizeBytes: number;
  open: () => AsyncIterable<Uint8Array>;
};

export type SearchedPlace = {
  name: string;
  /** In plain words: "the database behind your account". */
  what: string;
  /** Names of what was searched by ("account number"), never the values. */
  identifiers: readonly string[];
  searchedAt: string | null;
  /** How many records and files there could not be read while the rest could. */
  unreadable: number;
  /** What there stayed closed, because it takes somebody else's authority to open it. */
  unopened: readonly string[];
  outcome:
    | { kind: "found"; records: number }
    | { kind: "nothing-held" }
    | { kind: "deleted"; rule: string; on: string | null }
    | { kind: "not-known-here" }
    | { kind: "failed"; sentWithout: string }
    | { kind: "read-in-part"; records: number; sentWithout: string }
    | { kind: "not-opened" }
    | { kind: "skipped"; reason: string };
};

/** The case as it stood at one event, so that later events do not change the bundle. */
export type BundleHistory = {
  throughEvent: number;
  /** `who` is a role in words, never a staff name. */
  events: readonly { number: number; at: string; who: string; sentence: string }[];
  messages: readonly { at: string; from: "you" | "us"; text: string }[];
};

export type BundleRights = {
  /** How to have the answer looked at again: `routesBlocks` of the letter. */
  again: readonly LetterBlock[];
  /** What else can be asked for under this law. */
  others: readonly RightId[];
  /** The page of the request, where all this is done; null before it has an address. */
  requestUrl: string | null;
};

/** A fixed file of the bundle: style, fonts, licence. `path` below `assets/`. */
export type BundleAsset = { path: string; mediaType: string; bytes: Uint8Array };
