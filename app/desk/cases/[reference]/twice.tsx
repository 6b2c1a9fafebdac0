import { DecidedList } from "#components/case/decided-list.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { channelWords, rightWords, statusWords } from "#lib/cases/words.ts";
import type { StaffContext } from "#lib/context.ts";
import { signWords } from "#lib/duplicates/pairs.ts";
import { listPairs, type PairView } from "#lib/duplicates/queries/pairs.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { CaseFields } from "./case-fields.tsx";
import { judge, separate } from "./twice-actions.ts";

const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Whether the same was asked twice: what may be the same request, what staff said of it, and a case named by hand. */
export async function Twice({ ctx, view }: { ctx: StaffContext; view: CaseView }) {
  const { proposed, more, judged } = await listPairs(ctx, view.row.id);
  const canJudge = view.permitted.includes("link-case");
  if (proposed.length + judged.length === 0 && !canJudge) return null;
  return (
    <section aria-labelledby="twice">
      <Headline level={2} id="twice" title="Asked twice" className="mt-11" />
      {proposed.length > 0 && (
        <p className="mt-1 mb-3 max-w-160 text-muted">
          These may be the same request. Anybody can type somebody else’s address or number: look at who is
          proved before you link them. Nobody outside the desk learns of it.
        </p>
      )}
      {proposed.length + judged.length > 0 && (
        <DecidedList
          lines={[...proposed, ...judged].map((pair) => ({
            name: <PairName view={view} pair={pair} />,
            what: <PairSays view={view} pair={pair} canJudge={canJudge} />,
            aside: `${channelWords[pair.channel]}, received ${formatInstant(pair.receivedAt, pair.zone, "en")}`,
          }))}
        />
      )}
      {more > 0 && (
        <p className="mt-3 text-muted">
          {more} more share an address or a number with it. Search by it to see them all.
        </p>
      )}
      {canJudge && <OtherCase view={view} />}
    </section>
  );
}

function PairName({ view, pair }: { view: CaseView; pair: PairView }) {
  const [, word] = statusWords[pair.status];
  const came = pair.receivedAt < view.row.receivedAt ? "came before this one" : "came after this one";
  return (
    <>
      <Link href={`/desk/cases/${pair.reference}`}>{pair.reference}</Link>
      <span className="block text-tiny">{`${word}, ${came}`}</span>
    </>
  );
}

function PairSays({ view, pair, canJudge }: { view: CaseView; pair: PairView; canJudge: boolean }) {
  const { row, names } = view;
  const { judged } = pair;
  return (
    <>
      {judged ? (
        <StatusWord status={judged.verdict === "linked" ? "done" : "refused"} wrap>
          {judged.verdict === "linked" ? "belongs to this one" : "not the same"}:{" "}
          {names.get(judged.byRef) ?? "a colleague"}, {formatInstant(judged.at, row.zone, "en")}
        </StatusWord>
      ) : (
        <StatusWord status="flagged">may be the same request</StatusWord>
      )}
      {pair.rights.length > 0 && (
        <span className="block">Both ask for {lists.format(pair.rights.map((one) => rightWords[one]))}.</span>
      )}
      {pair.signs.length > 0 && (
        <span className="block">Both have {lists.format(pair.signs.map((sign) => signWords[sign]))}.</span>
      )}
      <span className="block text-muted">{provedWords(row.proofId !== null, pair.isProved)}</span>
      {canJudge &&
        (judged ? (
          <Form action={separate} locale="en" idPrefix={`pair-${judged.id}-`} className="mt-2">
            <CaseFields reference={row.reference} />
            <input type="hidden" name="pairId" value={judged.id} />
            <Button type="submit" look="text">
              Take this back
              <span className="sr-only">: {pair.reference}</span>
            </Button>
          </Form>
        ) : (
          <Form
            action={judge}
            locale="en"
            idPrefix={`pair-${pair.reference}-`}
            className="mt-2 flex flex-wrap gap-2"
          >
            <CaseFields reference={row.reference} version={row.version} />
            <input type="hidden" name="other" value={pair.reference} />
            <Button type="submit" name="verdict" value="linked">
              Link the two
              <span className="sr-only">: {pair.reference}</span>
            </Button>
            <Button type="submit" name="verdict" value="apart">
              Not the same
              <span className="sr-only">: {pair.reference}</span>
            </Button>
          </Form>
        ))}
    </>
  );
}

/** Whose word stands behind either case. */
function provedWords(isHere: boolean, isThere: boolean): string {
  if (isHere && isThere) return "It is proved in both who asks.";
  if (isHere) return "Who asks is proved here, and not there.";
  return isThere ? "Who asks is proved there, and not here." : "In neither is it proved who asks.";
}

/** Links a case that shares no address or number with this one, by its reference. */
function OtherCase({ view: { row } }: { view: CaseView }) {
  return (
    <Form action={judge} locale="en" idPrefix="twice-" className="mt-4 max-w-160">
      <FormDetails summary="Link it with another case">
        <div className="mt-3">
          <CaseFields reference={row.reference} version={row.version} />
          <input type="hidden" name="verdict" value="linked" />
          <TextField name="other" label="Its reference" hint="Such as HB-7K4Q-2M9X" />
          <Button type="submit" className="mt-3">
            Link the two
          </Button>
        </div>
      </FormDetails>
    </Form>
  );
}
