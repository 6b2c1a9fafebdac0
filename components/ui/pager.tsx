import { defaultLocale, translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { ButtonLink } from "./button.tsx";

/** Where in a list we are, and the way on. */
export function Pager(props: {
  locale?: Locale;
  range?: { from: number; to: number; total?: number };
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** What the next link says where "Next" is not enough: "Next 50". */
  nextLabel?: string;
}) {
  const t = translator(props.locale ?? defaultLocale, "ui");
  if (!props.range && !props.previousHref && !props.nextHref) return null;
  return (
    <nav
      aria-label={t("table.pages")}
      className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 text-muted print:hidden"
    >
      {props.range && (
        <span>
          {props.range.total === undefined
            ? `${props.range.from}–${props.range.to}`
            : t("table.range", { ...props.range, total: props.range.total })}
        </span>
      )}
      {props.previousHref && (
        <ButtonLink href={props.previousHref} rel="prev">
          {t("table.previous")}
        </ButtonLink>
      )}
      {props.nextHref && (
        <ButtonLink href={props.nextHref} rel="next">
          {props.nextLabel ?? t("table.next")}
        </ButtonLink>
      )}
    </nav>
  );
}
