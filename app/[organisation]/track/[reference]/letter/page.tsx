import { notFound } from "next/navigation";
import { PrintButton } from "#components/ui/print-button.tsx";
import { previewAnswer } from "#lib/bundle/queries/preview.ts";
import { getCaseView } from "#lib/cases/queries/view.ts";
import { translator } from "#lib/locales/index.ts";
import { Frame } from "../../../frame.tsx";
import { AppealLetters } from "../appeal-letters.tsx";
import { DisagreeUntil, lastDayOf } from "../decisions.tsx";
import { LetterWell } from "../letter-well.tsx";
import { arriveAtOwn } from "../own.ts";
import { safely } from "../../../safely.tsx";

type Props = { params: Promise<{ organisation: string; reference: string }> };

/**
 * The letter of the answer, in the same words as in the bundle, with the last day to disagree. With a code to the
 * address given it can be read only where it says nothing but that identity could not be confirmed. What came by post
 * is not shown here.
 */
async function LetterPage({ params }: Props) {
  const { here, person, own, home } = await arriveAtOwn(await params, "conversation");
  if (!own.answeredAt || own.isOnPaper || !(own.whole || own.isRefusedUnverified)) notFound();
  const t = translator(here.locale, "tracker");
  const { letter } = await previewAnswer(
    await getCaseView(person, own.reference),
    here.ctx.now,
    lastDayOf(own),
  );
  return (
    <Frame here={here} title={t("answer.letterTitle")} backHref={home}>
      <h1>{t("answer.letterTitle")}</h1>
      <div className="mt-5">
        <DisagreeUntil own={own} locale={here.locale} />
      </div>
      {letter && <LetterWell letter={letter} />}
      <AppealLetters own={own} />
      <p className="mt-6 print:hidden">
        <PrintButton>{translator(here.locale, "ui")("print")}</PrintButton>
      </p>
    </Frame>
  );
}

export default safely(LetterPage);
