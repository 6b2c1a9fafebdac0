import type { ReactNode } from "react";
import { defaultLocale, translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { classNames } from "./class-names.ts";

/** Something too wide for the page: it scrolls by itself, by keyboard too, and has a name. */
export function ScrollRegion(props: {
  label: string;
  locale?: Locale;
  /** On a wide page it fits: there the page itself scrolls, and sticky heads stick. */
  untilWide?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const t = translator(props.locale ?? defaultLocale, "ui");
  return (
    <div
      role="region"
      aria-label={t("table.scrolls", { label: props.label })}
      tabIndex={0}
      className={classNames(
        "relative -mx-4 overflow-x-auto px-4 md:-mx-6 md:px-6 print:overflow-visible",
        props.untilWide && "2xl:overflow-visible",
        props.className,
      )}
    >
      {props.children}
    </div>
  );
}
