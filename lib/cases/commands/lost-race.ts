import type { Tx } from "#db/client.ts";
import { readCaseEvents } from "#lib/audit/queries/events.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { historyLine, sourceNames } from "../queries/history.ts";
import { staffNames } from "../queries/view.ts";
import type { CaseRow } from "./change.ts";

/** More would hide what matters; the history has them all. */
const mostTold = 3;

/**
 * What whoever lost a race reads: that nothing was saved, and what happened to the case since the version she saw, the
 * newest last. Every version is one event that names a state.
 */
export async function tellLostRace(tx: Tx, row: CaseRow, seenVersion: number): Promise<string> {
  const events = await readCaseEvents(tx, await caseSealer(tx, row.id), row.ref);
  const names = {
    staff: await staffNames(tx, row.organisationId),
    sources: await sourceNames(tx, row.organisationId),
  };
  const since = events
    .filter((event) => event.entry.state !== null)
    .slice(seenVersion)
    .map((event) => historyLine(event, names));
  const told = since.slice(-mostTold).map(({ who, sentence }) => `${who}: ${sentence}.`);
  return ["This case changed while you had it open. Nothing was saved.", ...told].join(" ");
}
