import type { Metadata } from "next";
import { KeptWords } from "#components/case/kept-words.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { caseAddress } from "#lib/cases/queue-filters.ts";
import type { Delivery } from "#lib/cases/guards.ts";
import { formatDay, formatInstant } from "#lib/locales/format.ts";
import { dayIn } from "#lib/law/calendar.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { CaseFields } from "../case-fields.tsx";
import { CasePage, factName, openCasePage, openedFrom, type CaseParams } from "../case-page.tsx";
import { ChildSection } from "./child-section.tsx";
import { checkAgain, chooseDelivery, confirm } from "./actions.ts";

export const metadata: Metadata = { title: "Identity – Habeas" };

const outcomes = {
  matched: ["done", "matched"],
  "not-matched": ["refused", "not matched"],
  ambiguous: ["flagged", "ambiguous: several people"],
  "not-comparable": ["waiting", "nothing on file to compare"],
} as const;

const proofWords = {
  facts: "facts matched",
  login: "signed in to the account",
  staff: "checked by staff",
  address: "a code to the address of which only a digest is left",
} as const;

const methods = {
  facts: "facts about the account",
  login: "to sign in",
  other: "another way",
  none: "no proof: none is needed",
} as const;

const deliveries = {
  code: "by a code to the contact on file",
  login: "by signing in, freshly, before the download",
  given: "by a code to the address given with the request",
  paper: "on paper: no code and no sign-in opens it",
} satisfies Record<Delivery, string>;

/** "the two-year rule", of all rules that delete people. */
const rulesIn = ({ retention }: Policy) =>
  new Intl.ListFormat("en", { type: "disjunction" }).format(
    retention?.rules.map(({ name }) => name.en) ?? [],
  );

/** How it was checked who the person is, and how the answer reaches her. */
export default async function Identity({ params }: CaseParams) {
  const { ctx, view } = await openCasePage(params, "identity");
  const list = await openedFrom();
  const { row, proofs, requester, onFile, permitted } = view;
  const facts = proofs.flatMap((proof) =>
    proof.facts.map((fact) => ({ ...fact, at: proof.at, id: `${proof.id}${fact.fact}` })),
  );
  // For choices nobody may ask who somebody is (11 CCR 7060(b)).
  const needsProof = view.claims.some((claim) => claim.needsProof);
  const canConfirm = needsProof && permitted.includes("confirm-identity") && !row.proofId;
  const locator = view.policy.policy.proof.locator.label.en;
  const changedOn = row.contactOnFileChangedAt
    ? formatDay(dayIn(row.contactOnFileChangedAt, row.zone), "en")
    : null;
  return (
    <CasePage ctx={ctx} view={view} tab="identity">
      {view.underWay === "checking" && <LiveRefresh everySeconds={2} />}
      <Headline level={2} title="Checks" aside={`the person chose ${methods[requester.method]}`} />
      {proofs.length === 0 ? (
        <EmptyState title={needsProof ? "No check yet" : "No proof is needed"}>
          {!needsProof
            ? "What was asked counts since it came, whoever asked. Do not ask for anything to show who this is."
            : requester.method === "other"
              ? "There is no login and no fact to compare. Check who this is in another way, and record how."
              : "The check runs by itself, a moment after the request came."}
        </EmptyState>
      ) : facts.length > 0 ? (
        <DataTable
          caption="Facts compared with what is held"
          className="mt-3"
          rows={facts}
          rowKey={(fact) => fact.id}
          columns={[
            { key: "fact", head: "Fact", isRowHeader: true, cell: (fact) => factName(view, fact.fact) },
            {
              key: "outcome",
              head: "Compared",
              cell: (fact) => (
                <StatusWord status={outcomes[fact.outcome][0]} inTable>
                  {outcomes[fact.outcome][1]}
                </StatusWord>
              ),
            },
            {
              key: "at",
              head: "When",
              muted: true,
              nowrap: true,
              cell: (fact) => formatInstant(fact.at, row.zone, "en"),
            },
          ]}
        />
      ) : null}
      {proofs
        .filter((proof) => proof.kind !== "facts" || proof.facts.length === 0)
        .map((proof) => (
          <p key={proof.id} className="mt-3">
            <StatusWord status={proof.passed ? "done" : "refused"}>
              {proof.passed ? proofWords[proof.kind] : "could not be checked"}
            </StatusWord>{" "}
            <span className="text-muted">{formatInstant(proof.at, row.zone, "en")}</span>
            {proof.note && <span className="block whitespace-pre-line">{proof.note}</span>}
          </p>
        ))}
      {requester.declaration && (
        <p className="mt-3 max-w-160">
          Declared under penalty of perjury by {requester.declaration.name}, {requester.declaration.place},{" "}
          {formatDay(requester.declaration.on, "en")}.
        </p>
      )}
      {requester.note && (
        <>
          <h3 className="mt-6">What the person wrote about it</h3>
          <p className="mt-1 max-w-160 whitespace-pre-line">{requester.note}</p>
        </>
      )}
      <ChildSection view={view} />
      {canConfirm && (
        <>
          <Headline level={2} title="Confirm it in another way" className="mt-11" />
          <p className="mt-1 mb-4 max-w-160 text-muted">
            Record what you looked at. A contact typed into the form is no proof. Do not ask for a copy of an
            identity card where less will do.
          </p>
          {view.policy.policy.retention && (
            <p className="mb-4 max-w-160 text-muted">
              Somebody deleted under {rulesIn(view.policy.policy)} has no facts left to compare. Entering the
              code sent to the address she gave proves it by itself; else confirm her with what found her
              then.
            </p>
          )}
        </>
      )}
      {/* It stays when somebody else was quicker: what it has to say then would be lost with it. */}
      <Form action={confirm} locale="en" className="max-w-160">
        {canConfirm ? (
          <>
            <CaseFields reference={row.reference} version={row.version} />
            <TextField name="locator" label={locator} hint="The account you found to be this person’s" />
            <TextArea name="note" label="What you checked" max={2000} rows={3} />
            <div className="mt-4 flex flex-wrap gap-2">
              <Button type="submit" look="main">
                Confirm who this is
              </Button>
              <ButtonLink href={caseAddress(list, row.reference, "decision")}>
                Refuse as not verified
              </ButtonLink>
            </div>
          </>
        ) : (
          <KeptWords
            fields={[
              { name: "locator", label: locator },
              { name: "note", label: "What you checked" },
            ]}
          />
        )}
      </Form>
      {canConfirm && requester.method !== "other" && permitted.includes("check-again") && (
        <Form action={checkAgain} locale="en" idPrefix="again-" className="mt-4">
          <CaseFields reference={row.reference} />
          <Button type="submit">Run the check again</Button>
        </Form>
      )}
      {row.proofId && (
        <>
          <Headline level={2} title="How the answer reaches the person" className="mt-11" />
          <p className="mt-1 max-w-160">
            {row.delivery ? (
              <>Handed over {deliveries[row.delivery]}.</>
            ) : onFile?.contact ? (
              <StatusWord status="flagged" wrap>
                The address on file was changed on {changedOn}, less than{" "}
                {view.policy.policy.delivery.contactAgeDays} days ago. Decide whether it belongs to this
                person.
              </StatusWord>
            ) : (
              <StatusWord status="flagged" wrap>
                There is no address on file. Decide how the answer reaches the person.
              </StatusWord>
            )}
          </p>
          {permitted.includes("settle-delivery") && (
            <Form action={chooseDelivery} locale="en" idPrefix="delivery-" className="mt-3">
              <FormDetails summary="Decide how it is handed over" isOpen={row.delivery === null}>
                <div className="mt-3 max-w-160">
                  <CaseFields reference={row.reference} version={row.version} />
                  <RadioChoices
                    name="delivery"
                    look="plain"
                    legend="How it reaches the person"
                    {...(row.delivery ? { value: row.delivery } : {})}
                    options={[
                      ...(onFile?.contact || onFile?.post
                        ? [
                            {
                              value: "code",
                              label: onFile.contact
                                ? "A code to the contact on file"
                                : "A code on paper, by you, to the postal address on file",
                            },
                          ]
                        : []),
                      ...(view.hasKnownLogin && !requester.child
                        ? [{ value: "login", label: "A fresh sign-in to the account" }]
                        : []),
                      ...(requester.email && !requester.child
                        ? [
                            {
                              value: "given",
                              label: "A code to the address given with the request, which you have checked",
                            },
                          ]
                        : []),
                      { value: "paper", label: "On paper, by you: no code and no sign-in opens it" },
                    ]}
                  />
                  <TextArea
                    name="note"
                    label="Why this is safe"
                    hint="Kept as a note in this case"
                    max={2000}
                    rows={3}
                  />
                  <Button type="submit" className="mt-4">
                    Hand it over like this
                  </Button>
                </div>
              </FormDetails>
            </Form>
          )}
        </>
      )}
    </CasePage>
  );
}
