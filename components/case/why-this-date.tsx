import type { ReactNode } from "react";
import { defaultLocale, translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { Disclosure } from "#components/ui/text-parts.tsx";
import type { DateLineFacts } from "./date-line-scale.ts";
import { DateLine } from "./date-line.tsx";

export type Sum = {
  /** "3 December 2026", "+ 5 days". */
  term: ReactNode;
  /** Why it counts, in words. */
  text: ReactNode;
  /** Where the law says so. */
  source?: ReactNode;
  /** The last line of the sum: what it comes to. */
  isTotal?: boolean;
};

/** The sum in words under the date line. */
export function Sums({ sums }: { sums: readonly Sum[] }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-y-1.5 text-log tabular-nums person:text-small person:max-sm:grid-cols-1 person:max-sm:gap-y-0">
      {sums.map((sum, index) => (
        <div key={index} className="contents">
          <dt
            className={`pe-5 font-strong whitespace-nowrap ${sum.isTotal ? "border-t border-line pt-1.5" : ""}`}
          >
            {sum.term}
          </dt>
          <dd
            className={`person:max-sm:mb-3 ${sum.isTotal ? "border-t border-line pt-1.5 person:max-sm:border-0 person:max-sm:pt-0" : ""}`}
          >
            {sum.text}
            {sum.source && <span className="text-muted"> {sum.source}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * Why a date is what it is: the line, the sum, and words. `panel` opens and closes under the date it explains,
 * `section` stands under a heading of its own (id "why", so that links can lead there).
 */
export function WhyThisDate(props: {
  locale?: Locale;
  line: DateLineFacts;
  lineWords?: { start?: string; end?: string };
  sums?: readonly Sum[];
  /** Dates without a year, for the desk's rail. */
  short?: boolean;
  look: "panel" | "section";
  open?: boolean;
  id?: string;
  children?: ReactNode;
}) {
  const locale = props.locale ?? defaultLocale;
  const t = translator(locale, "ui");
  const id = props.id ?? "why";
  const inside = (
    <div className="flex flex-col gap-4">
      <DateLine
        locale={locale}
        id={`${id}-line`}
        facts={props.line}
        {...(props.lineWords?.start ? { startWord: props.lineWords.start } : {})}
        {...(props.lineWords?.end ? { endWord: props.lineWords.end } : {})}
        {...(props.short ? { short: true } : {})}
      />
      {props.sums && props.sums.length > 0 && <Sums sums={props.sums} />}
      {props.children}
    </div>
  );
  if (props.look === "section") {
    return (
      <section aria-labelledby={id}>
        <h2 id={id}>{t("why.question")}</h2>
        {inside}
      </section>
    );
  }
  return (
    <Disclosure
      summary={t("why.question")}
      {...(props.open ? { open: true } : {})}
      className="mt-2 person:mt-0 person:border-b person:border-line person:[&>summary]:py-3.5"
    >
      <div className="pt-2.5 person:pt-1 person:pb-6">{inside}</div>
    </Disclosure>
  );
}
