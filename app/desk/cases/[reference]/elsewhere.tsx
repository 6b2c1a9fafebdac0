import { Headline } from "#components/ui/headline.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { rightWords } from "#lib/cases/words.ts";
import type { StaffContext } from "#lib/context.ts";
import { listHandovers, type HandoverView } from "#lib/controllers/queries/handovers.ts";
import { listControllers } from "#lib/controllers/queries/register.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { answerNames } from "../../controllers/words.ts";
import { HandoverForms, InstructionForm } from "./handover-forms.tsx";
import { PassOnForm } from "./pass-on-form.tsx";

/** What others decide of this case: to whom it was passed on, what they said, and what they want us to do. */
export async function Elsewhere({ ctx, view }: { ctx: StaffContext; view: CaseView }) {
  const [handovers, register] = await Promise.all([listHandovers(ctx, view.row.id), listControllers(ctx)]);
  const named = view.requester.controller;
  if (handovers.length === 0 && register.length === 0 && !named) return null;
  return (
    <section aria-labelledby="elsewhere">
      <Headline
        level={2}
        id="elsewhere"
        title="Whose data it is"
        {...(named ? { aside: saidBy(named, register) } : {})}
        className="mt-11"
      />
      {handovers.length === 0 && (
        <p className="mt-2 text-muted">
          Everything asked here is ours to decide, as far as is known. Where data is only processed for
          somebody else, pass the request on.
        </p>
      )}
      {handovers.map((one) => (
        <Handover key={one.id} view={view} one={one} handovers={handovers} />
      ))}
      <PassOnForm view={view} handovers={handovers} register={register} />
    </section>
  );
}

type Named = NonNullable<CaseView["requester"]["controller"]>;

function saidBy(named: Named, register: { id: string; name: string }[]): string {
  const who = register.find(({ id }) => id === named.id)?.name ?? named.name;
  const also = named.also ? ", and that they are one of our people too" : "";
  return who
    ? `The person says their data was given to ${who}${also}`
    : `The person does not know to whom their data was given${also}`;
}

function Handover({
  view,
  one,
  handovers,
}: {
  view: CaseView;
  one: HandoverView;
  handovers: readonly HandoverView[];
}) {
  const { row, names } = view;
  const at = (moment: Date) => formatInstant(moment, row.zone, "en");
  const before = handovers.find(({ id }) => id === one.fromId);
  const who = names.get(one.byRef);
  return (
    <div className="mt-4 border-t border-control pt-3">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h3>{one.controller}</h3>
        <State one={one} />
      </div>
      <KeyValues
        className="mt-2"
        items={[
          { key: "Passed on", value: `${at(one.at)}${who ? `, by ${who}` : ""}` },
          { key: "What", value: one.rights.map((right) => rightWords[right]).join(", ") },
          ...(before ? [{ key: "Behind", value: before.controller }] : []),
          { key: "Opened", value: one.openedAt ? at(one.openedAt) : "not yet" },
          ...(one.answeredAt || one.takenBackAt
            ? []
            : [
                {
                  key: "Reminded",
                  value: `${one.chased === 0 ? "not yet" : one.chased === 1 ? "once" : `${one.chased} times`}${one.nextChaseAt ? `, next ${at(one.nextChaseAt)}` : ""}`,
                },
              ]),
          ...(one.answeredAt
            ? [
                {
                  key: "Answered",
                  value: `${at(one.answeredAt)}${one.answeredBy === "staff" ? ", recorded by staff" : ""}`,
                },
              ]
            : []),
          ...(one.words
            ? [{ key: "In its words", value: <span className="whitespace-pre-line">{one.words}</span> }]
            : []),
        ]}
      />
      {one.instructions.map((asked) => (
        <InstructionForm key={asked.id} view={view} asked={asked} />
      ))}
      <HandoverForms view={view} one={one} />
    </div>
  );
}

function State({ one }: { one: HandoverView }) {
  if (one.takenBackAt) return <StatusWord status="stopped">taken back</StatusWord>;
  if (one.answer === "only-processor" || one.answer === "not-ours")
    return <StatusWord status="flagged">{answerNames[one.answer]}</StatusWord>;
  if (one.answer) return <StatusWord status="done">{answerNames[one.answer]}</StatusWord>;
  return one.escalatedAt ? (
    <StatusWord status="late">does not answer</StatusWord>
  ) : (
    <StatusWord status="waiting">waiting for its answer</StatusWord>
  );
}
