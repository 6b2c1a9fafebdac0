import type { Metadata } from "next";
import { Chain, type ChainLink } from "#components/case/chain.tsx";
import { DecidedList } from "#components/case/decided-list.tsx";
import { LetterSheet } from "#components/case/letter-sheet.tsx";
import { NextStep } from "#components/case/next-step.tsx";
import { Form } from "#components/forms/form.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { appealUntil } from "#lib/bundle/commands.ts";
import { reasonName } from "#lib/bundle/assemble/reasons.ts";
import { previewAnswer, type AnswerPreview } from "#lib/bundle/queries/preview.ts";
import { onlyReasons } from "#lib/cases/guards.ts";
import { nextStepOf } from "#lib/cases/next-step.ts";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { caseAddress, type QueueFilters } from "#lib/cases/queue-filters.ts";
import { isOpen } from "#lib/cases/statuses.ts";
import { languageWords, rightWords } from "#lib/cases/words.ts";
import type { StaffContext } from "#lib/context.ts";
import { letterHtml } from "#lib/decisions/letter.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import { listRepeats } from "#lib/duplicates/queries/repeats.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatInstant, formatNumber, formatSize } from "#lib/locales/format.ts";
import { CaseFields } from "../case-fields.tsx";
import { CasePage, openCasePage, openedFrom, type CaseParams } from "../case-page.tsx";
import { outcomeWords } from "../outcome-words.ts";
import { Repeats } from "../repeats.tsx";
import { ask, send } from "./actions.ts";
import { AppealSection } from "./appeal-section.tsx";
import { ApprovalForms } from "./approval-forms.tsx";
import { ClaimDecision } from "./claim-decision.tsx";
import { RecordAppeal } from "./record-appeal.tsx";

export const metadata: Metadata = { title: "Decision – Habeas" };

/** What the person gets: decided per request, prepared, approved by somebody else, sent; and appeals against it. */
export default async function Decision({ params }: CaseParams) {
  const { ctx, view } = await openCasePage(params, "decision");
  const { row, claims, permitted } = view;
  const lastOn = view.bundle?.releasedAt
    ? appealUntil(row, view.policy.policy, view.bundle.releasedAt)
    : null;
  const preview = await previewAnswer(view, ctx.now, lastOn);
  return (
    <CasePage ctx={ctx} view={view} tab="decision">
      {row.status === "preparing" && <LiveRefresh everySeconds={2} />}
      <Doing view={view} viewer={ctx.actor} />
      <h2>Where it stands</h2>
      <Chain links={chain(view)} />
      {claims.some((claim) => claim.appeals.length > 0) && (
        <AppealSection view={view} viewerId={ctx.actor.id} />
      )}
      <RecordAppeal view={view} now={ctx.now} />
      <h2 className="mt-11">What is decided</h2>
      <DecidedList lines={decided(view, preview, await openedFrom())} />
      {permitted.includes("decide") && (
        <section aria-label="Decide" className="mt-6">
          <Repeats repeats={await listRepeats(ctx, row.id)} />
          {claims.map((claim) => (
            <ClaimDecision
              key={claim.id}
              row={row}
              claim={claim}
              isOnly={claims.length === 1}
              only={!claim.needsProof || view.facts.identityConfirmed ? null : onlyReasons(view.facts)}
            />
          ))}
        </section>
      )}
      <Headline
        level={2}
        title="Letter"
        aside={`as it will be read, in ${languageWords[row.locale]}`}
        className="mt-11"
      />
      {preview.letter ? (
        <LetterSheet lang={row.locale} label="Letter, as it will be sent">
          {/* Written by the letter's own escaping template. */}
          <div dangerouslySetInnerHTML={{ __html: letterHtml(preview.letter, 3).toString() }} />
        </LetterSheet>
      ) : (
        <EmptyState title="The letter writes itself">
          {claims.length > 0
            ? "It appears here when every request of this case is decided."
            : "There is none: all of this was passed on to those who decide."}
        </EmptyState>
      )}
    </CasePage>
  );
}

/** The one next act on this tab. */
function Doing({ view, viewer }: { view: CaseView; viewer: StaffContext["actor"] }) {
  const { row, facts, permitted, bundle, names } = view;
  const isDecided = facts.claims.every((claim) => claim.decision !== null);
  if (permitted.includes("ask-approval") && isDecided && nextStepOf(facts, viewer)?.tab === "decision") {
    return (
      <NextStep
        title="Next: ask for approval"
        actions={
          <Form action={ask} locale="en">
            <CaseFields reference={row.reference} version={row.version} />
            <Button type="submit" look="main">
              Ask for approval
            </Button>
          </Form>
        }
      >
        The answer is then built and frozen, and somebody else approves exactly that.
      </NextStep>
    );
  }
  if (row.status === "awaiting-approval" && bundle) {
    const isPreparer = bundle.preparedById === viewer.id;
    return (
      <ApprovalForms
        reference={row.reference}
        manifest={facts.bundle?.manifestHash ?? ""}
        preparedBy={names.get(bundle.preparedById) ?? "A colleague"}
        canApprove={permitted.includes("approve") && !isPreparer}
        canChange={permitted.includes("change-answer")}
      />
    );
  }
  if (row.status === "approved" && permitted.includes("send")) {
    return (
      <NextStep
        title="Next: send the answer"
        actions={
          <Form action={send} locale="en">
            <CaseFields reference={row.reference} />
            <Button type="submit" look="main">
              Send it
            </Button>
          </Form>
        }
      >
        {row.delivery === "paper" ? (
          <>
            It is handed over on paper. <PrintIt view={view} /> Then send it here, so that the case is closed
            and its days are counted: a mail tells the person that it comes by post.
          </>
        ) : (
          "A mail with a link goes to the person, who proves once more who they are before the download."
        )}
      </NextStep>
    );
  }
  if (row.delivery === "paper" && bundle?.releasedAt && isSent(row.status)) {
    return (
      <NextStep title="It goes out on paper">
        <PrintIt view={view} /> Nothing of it can be opened on the page of the request.
      </NextStep>
    );
  }
  if (bundle?.failure && row.status === "reviewing") {
    return (
      <NextStep title="The answer could not be built">
        {bundle.failure} Put it right, then ask for approval again.
      </NextStep>
    );
  }
  return null;
}

const records = { one: "record", many: "records" };
const leftOutWords = {
  covered: { name: "Covered", ...records },
  withheld: { name: "Kept back", ...records },
  files: { name: "Files left out", one: "file", many: "files" },
  named: { name: "Held, only named", ...records },
  unreadable: { name: "Could not be read", one: "record or file", many: "records or files" },
} as const satisfies Record<AnswerPreview["leftOut"][number]["kind"], object>;

const isSent = (status: CaseView["row"]["status"]) => status === "answered" || status === "appealed";

/** What is printed of an answer, and where it lies as long as it is kept. */
function PrintIt({ view: { row, bundle, requester, onFile } }: { view: CaseView }) {
  const name = onFile?.name ?? requester.name;
  if (!bundle?.blobId) return `The archive of it is not kept any more. ${name} got it by post.`;
  return (
    <>
      <Link href={`/desk/cases/${row.reference}/bundle`}>Open what the person gets</Link>, print the letter,
      START-HERE and the pages it leads to, and post them to {name}
      {bundle.destroyAfter
        ? `. It lies here until ${formatDay(dayIn(bundle.destroyAfter, row.zone), "en")}.`
        : "."}
    </>
  );
}

/** An appeal opened the case again: what was sent stands, and another answer is owed. */
function isOpenAgain({ row, bundle }: Pick<CaseView, "row" | "bundle">): boolean {
  return bundle?.releasedAt != null && isOpen(row.status) && row.status !== "appealed";
}

function chain({ row, bundle, approval, names }: CaseView): ChainLink[] {
  const isPrepared = bundle !== null && bundle.state !== "superseded" && !isOpenAgain({ row, bundle });
  const who = (id: string, at: Date) =>
    `${names.get(id) ?? "a colleague"}, ${formatInstant(at, row.zone, "en")}`;
  return [
    isPrepared
      ? { status: "done", name: "Prepared", text: who(bundle.preparedById, bundle.preparedAt) }
      : { status: "todo", name: "Prepare", text: "decide every request, then ask for approval" },
    approval && isPrepared
      ? { status: "done", name: "Approved", text: who(approval.byId, approval.at) }
      : isPrepared
        ? {
            status: "waiting",
            ...(row.status === "preparing"
              ? { name: "Being built", text: "then somebody else approves it" }
              : {
                  name: "Waiting for approval",
                  text: `by anyone but ${names.get(bundle.preparedById) ?? "its author"}`,
                }),
            isCurrent: true,
          }
        : { status: "todo", name: "Approve", text: "by a second person" },
    bundle?.releasedAt && isPrepared
      ? { status: "done", name: "Sent", text: formatInstant(bundle.releasedAt, row.zone, "en") }
      : {
          status: "todo",
          name: "Send",
          text: row.delivery === "paper" ? "on paper" : "mail with a link, then a second proof",
        },
  ];
}

function decided(view: CaseView, preview: AnswerPreview, list: QueueFilters) {
  const { claims, sources, bundle, row } = view;
  const failed = sources.filter((source) => source.outcome === "failed").length;
  const inPart = sources.filter((source) => source.outcome === "failed" && source.rows > 0).length;
  const hash = view.facts.bundle?.manifestHash;
  return [
    ...claims.map((claim) => ({
      name: <b className="text-ink">{rightWords[claim.right]}</b>,
      what: claim.decision ? (
        <>
          <StatusWord status={outcomeWords[claim.decision.outcome][0]}>
            {outcomeWords[claim.decision.outcome][1]}
          </StatusWord>
          {claim.decision.reasons.length > 0 && (
            <span className="block text-muted">
              {claim.decision.reasons.map((code) => reasonName(code as ReasonCode, "en")).join("; ")}
            </span>
          )}
        </>
      ) : (
        <StatusWord status="open">to decide</StatusWord>
      ),
      aside:
        preview.records && claim.right === "access"
          ? `${formatNumber(preview.records.given, "en")} of ${formatNumber(preview.records.found, "en")} records`
          : null,
    })),
    ...preview.leftOut.map((one) => ({
      name: leftOutWords[one.kind].name,
      what: `${one.what.split(": ")[1] ?? one.what}, ${one.count} ${one.count === 1 ? leftOutWords[one.kind].one : leftOutWords[one.kind].many}`,
      aside: one.law,
    })),
    ...(sources.length > 0
      ? [
          {
            name: "Places searched",
            what: [
              `${sources.length - failed} of ${sources.length}`,
              failed === 0 ? "none failed" : `${failed} failed`,
              ...(inPart > 0 ? [`${inPart} of them read in part`] : []),
            ].join(", "),
            aside: <Link href={caseAddress(list, row.reference, "sources")}>See the search</Link>,
          },
        ]
      : []),
    ...(hash && bundle && bundle.state !== "superseded"
      ? [
          {
            name: isOpenAgain(view) ? "Sent before" : "Manifest",
            what: (
              <span className="mono">
                {hash.slice(0, 4)} {hash.slice(4, 8)} … {hash.slice(-4)}
              </span>
            ),
            aside: bundle.blobId ? (
              <Link href={`/desk/cases/${row.reference}/bundle`}>
                Open what the person gets, {bundle.fileCount} files, {formatSize(bundle.sizeBytes ?? 0, "en")}
              </Link>
            ) : null,
          },
        ]
      : []),
  ];
}
