import type { ReactNode } from "react";
import { defaultLocale, translator } from "#lib/locales/index.ts";

/** Left the work of the tab, right a rail on paper; narrow: the rail below. */
export function CaseLayout({ rail, children }: { rail: ReactNode; children: ReactNode }) {
  const t = translator(defaultLocale, "ui");
  return (
    <div className="grid grow grid-cols-[minmax(0,1fr)] border-t border-line xl:grid-cols-[minmax(0,1fr)_20.5rem] print:block print:border-0">
      <div className="min-w-0 px-4 pt-6 pb-16 md:px-6 xl:pe-8 xl:pb-24 print:p-0">{children}</div>
      <section
        aria-label={t("desk.about")}
        className="border-line bg-paper px-4 py-6 max-xl:border-t md:px-6 xl:border-s print:hidden"
      >
        {rail}
      </section>
    </div>
  );
}

/** One thing about the case in its rail. */
export function RailSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="max-w-160 not-first:mt-5 not-first:border-t not-first:border-line not-first:pt-4.5">
      <h2 className="mb-1.5 text-tiny font-normal tracking-normal text-muted">{title}</h2>
      {children}
    </section>
  );
}

/** The large date in the rail. */
export function RailDate({ children }: { children: ReactNode }) {
  return <p className="text-[1.375rem] leading-tight font-bold tracking-[-0.012em]">{children}</p>;
}

/** The last events in the rail: when, and what. */
export function RailLog({ events }: { events: { at: string; instant: string; text: ReactNode }[] }) {
  return (
    <ol className="text-log">
      {events.map((event, index) => (
        <li key={index} className="grid grid-cols-[4.6rem_minmax(0,1fr)] gap-2.5 py-1">
          <time dateTime={event.instant} className="text-muted">
            {event.at}
          </time>
          <span>{event.text}</span>
        </li>
      ))}
    </ol>
  );
}
