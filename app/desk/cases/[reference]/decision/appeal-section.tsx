import { LetterSheet } from "#components/case/letter-sheet.tsx";
import { Form } from "#components/forms/form.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { assembleAppealLetter } from "#lib/bundle/assemble/appeal-letter.ts";
import { owedOnAppeal } from "#lib/cases/appeals.ts";
import type { AppealView, CaseView, ClaimView } from "#lib/cases/queries/view.ts";
import { rightWords } from "#lib/cases/words.ts";
import { letterHtml } from "#lib/decisions/letter.ts";
import { formatDay, formatInstant } from "#lib/locales/format.ts";
import { CaseFields } from "../case-fields.tsx";
import { acknowledge, settleAppeal } from "./actions.ts";

const outcomes = {
  upheld: "the first decision stands",
  overturned: "overturned",
  "in-part": "overturned in part",
} as const;

/** Appeals and complaints against decisions of this case, each with its own clock and another decider. */
export function AppealSection({ view, viewerId }: { view: CaseView; viewerId: string }) {
  return (
    <section aria-labelledby="appeals" className="mt-11">
      <h2 id="appeals">Appeals and complaints</h2>
      {view.claims.flatMap((claim) =>
        claim.appeals.map((appeal) => (
          <Appeal key={appeal.id} view={view} claim={claim} appeal={appeal} viewerId={viewerId} />
        )),
      )}
    </section>
  );
}

function Appeal({
  view,
  claim,
  appeal,
  viewerId,
}: {
  view: CaseView;
  claim: ClaimView;
  appeal: AppealView;
  viewerId: string;
}) {
  const { row, facts, permitted, names } = view;
  const isOpen = appeal.outcome === null;
  const isExcluded =
    facts.claims.find((one) => one.id === claim.id)?.decidedByIds.includes(viewerId) ?? false;
  return (
    <div className="mt-4 border-t border-line pt-4">
      <p>
        <b>{appeal.kind === "appeal" ? "Appeal" : "Complaint"}</b>, {rightWords[claim.right]},{" "}
        {formatInstant(appeal.receivedAt, row.zone, "en")}{" "}
        {isOpen ? (
          <StatusWord status="flagged">{owedWords(claim, appeal)}</StatusWord>
        ) : (
          <StatusWord status="done">{appeal.outcome ? outcomes[appeal.outcome] : ""}</StatusWord>
        )}
      </p>
      <blockquote className="mt-2 max-w-160 border-s-4 border-line ps-4 whitespace-pre-line">
        {appeal.grounds}
      </blockquote>
      {appeal.explanation && (
        <p className="mt-2 max-w-160 whitespace-pre-line">
          <span className="text-muted">
            {appeal.decidedById ? (names.get(appeal.decidedById) ?? "A colleague") : "A colleague"}:{" "}
          </span>
          {appeal.explanation}
        </p>
      )}
      <PostedLetter view={view} claim={claim} appeal={appeal} />
      {isOpen && !appeal.acknowledgedAt && permitted.includes("acknowledge-appeal") && (
        <Form action={acknowledge} locale="en" idPrefix={`ack-${appeal.id}`} className="mt-3">
          <CaseFields reference={row.reference} />
          <input type="hidden" name="claimId" value={claim.id} />
          <Button type="submit">Confirm to the person that it is here</Button>
        </Form>
      )}
      {isOpen && isExcluded && (
        <p className="mt-3 text-muted">
          You prepared or approved the first decision. Somebody else decides this.
        </p>
      )}
      {isOpen && !isExcluded && permitted.includes("uphold-appeal") && (
        <Form action={settleAppeal} locale="en" idPrefix={`appeal-${appeal.id}`} className="mt-4 max-w-160">
          <CaseFields reference={row.reference} version={row.version} />
          <input type="hidden" name="claimId" value={claim.id} />
          <RadioChoices
            name="outcome"
            look="plain"
            legend="The outcome"
            options={[
              { value: "upheld", label: "The first decision stands" },
              { value: "overturned", label: "Overturned: the request opens again" },
              { value: "in-part", label: "Overturned in part: the request opens again" },
            ]}
          />
          <TextArea
            name="explanation"
            label="Why"
            hint="Stands in the letter that names the regulator"
            max={3000}
            rows={4}
          />
          <Button type="submit" look="main" className="mt-4">
            Decide the {appeal.kind}
          </Button>
        </Form>
      )}
    </div>
  );
}

/** The answer to an appeal as a letter, where it goes by post: nothing of it is opened on the page of the request. */
function PostedLetter({ view, claim, appeal }: { view: CaseView; claim: ClaimView; appeal: AppealView }) {
  const { row, policy, requester, onFile } = view;
  if (row.delivery !== "paper") return null;
  const letter = assembleAppealLetter(
    {
      locale: row.locale,
      reference: row.reference,
      identity: row.proofId && view.facts.identityConfirmed ? "proved" : "not-needed",
      personName: onFile?.name ?? requester.name,
      organisation: policy.policy.name,
      residence: requester.residence,
    },
    claim,
    appeal,
  );
  if (!letter) return null;
  return (
    <>
      <p className="mt-3 text-muted">Print this letter and post it.</p>
      <LetterSheet lang={row.locale} label="Letter, as it will be posted">
        {/* Written by the letter's own escaping template. */}
        <div dangerouslySetInnerHTML={{ __html: letterHtml(letter, 3).toString() }} />
      </LetterSheet>
    </>
  );
}

/** By when what has to be done about an open appeal, and that it is our own day where no law names one. */
function owedWords(claim: ClaimView, appeal: AppealView): string {
  const { due, by } = owedOnAppeal(claim, appeal);
  const day = formatDay(due.dueOn, "en");
  if (by === "house") return `decide by ${day}, our own day: no law names one`;
  return `${due.kind === "complaintAcknowledgement" ? "confirm" : "decide"} by ${day}`;
}
