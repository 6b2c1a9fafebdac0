import type { ReactNode } from "react";
import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { StatusWord } from "#components/ui/status-word.tsx";

/** What waits for the person: the only box on the page. */
export function WaitingForYou(props: {
  locale: Locale;
  title: ReactNode;
  id?: string;
  /** Buttons, usually one. */
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const t = translator(props.locale, "ui");
  const id = props.id ?? "waiting";
  return (
    <section
      aria-labelledby={id}
      className="mt-10 rounded border-2 border-ink bg-surface px-4.5 pt-4 pb-5 sm:px-7 sm:pt-5 sm:pb-6.5 [&>p]:mt-2.5"
    >
      <StatusWord status="waiting" className="text-small font-strong">
        {t("steps.waiting")}
      </StatusWord>
      <h2 id={id} className="mt-2! text-[1.375rem]">
        {props.title}
      </h2>
      {props.children}
      {props.actions && (
        <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-3 print:hidden">{props.actions}</div>
      )}
    </section>
  );
}
