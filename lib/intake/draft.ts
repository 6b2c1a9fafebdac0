import type { AuthorityKind } from "#lib/agents/kinds.ts";
import type { Child } from "./answers.ts";
import type { RightId } from "#lib/rights/ids.ts";

/**
 * What has been answered so far in a form that is not sent yet, one key per question. A key that is missing was not
 * answered; an empty answer to an optional question is one.
 */
export type Answers = {
  /** Chosen on the first page: ticked when the question about rights is asked, and forgotten with its answer. */
  wanted?: RightId | undefined;
  residence?: string;
  rights?: RightId[];
  /** Which consents she takes back, by the policy's ids, where it names them. */
  consents?: string[];
  /** Per right that takes a word of hers; empty where she left it empty. */
  details?: Partial<Record<RightId, string>>;
  /** Whether she asks for herself or for a child in her care. */
  whose?: Whose;
  child?: Child;
  relationship?: string;
  /** The relationship with which she was led to another notice, and went on here. */
  elsewhere?: string;
  /**
   * To whom she gave her data, where somebody else decides about it; for which relationship she was asked, and whether
   * she is one of our own people too.
   */
  controller?: { for: string; id: string | null; name: string | null; also: boolean };
  /** Where nothing has to be proved, the e-mail address or the telephone number alone. */
  contact?: { name: string | null; email: string | null; telephone: string | null };
  narrow?: { text: string | null };
  proof?: DraftProof;
  declaration?: { name: string; place: string; on: string };
  /** For a Shine the Light notice: who asks, and where she lives. */
  notice?: { firstName: string; lastName: string; address: string };
  /** That she lives in California, given on that day, and whether she deals with the house for herself and her family. */
  certificate?: { household: boolean; on: string };
  /** Of an agent's form: the person he asks for, and the paper he does it on. */
  person?: { name: string; email: string | null };
  authority?: DraftAuthority;
};

/** A paper that stands already, or what a new one says; its documents come with the form's files. */
export type DraftAuthority =
  | { use: "known"; authorityId: string }
  | {
      use: "new";
      kind: AuthorityKind;
      issuedOn: string;
      validUntil: string | null;
      businesses: string | null;
    };
/** Whom a request is about. */
export const whoseOptions = ["me", "child"] as const;
export type Whose = (typeof whoseOptions)[number];

export type DraftProof =
  | { method: "login" }
  /** `asked`: how many facts the law wanted when she answered. */
  | { method: "facts"; facts: Record<string, string>; asked: number }
  | { method: "other"; note: string | null };
