import type { ToldHandover } from "#lib/controllers/told.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { RightId } from "#lib/rights/ids.ts";

/** Who decides what happens next outside the organisation: a supervisory authority or an attorney general. */
export type Regulator = { name: string; url: string | null; post: string | null };

/** How the person can have an answer looked at again. Days are calendar days. */
export type LetterRoute = {
  /** `none`: the law knows no route inside the organisation, only the regulators are named. */
  kind: "appeal" | "complaint" | "none";
  /** Days advertised, counted from the day the answer is sent; null: no last day. */
  windowDays: number | null;
  /** The last day advertised, once the answer has been sent; null in a letter written before. */
  lastOn: string | null;
  /** A complaint is acknowledged within so many days (UK: DPA 2018 s.164A, 30). */
  acknowledgeDays: number | null;
  /** An appeal is decided within so many days of its receipt (Va. Code 59.1-577(C): 60; C.R.S. 6-1-1306(3): 45). */
  decideDays: number | null;
  regulators: readonly Regulator[];
  /** Judicial remedy to be named (GDPR Art. 12(4), 79). */
  court: boolean;
};

/** A reason as the catalogue words it for the person, and the law it rests on ("UK GDPR Art. 15(4)"). */
export type LetterReason = { text: string; law: string | null };

/** What a system owner reported about one place. `note` is meant for the person's eyes. */
export type LetterTask = {
  where: string;
  outcome: "done" | "nothing-there" | "not-done" | "told" | "taken-back";
  note: string | null;
};

/**
 * What is told instead of done. `register`: explained from the register of processing. `statement`: what she wants stopped is
 * not done here.
 */
export type LetterAnswer = {
  kind: "register" | "statement";
  sections: readonly { title: string | null; texts: readonly string[] }[];
};

/** Why an answer says nothing of the data. */
export type SilentStanding = "not-confirmed" | "relation-not-shown" | "child-not-able";

export type LetterClaim = {
  right: RightId;
  /** False where nothing had to be proved: then it is answered, whoever she is. */
  needsProof?: boolean;
  outcome: "granted" | "in-part" | "refused";
  /** Of a right that is answered in words; null where something is done. */
  answer?: LetterAnswer | null;
  reasons: readonly LetterReason[];
  tasks: readonly LetterTask[];
  route: LetterRoute;
};

/** One kind of thing that is not in the copy, or covered in it. `count` of records; null where it cannot be counted. */
export type LeftOut = {
  what: string;
  count: number | null;
  reason: string;
  law: string | null;
  ask: string | null;
};

/** What the search for a copy brought. All numbers are counts. */
export type LetterSearch = {
  /** `kinds`: only the kinds of data may be told, because the proof did not reach further (11 CCR 7062). */
  copy: "everything" | "kinds";
  places: number;
  found: number;
  given: number;
  files: number;
  /** Records in which words are covered. */
  covered: number;
};

/** What is left of the person in a place where a rule deleted her: the rule's name as it stands in a sentence. */
export type LetterDeleted = { place: string; rule: string; on: string | null };

/** What a letter says because of promises of the organisation, beside what the law asks for. */
export type LetterPromises = {
  deleted: readonly LetterDeleted[];
  /** What may not be opened without somebody else's authority. */
  unopened: readonly { place: string; what: readonly string[] }[];
  accountOwner: { who: string; how: string } | null;
  /** That asking restarts a promise about keeping. */
  restarted: readonly string[];
  answerThemselves: readonly { name: string; what: string; contact: string }[];
  /** The privacy notices written for the people of the laws she is answered under. */
  notices: readonly Regulator[];
  /** Where one can turn after the law's own route. */
  complaints: readonly Regulator[];
};

/** Everything a letter is written from. Days are civil days (`2026-11-24`). */
export type LetterInput = {
  locale: Locale;
  reference: string;
  organisation: { name: string; place: string | null };
  /** The name on file; not used while identity is not confirmed. */
  personName: string | null;
  /**
   * `proved`: a proof stands behind this answer. `not-needed`: the rights asked for need none, so the letter may not
   * say what is held. `not-confirmed`: proof was needed and failed; `relation-not-shown`: she may not act for the child;
   * `child-not-able`: a parent should ask with her. Of these the letter says nothing else of what needed a proof.
   */
  identity: "proved" | "not-needed" | SilentStanding;
  /** Whom the answer is about, where a parent or guardian asked. */
  child?: string | null;
  /** The law that lets us ask for proof ("UK GDPR Art. 12(6)"); named where identity is not confirmed. */
  identityLaw: string | null;
  requestedOn: string;
  writtenOn: string;
  claims: readonly LetterClaim[];
  search: LetterSearch | null;
  leftOut: readonly LeftOut[];
  /**
   * Places that failed and without which somebody decided to answer; the reason in words for the person. `records` read
   * before that, from which the answer is made all the same; 0 where nothing was.
   */
  sentWithout: readonly { place: string; reason: string; records: number }[];
  /** What other controllers decide, and what they said so far. */
  passedOn?: readonly ToldHandover[];
  promises: LetterPromises;
  /** The answer goes by post: then nothing is downloaded, and this is where she can write to. Else null. */
  byPost: { writeTo: string } | null;
};

/** What the answer to an appeal or complaint is written from. */
export type AppealLetterInput = Pick<
  LetterInput,
  "locale" | "reference" | "organisation" | "personName" | "identity" | "writtenOn"
> & {
  kind: "appeal" | "complaint";
  appealedOn: string;
  /** `upheld`: the first decision stands. */
  outcome: "upheld" | "overturned" | "in-part";
  reasons: readonly LetterReason[];
  regulators: readonly Regulator[];
  court: boolean;
};

export type LetterBlock =
  | { kind: "paragraph"; text: string }
  /** `depth` 1 stands under the heading before it. */
  | { kind: "heading"; depth: 0 | 1; text: string }
  | { kind: "reasons"; items: readonly LetterReason[] }
  | { kind: "table"; caption: string; head: readonly [string, string]; rows: readonly LetterRow[] }
  | { kind: "contacts"; items: readonly Regulator[] };

export type LetterRow = { what: string; law: string | null; value: string; note: string | null };

/** A letter as it will be read, before it becomes HTML or plain text: both say the same. */
export type Letter = {
  locale: Locale;
  from: { name: string; place: string | null };
  /** In words: "24 November 2026". */
  date: string;
  reference: string;
  title: string;
  greeting: string;
  blocks: readonly LetterBlock[];
  signed: string;
};
