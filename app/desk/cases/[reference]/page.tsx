import type { Metadata } from "next";
import { DecidedList } from "#components/case/decided-list.tsx";
import { NextStep } from "#components/case/next-step.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { Button } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { nextStepOf } from "#lib/cases/next-step.ts";
import { isSpoken } from "#lib/cases/channels.ts";
import { listRepeats } from "#lib/duplicates/queries/repeats.ts";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { channelWords, languageWords, rightWords } from "#lib/cases/words.ts";
import { noticePartNames } from "#lib/audit/words.ts";
import { lackingIn } from "#lib/intake/notice.ts";
import { placeName } from "#lib/intake/places.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes, spokenUnder } from "#lib/law/index.ts";
import { formatDay, formatInstant, zoneInFull } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { NeedsFields } from "../../record/needs-fields.tsx";
import { NoticeFields } from "../../record/notice-fields.tsx";
import { assign, complete, needs, undo, withdraw } from "./actions.ts";
import { may } from "#lib/auth/roles.ts";
import { partingsOf } from "#lib/organisations/partings.ts";
import { choiceName, choiceWords } from "#lib/preferences/choices.ts";
import { CasePage, openCasePage, type CaseParams } from "./case-page.tsx";
import { CaseFields } from "./case-fields.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { outcomeWords } from "./outcome-words.ts";
import { Repeats } from "./repeats.tsx";
import { Twice } from "./twice.tsx";

export const metadata: Metadata = { title: "Case – Habeas" };

/** What was asked, by whom, under which law, and how far each request is. */
export default async function Overview({ params }: CaseParams) {
  const { ctx, view } = await openCasePage(params, "overview");
  const { row, requester, claims, policy } = view;
  const law = translator("en", "law");
  const lacks = requester.notice ? lackingIn(requester.notice, policy.policy.shineTheLight?.wants ?? []) : [];
  const next = nextStepOf(view.facts, ctx.actor);
  const relationship = policy.policy.relationships.find((one) => one.id === requester.relationship);
  return (
    <CasePage ctx={ctx} view={view} tab="overview">
      {next?.tab === "overview" && <NextStep title={next.title}>{next.text}</NextStep>}
      <h2>What was asked</h2>
      <DecidedList
        lines={[...claims, ...view.passedOn].map((claim) => ({
          name: <b className="text-ink">{rightWords[claim.right]}</b>,
          what: (
            <>
              {claim.status === "passed-on" ? (
                <StatusWord status="waiting">passed on</StatusWord>
              ) : claim.decision ? (
                <StatusWord status={outcomeWords[claim.decision.outcome][0]}>
                  {outcomeWords[claim.decision.outcome][1]}
                </StatusWord>
              ) : (
                <StatusWord status="open">to decide</StatusWord>
              )}
              {claim.scope === "categories" && (
                <span className="block text-muted">
                  kinds of data only: less was proved than specific pieces need
                </span>
              )}
              {requester.details[claim.right] && (
                <span className="block whitespace-pre-line">“{requester.details[claim.right]}”</span>
              )}
            </>
          ),
          aside: (
            <>
              {regimes[claim.regime].name}, answer by {formatDay(claim.explained.due.dueOn, "en", "short")}
              <span className="block text-tiny">
                {law(`reason.${claim.regimeReason}` as "reason.residence", {
                  instead: "The law of the place",
                })}
              </span>
            </>
          ),
        }))}
      />
      <Choices view={view} canUndo={may(ctx.actor.roles, "case.work")} />
      <Partings view={view} />
      {await Elsewhere({ ctx, view })}
      {await Twice({ ctx, view })}
      <Repeats repeats={await listRepeats(ctx, row.id)} />
      {view.earlier.map(({ claimId, reference, receivedOn, nextFreeOn }) => (
        <p key={claimId} className="mt-3 max-w-160">
          <StatusWord status="flagged" wrap>
            The same was asked in this calendar year already: {reference}, received{" "}
            {formatDay(receivedOn, "en")}. It is free again from {formatDay(nextFreeOn, "en")}. You decide
            whether to answer all the same.
          </StatusWord>
        </p>
      ))}
      <Headline level={2} title="Who asked" className="mt-11" />
      <KeyValues
        className="mt-3"
        items={[
          { key: "Name given", value: requester.name },
          ...(requester.child
            ? [
                {
                  key: "For the child",
                  value: `${requester.child.name}, born on ${formatDay(requester.child.born, "en")}`,
                },
                {
                  key: "What she is to the child",
                  value:
                    policy.policy.children.relations.find(({ id }) => id === requester.child?.relation)?.label
                      .en ?? requester.child.relation,
                },
              ]
            : []),
          ...(view.onFile?.name ? [{ key: "Name on file", value: view.onFile.name }] : []),
          { key: "E-mail given", value: requester.email ?? "none" },
          ...(view.onFile?.contact ? [{ key: "E-mail on file", value: view.onFile.contact.value }] : []),
          { key: "Telephone", value: requester.telephone ?? "none" },
          ...(requester.post ? [{ key: "Post given", value: <Lines text={requester.post} /> }] : []),
          ...(view.onFile?.post
            ? [{ key: "Post on file", value: <Lines text={view.onFile.post.lines} /> }]
            : []),
          {
            key: "Lives in",
            value: placeName(requester.residence, "en"),
          },
          ...(requester.consents?.length
            ? [
                {
                  key: "Takes back",
                  value: requester.consents
                    .map(
                      (id) =>
                        policy.policy.consents?.find((one) => one.id === id)?.label.en ?? "something else",
                    )
                    .join(", "),
                },
              ]
            : []),
          { key: "Relationship", value: relationship?.label.en ?? requester.relationship.replace("-", " ") },
          ...(requester.narrow
            ? [
                {
                  key: "In their words",
                  value: <span className="whitespace-pre-line">{requester.narrow}</span>,
                },
              ]
            : []),
          ...(requester.note ? [{ key: "How to check", value: requester.note }] : []),
          ...(requester.notice
            ? [
                {
                  key: "Notice",
                  value: [
                    [requester.notice.firstName, requester.notice.lastName].filter(Boolean).join(" ") ||
                      "no name",
                    requester.notice.address ?? "no address",
                    requester.notice.certifiedOn
                      ? `certified on ${formatDay(requester.notice.certifiedOn, "en")} that they live in California`
                      : "no certificate of residence",
                  ].join("; "),
                },
                ...(lacks.length > 0
                  ? [
                      {
                        key: "Missing",
                        value: (
                          <StatusWord status="flagged" wrap>
                            {lacks.map((part) => noticePartNames[part]).join("; ")}
                          </StatusWord>
                        ),
                      },
                    ]
                  : []),
              ]
            : []),
          ...(requester.declaration
            ? [
                {
                  key: "Declaration",
                  value: `${requester.declaration.name}, ${requester.declaration.place}, ${formatDay(requester.declaration.on, "en")}`,
                },
              ]
            : []),
          {
            key: "Received",
            value: `${formatInstant(row.receivedAt, row.zone, "en")} (${zoneInFull(row.zone)}), ${channelWords[row.channel]}`,
          },
          ...(isSpoken(row.channel) ? [{ key: "Spoken", value: <Spoken view={view} /> }] : []),
          { key: "Entered", value: formatInstant(row.enteredAt, row.zone, "en") },
          { key: "Letters in", value: languageWords[row.locale] },
          { key: "Policy", value: `version ${policy.version}` },
        ]}
      />
      {view.permitted.includes("assign") && (
        <Form action={assign} locale="en" className="mt-11 flex flex-wrap gap-2">
          <CaseFields reference={row.reference} />
          <input type="hidden" name="seen" value={row.assigneeId ?? "nobody"} />
          {row.assigneeId === ctx.actor.id ? (
            <Button type="submit" name="to" value="nobody">
              Give it back to the queue
            </Button>
          ) : (
            <Button type="submit" name="to" value="me">
              Assign to me
            </Button>
          )}
        </Form>
      )}
      {requester.notice && view.permitted.includes("complete-notice") && (
        <Form action={complete} locale="en" idPrefix="notice-" className="mt-4">
          <FormDetails summary={lacks.length > 0 ? "The person sent what was missing" : "Correct the notice"}>
            <div className="mt-3 max-w-160">
              <CaseFields reference={row.reference} />
              <NoticeFields notice={requester.notice} />
              <Button type="submit" className="mt-4">
                Record what the notice says
              </Button>
            </div>
          </FormDetails>
        </Form>
      )}
      {view.permitted.includes("record-needs") && (
        <Form action={needs} locale="en" idPrefix="needs-" className="mt-4">
          <FormDetails summary="What the person needs">
            <div className="mt-3 max-w-160">
              <CaseFields reference={row.reference} />
              <NeedsFields needs={view.needs} />
              <Button type="submit" className="mt-4">
                Keep this in mind
              </Button>
            </div>
          </FormDetails>
        </Form>
      )}
      {view.permitted.includes("withdraw") && (
        <Form action={withdraw} locale="en" idPrefix="withdraw-" className="mt-4">
          <FormDetails summary="The person takes the request back">
            <div className="mt-3">
              <CaseFields reference={row.reference} version={row.version} />
              <p className="mb-3 text-muted">
                Only on the person’s own word. Nothing more is done for {row.reference}, and a mail to the
                person says so.
              </p>
              <Button type="submit" look="danger">
                Record that {row.reference} is withdrawn
              </Button>
            </div>
          </FormDetails>
        </Form>
      )}
    </CasePage>
  );
}

/** Whether the law takes a spoken request for one, or we do. */
function Spoken({ view: { row, first } }: { view: CaseView }) {
  const { rule, citation } = spokenUnder(first.regime, dayIn(row.receivedAt, row.zone));
  return rule === "counts"
    ? `counts like a written one (${citation})`
    : `the law leaves the ways of asking to us; we count it from the day it was spoken (${citation})`;
}

/** Where the published policy and the law say different things, and which is acted on. */
function Partings({ view: { row, requester, claims, policy } }: { view: CaseView }) {
  const partings = partingsOf(policy.policy, {
    channel: row.channel,
    residence: requester.residence,
    claims,
  });
  if (partings.length === 0) return null;
  return (
    <>
      <Headline level={2} title="Where policy and law part" className="mt-11" />
      {partings.map(({ policy: promised, law, citation, acts }) => (
        <KeyValues
          key={citation}
          className="mt-3"
          items={[
            { key: "The policy says", value: promised },
            { key: "The law says", value: `${law} (${citation})` },
            { key: "Acted on", value: <b>{acts}</b> },
          ]}
        />
      ))}
    </>
  );
}

const Lines = ({ text }: { text: string }) => <span className="whitespace-pre-line">{text}</span>;

/** What holds since the request came: nobody has to decide it, and it is taken back only on the person's word. */
function Choices({ view: { row, choices, policy }, canUndo }: { view: CaseView; canUndo: boolean }) {
  if (choices.length === 0) return null;
  return (
    <>
      <Headline level={2} title="What counts since it came" className="mt-11" />
      <p className="mt-1 mb-3 max-w-160 text-muted">
        No proof may be asked for it, and it is in force without a decision of ours. The tasks tell it to the
        sources and to whoever else has the data.
      </p>
      <DecidedList
        lines={choices.map((choice) => ({
          name: <b className="text-ink">{rightWords[choice.kind]}</b>,
          what: (
            <>
              <StatusWord status={choice.undoneAt ? "refused" : "done"}>
                {choice.undoneAt ? "taken back" : "in force"}
              </StatusWord>
              <span className="block text-muted">{choiceWords(choice, policy.policy, "en")}</span>
              {canUndo && choice.undoneAt === null && (
                <Form action={undo} locale="en" idPrefix={`undo-${choiceName(choice)}`} className="mt-1">
                  <FormDetails summary="The person takes this back">
                    <div className="mt-3">
                      <CaseFields reference={row.reference} />
                      <input type="hidden" name="choice" value={choiceName(choice)} />
                      <p className="mb-3 text-muted">
                        Only on the person’s own word, said twice: ask once more before you record it.
                        Everything that was said for the same address, number or account ends with it.
                      </p>
                      <Button type="submit" look="danger">
                        Record that it is taken back
                      </Button>
                    </div>
                  </FormDetails>
                </Form>
              )}
            </>
          ),
          aside: choice.undoneAt
            ? `taken back ${formatInstant(choice.undoneAt, row.zone, "en")}`
            : `since ${formatInstant(choice.since, row.zone, "en")}`,
        }))}
      />
    </>
  );
}
