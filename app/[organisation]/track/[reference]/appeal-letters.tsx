import { regulators } from "#lib/bundle/assemble/reasons.ts";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import { composeAppealLetter } from "#lib/decisions/letter.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import { versionOn } from "#lib/law/versions.ts";
import { LetterWell } from "./letter-well.tsx";

/** The answers to her appeals and complaints, each as a letter that names whom she can turn to next. */
export function AppealLetters({ own, right }: { own: OwnCase; right?: string }) {
  return own.claims
    .filter((claim) => right === undefined || claim.right === right)
    .flatMap((claim) =>
      claim.appeals.flatMap((appeal) => {
        const { outcome, decidedAt } = appeal;
        if (!outcome || !decidedAt) return [];
        const decidedOn = dayIn(decidedAt, claim.zone);
        const letter = composeAppealLetter({
          locale: own.locale,
          reference: own.reference,
          organisation: { name: own.policy.name, place: null },
          personName: null,
          identity: !own.needsProof
            ? "not-needed"
            : own.whole && !own.isRefusedUnverified
              ? "proved"
              : "not-confirmed",
          writtenOn: decidedOn,
          kind: appeal.kind,
          appealedOn: dayIn(appeal.receivedAt, claim.zone),
          outcome,
          reasons: appeal.explanation ? [{ text: appeal.explanation, law: null }] : [],
          regulators: regulators(claim, own.residence, own.locale),
          court: versionOn(regimes[claim.regime], decidedOn).version.refusal.mustSay.includes("court"),
        });
        return [<LetterWell key={appeal.id} letter={letter} />];
      }),
    );
}
