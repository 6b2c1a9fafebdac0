import type { AppealView, ClaimView } from "#lib/cases/queries/view.ts";
import { composeAppealLetter, type AppealLetterInput, type Letter } from "#lib/decisions/letter.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import { versionOn } from "#lib/law/versions.ts";
import { regulators } from "./reasons.ts";

type Frame = Pick<AppealLetterInput, "locale" | "reference" | "identity" | "personName"> & {
  organisation: string;
  residence: string;
};

/** The answer to an appeal or complaint as a letter; null while it is open. */
export function assembleAppealLetter(frame: Frame, claim: ClaimView, appeal: AppealView): Letter | null {
  const { outcome, decidedAt } = appeal;
  if (!outcome || !decidedAt) return null;
  const { organisation, residence, ...shared } = frame;
  const decidedOn = dayIn(decidedAt, claim.zone);
  return composeAppealLetter({
    ...shared,
    organisation: { name: organisation, place: null },
    writtenOn: decidedOn,
    kind: appeal.kind,
    appealedOn: dayIn(appeal.receivedAt, claim.zone),
    outcome,
    reasons: appeal.explanation ? [{ text: appeal.explanation, law: null }] : [],
    regulators: regulators(claim, residence, frame.locale),
    court: versionOn(regimes[claim.regime], decidedOn).version.refusal.mustSay.includes("court"),
  });
}
