import { assembleAppealLetter } from "#lib/bundle/assemble/appeal-letter.ts";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import { LetterWell } from "./letter-well.tsx";

/** The answers to her appeals and complaints, each as a letter that names whom she can turn to next. */
export function AppealLetters({ own, right }: { own: OwnCase; right?: string }) {
  // They go by post like the answer itself.
  if (own.isOnPaper) return null;
  const identity = !own.needsProof
    ? "not-needed"
    : own.whole && !own.isRefusedUnverified
      ? "proved"
      : "not-confirmed";
  const frame = {
    locale: own.locale,
    reference: own.reference,
    organisation: own.policy.name,
    residence: own.residence,
    personName: null,
    identity,
  } as const;
  return own.claims
    .filter((claim) => right === undefined || claim.right === right)
    .flatMap((claim) =>
      claim.appeals.flatMap((appeal) => {
        const letter = assembleAppealLetter(frame, claim, appeal);
        return letter ? [<LetterWell key={appeal.id} letter={letter} />] : [];
      }),
    );
}
