import { isWithin } from "./categories.ts";
import type { Json, JsonRecord } from "./values.ts";
import type { Collection, Field } from "./vocabulary.ts";

type Kind = {
  /** Data categories it has in a map, each with everything below it. */
  categories: readonly string[];
  /** Names columns of this kind have where a map says less: they are read as words (`card_code`, `cardCode`). */
  names: RegExp | null;
  /**
   * `everywhere`: it opens doors, so nobody is ever given it. `where the law says so`: numbers by which one is known; a law
   * that has the ground `never-handed-over` for the right asked for keeps them back, the others give them.
   */
  staysBehind: "everywhere" | "where the law says so";
  /** It may not even be stored: whoever holds it has a finding to deal with. */
  mustNotBeStored: boolean;
  /** What it rests on where the law of the request says nothing. */
  citation: string | null;
};

/**
 * Kinds of data of which a copy says that they are held, which, since when and how often, and never what they say
 * (11 CCR 7024(d)). The value is covered before a record reaches a case, whatever staff do later.
 */
export const neverOut = {
  "card-code": {
    categories: [
      "user.payment.security_code",
      "user.payment.card_security_code",
      "user.financial.security_code",
      "user.financial.credit_card.security_code",
    ],
    names: /^(card )?(cvv|cvc|csc)\d?$|^card (security |verification )?(code|value)$/,
    staysBehind: "everywhere",
    mustNotBeStored: true,
    citation: "PCI DSS 4.0.1, 3.3.1.2",
  },
  password: {
    categories: ["user.authorization.password"],
    names: /^(password|passwd|pwd)( (hash|digest|salt))?$/,
    staysBehind: "everywhere",
    mustNotBeStored: false,
    citation: null,
  },
  "security-question": {
    categories: ["user.authorization.security_question", "user.authorization.security_answer"],
    names: /^(security|secret) (question|answer)$/,
    staysBehind: "everywhere",
    mustNotBeStored: false,
    citation: null,
  },
  biometric: {
    categories: ["user.biometric", "user.biometric_health", "user.authorization.biometric"],
    names: /^(voice ?print|face (template|geometry)|finger ?print template)$/,
    staysBehind: "everywhere",
    mustNotBeStored: false,
    citation: null,
  },
  "government-number": {
    categories: ["user.government_id"],
    names:
      /^(ssn|social security( number)?|(driver s?|drivers?) licen[cs]e( number)?|passport( (number|no))?)$/,
    staysBehind: "where the law says so",
    mustNotBeStored: false,
    citation: null,
  },
  "financial-account": {
    categories: ["user.financial.account_number", "user.financial.credit_card", "user.payment.card_number"],
    names: /^(iban|card number|bank account( (number|no))?)$/,
    staysBehind: "where the law says so",
    mustNotBeStored: false,
    citation: null,
  },
  "health-insurance": {
    categories: ["user.health_and_medical.insurance_beneficiary_id", "user.health_and_medical.record_id"],
    names: null,
    staysBehind: "where the law says so",
    mustNotBeStored: false,
    citation: null,
  },
} as const satisfies Record<string, Kind>;

export type NeverOut = keyof typeof neverOut;
const kinds = Object.keys(neverOut) as NeverOut[];

/** The kinds in the words of the desk and the audit room. */
export const foundKinds = {
  "card-code": "the security code of a card",
  password: "a password",
  "security-question": "a security question or its answer",
  biometric: "a measure of a body",
  "government-number": "a number given by a state",
  "financial-account": "the number of a bank account or card",
  "health-insurance": "a health insurance number",
} satisfies Record<NeverOut, string>;

/** The reason under which such a value is covered. */
export const neverOutReason = "never-handed-over";

/** What stands in its place: the mark that bundles and reviews show as covered. */
const mark = (): Json => ({ redacted: { reason: neverOutReason } });

/** Whether a value is such a mark. */
export function isNeverOutMark(value: Json): boolean {
  return JSON.stringify(value) === JSON.stringify(mark());
}

/** The kinds that stay behind. @param byLaw whether a law of the request has the ground for keeping numbers back */
export function keptBack(byLaw: boolean): ReadonlySet<NeverOut> {
  return new Set(kinds.filter((kind) => byLaw || neverOut[kind].staysBehind === "everywhere"));
}

/** What of this kind a field holds; null where it may go out. @param inherited categories of what it stands in */
export function neverOutOf(field: Field, inherited: readonly string[] = []): NeverOut | null {
  const isJoin = field.primaryKey || field.identity !== null || field.references.length > 0;
  const own = field.dataCategories.length > 0 || isJoin ? field.dataCategories : inherited;
  const words = field.name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_.\-\s]+/g, " ")
    .toLowerCase();
  return (
    kinds.find((kind) => {
      const { categories, names }: Kind = neverOut[kind];
      return (
        own.some((one) => categories.some((target) => isWithin(one, target))) || (names?.test(words) ?? false)
      );
    }) ?? null
  );
}

/** Where a value stood that was covered: the dotted path of its field, and what kind it is. */
export type Covered = { path: string; kind: NeverOut };

/**
 * A record with a mark in place of every value that never goes out; what was empty stays empty, so that nothing is said to
 * be held that is not. Marks that stand already are told again.
 * @param except top-level fields whose values are still needed to find other records
 */
export function coverNeverOut(
  record: JsonRecord,
  collection: Collection,
  kept: ReadonlySet<NeverOut>,
  except: ReadonlySet<string> = new Set(),
): { record: JsonRecord; covered: Covered[] } {
  const covered: Covered[] = [];
  const fields = collection.fields.filter(({ name }) => !except.has(name));
  const out = coverMembers(record, fields, { inherited: collection.dataCategories, kept, path: [], covered });
  return { record: out, covered };
}

type Walk = {
  inherited: readonly string[];
  kept: ReadonlySet<NeverOut>;
  path: readonly string[];
  covered: Covered[];
};

function coverMembers(record: JsonRecord, fields: readonly Field[], walk: Walk): JsonRecord {
  const holding = fields.filter((field) => holdsAny(field, walk.inherited, walk.kept));
  if (holding.length === 0) return record;
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const field = holding.find((one) => one.name === name);
      if (!field || value === null || value === "") return [name, value];
      const path = [...walk.path, name];
      const kind = neverOutOf(field, walk.inherited);
      if (kind && (walk.kept.has(kind) || field.habeas.neverRelease)) {
        walk.covered.push({ path: path.join("."), kind });
        return [name, mark()];
      }
      const inherited = field.dataCategories.length > 0 ? field.dataCategories : walk.inherited;
      return [name, coverInside(value, field.fields, { ...walk, inherited, path })];
    }),
  );
}

function coverInside(value: Json, fields: readonly Field[], walk: Walk): Json {
  if (Array.isArray(value)) return value.map((element) => coverInside(element, fields, walk));
  return typeof value === "object" && value !== null ? coverMembers(value, fields, walk) : value;
}

function holdsAny(field: Field, inherited: readonly string[], kept: ReadonlySet<NeverOut>): boolean {
  const kind = neverOutOf(field, inherited);
  if (kind && (kept.has(kind) || field.habeas.neverRelease)) return true;
  const own = field.dataCategories.length > 0 ? field.dataCategories : inherited;
  return field.fields.some((member) => holdsAny(member, own, kept));
}
