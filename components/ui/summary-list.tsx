import type { ReactNode } from "react";
import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { Link } from "./link.tsx";

export type Answer = {
  question: string;
  /** One line each; none at all reads "Not provided". */
  lines: ReactNode[];
  /** Said after "Not provided". */
  whenEmpty?: ReactNode;
  changeHref?: string;
};

/** What was answered, each with a way to change it whose name says what it changes. */
export function SummaryList({ answers, locale }: { answers: Answer[]; locale: Locale }) {
  const t = translator(locale, "ui");
  return (
    <dl className="mt-3 border-t border-line">
      {answers.map((answer) => (
        <div
          key={answer.question}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 gap-y-1 border-b border-line py-3.5 sm:grid-cols-[13rem_minmax(0,1fr)_auto]"
        >
          <dt className="col-span-full font-strong sm:col-span-1">{answer.question}</dt>
          <dd className="wrap-anywhere">
            {answer.lines.length > 0 ? (
              answer.lines.map((line, index) => (
                <p key={index} className="not-first:mt-0.5">
                  {line}
                </p>
              ))
            ) : (
              <p className="text-muted">
                {t("notProvided")}
                {answer.whenEmpty && <>. {answer.whenEmpty}</>}
              </p>
            )}
          </dd>
          {answer.changeHref && (
            <dd>
              <Link href={answer.changeHref}>
                {t("change")}
                <span className="sr-only">: {answer.question}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
