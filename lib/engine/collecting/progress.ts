import type { Address } from "../datasets/vocabulary.ts";

/**
 * How one collection ended. `unreached`: nothing that is known of the person leads to it. `unopened`: it stays closed
 * until somebody else's authority is recorded.
 */
export type CollectionEnd = "read" | "unreached" | "unopened" | "failed";

/** What is left of somebody who was deleted: the rule of the policy, and the day where the store says it. */
export type Deleted = { rule: string; on: string | null };

/** How a collection ended, and what came of it. */
export type Ended = { end: CollectionEnd; rows: number; says: string | null; deleted?: Deleted };

/** What is kept of a source's run, sealed: enough to go on after a crash without reading anything twice. */
export type Progress = {
  ended: Record<Address, Ended>;
  /** The collection being read and the place after its last saved page. */
  current: { address: Address; cursor: string | null; pages: number; rows: number } | null;
  /** Names of other sources that could not be asked whether they know whom these records name. */
  unasked?: string[];
};

export const noProgress: Progress = { ended: {}, current: null };

/** What came of a whole source. */
export type SourceOutcome = {
  outcome: "found" | "nothing held" | "deleted by rule" | "not known here" | "failed" | "skipped";
  rows: number;
  says: string | null;
  /** With `deleted by rule`: by which, and when. */
  deleted: Deleted | null;
  /** Names of the collections that stayed closed. */
  unopened: string[];
};

/** The outcome of a source from how its collections ended. */
export function outcomeOf(progress: Progress): SourceOutcome {
  const unopened = Object.entries(progress.ended)
    .filter(([, { end }]) => end === "unopened")
    .map(([address]) => address.slice(address.indexOf(":") + 1));
  const told = toldOf(progress, unopened.length > 0);
  const deleted = told.outcome === "deleted by rule" ? lastDeletion(progress) : null;
  return { ...told, deleted, unopened };
}

/** Of several deletions the last one: after it nothing was left. */
function lastDeletion({ ended }: Progress): Deleted | null {
  const all = Object.values(ended).flatMap(({ deleted }) => deleted ?? []);
  return all.toSorted((a, b) => ((a.on ?? "") < (b.on ?? "") ? 1 : -1))[0] ?? null;
}

function toldOf(progress: Progress, hasUnopened: boolean): Pick<SourceOutcome, "outcome" | "rows" | "says"> {
  const ended = Object.values(progress.ended);
  const rows = ended.reduce((sum, one) => sum + one.rows, 0);
  const failed = ended.filter((one) => one.end === "failed");
  if (failed.length > 0)
    return {
      outcome: "failed",
      rows,
      says: failed
        .map((one) => one.says)
        .filter(Boolean)
        .join(" "),
    };
  if (rows > 0) return { outcome: "found", rows, says: unaskedSentence(progress.unasked ?? []) };
  if (ended.some((one) => one.deleted)) return { outcome: "deleted by rule", rows: 0, says: null };
  if (hasUnopened) return { outcome: "skipped", rows: 0, says: null };
  return {
    outcome: ended.some((one) => one.end === "read") ? "nothing held" : "not known here",
    rows: 0,
    says: null,
  };
}

function unaskedSentence(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const list = new Intl.ListFormat("en").format(names);
  return `Whether somebody else is named here could not be looked up in ${list}. Read these records with care, or search this source again when ${list} can be read.`;
}

/** What the next step of a source is: read it, wait for another source, or nothing is left. */
export function nextStep<S extends { address: Address; dataset: string; waitsFor: Address[] }>(
  steps: readonly S[],
  dataset: string,
  progress: Progress,
  endedElsewhere: ReadonlySet<Address>,
): { kind: "read"; step: S } | { kind: "wait" } | { kind: "done" } {
  const own = steps.filter((step) => step.dataset === dataset && progress.ended[step.address] === undefined);
  const isEnded = (address: Address) => progress.ended[address] !== undefined || endedElsewhere.has(address);
  const ready = own.find((step) => step.waitsFor.every(isEnded));
  if (ready) return { kind: "read", step: ready };
  return own.length > 0 ? { kind: "wait" } : { kind: "done" };
}
