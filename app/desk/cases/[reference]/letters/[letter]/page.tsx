import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LetterSheet } from "#components/case/letter-sheet.tsx";
import { PostSheet } from "#components/case/post-sheet.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { appealUntil } from "#lib/bundle/commands.ts";
import { previewAnswer } from "#lib/bundle/queries/preview.ts";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { letterHtml } from "#lib/decisions/letter.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { getLetter } from "#lib/notices/queries/letters.ts";
import { found } from "#lib/web/found.ts";
import { CaseFields } from "../../case-fields.tsx";
import { CasePage, openCasePage } from "../../case-page.tsx";
import { posted } from "../actions.ts";
import { letterName, postingNames, postingOptions } from "../words.ts";

export const metadata: Metadata = { title: "Letter – Habeas" };

type Props = { params: Promise<{ reference: string; letter: string }> };

/** One letter as it is printed, and the proof that it was posted. */
export default async function Letter({ params }: Props) {
  const { letter: id, reference } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const { ctx, view } = await openCasePage(Promise.resolve({ reference }), "messages");
  const { row, names, permitted } = view;
  const letter = await found(getLetter(ctx, row.reference, id));
  const today = dayIn(ctx.now, row.zone);
  const [year = "", month = "", day = ""] = today.split("-");
  const { posted: left } = letter;
  return (
    <CasePage ctx={ctx} view={view} tab="messages">
      <div className="print:hidden">
        <Headline level={2} title={letterName(letter.kind)} />
        <p className="mt-2 mb-4 max-w-160">
          {left ? (
            <StatusWord status="done" wrap>
              Posted on {formatDay(left.on, "en")}: {postingNames[left.how].toLowerCase()}
              {left.number ? `, number ${left.number}` : ""}, recorded by{" "}
              {names.get(left.byRef) ?? "a colleague"}.
            </StatusWord>
          ) : (
            <StatusWord status="waiting" wrap>
              Print it, post it, then record below that it left.
            </StatusWord>
          )}
          {letter.to.length === 1 && (
            <span className="mt-2 block">No postal address is known: write it on the envelope by hand.</span>
          )}
        </p>
        <div className="mb-4 flex flex-wrap gap-2">
          <PrintButton>Print this letter</PrintButton>
        </div>
      </div>
      <PostSheet
        sheet={letter.sheet}
        to={letter.to}
        on={dayIn(letter.writtenAt, row.zone)}
        isLarge={view.needs.kinds.includes("large-print")}
      />
      {letter.kind === "answer-enclosed" && <Enclosed view={view} now={ctx.now} />}
      {!left && permitted.includes("post-letter") && (
        <Form action={posted} locale="en" idPrefix="posted-" className="mt-11 max-w-160 print:hidden">
          <h2 className="mb-3">It has left</h2>
          <CaseFields reference={row.reference} />
          <input type="hidden" name="noticeId" value={letter.id} />
          <DateField
            name="postedOn"
            legend="Day it was posted"
            value={{ day: String(Number(day)), month: String(Number(month)), year }}
          />
          <RadioChoices name="how" legend="How" look="plain" options={postingOptions} />
          <TextField name="number" label="Number for following it" optional width={20} />
          <Button type="submit" look="main" className="mt-3">
            Record that it was posted
          </Button>
        </Form>
      )}
    </CasePage>
  );
}

/** The answer that lies behind the sheet: its letter here, the records in the archive. */
async function Enclosed({ view, now }: { view: CaseView; now: Date }) {
  const { row, bundle, policy } = view;
  const lastOn = bundle?.releasedAt ? appealUntil(row, policy.policy, bundle.releasedAt) : null;
  const { letter } = view.claims.every((claim) => claim.decision)
    ? await previewAnswer(view, now, lastOn)
    : { letter: null };
  return (
    <>
      <p className="mt-6 print:hidden">
        Behind this sheet go the letter below and the pages of{" "}
        <Link href={`/desk/cases/${row.reference}/bundle`}>the archive as it was approved</Link>.
      </p>
      {letter && (
        <div className="break-before-page">
          <LetterSheet lang={row.locale} label="The answer, behind the first sheet">
            {/* Written by the letter's own escaping template. */}
            <div dangerouslySetInnerHTML={{ __html: letterHtml(letter, 3).toString() }} />
          </LetterSheet>
        </div>
      )}
    </>
  );
}
