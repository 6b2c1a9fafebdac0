import type { ReactNode } from "react";
import { defaultLocale, translator } from "#lib/locales/index.ts";
import { KeyShortcuts } from "./key-shortcuts.tsx";
import { Key } from "./keyed.tsx";
import { Link } from "./link.tsx";

export type DeskShellProps = {
  /** The audit room is set a little larger, on paper. */
  room?: "desk" | "audit";
  brandHref: string;
  organisation: string;
  nav: readonly { href: string; label: string; isCurrent?: boolean }[];
  /** Left out where there is nothing to find. Posted as `q`: what people look for must not stand in an address. */
  search?: { action: string };
  person: { name: string; role: string };
  signOutHref: string;
  children: ReactNode;
};

/** The desk around every page of staff: one bar, then the page, which brings its own `main` (`DeskMain`). */
export function DeskShell(props: DeskShellProps) {
  const t = translator(defaultLocale, "ui");
  const room = props.room ?? "desk";
  return (
    <div
      data-room={room}
      lang={defaultLocale}
      className={`flex min-h-dvh flex-col ${room === "audit" ? "bg-paper" : "bg-surface"}`}
    >
      <header className="relative flex min-h-13 flex-wrap items-center gap-x-5 border-b border-line bg-paper px-4 py-2 text-desk lg:px-6 lg:py-0 print:hidden">
        <Link
          href={props.brandHref}
          className="py-1 text-small font-bold tracking-[-0.01em] text-ink no-underline hover:text-ink"
        >
          Habeas
          <span className="ms-2 border-s border-line ps-2.5 font-normal tracking-normal text-muted">
            {props.organisation}
          </span>
        </Link>
        <nav
          aria-label={t("desk.nav")}
          className="-mx-4 flex w-[calc(100%+2rem)] gap-x-1 overflow-x-auto px-2 md:w-auto md:px-4 lg:mx-0 lg:px-0"
        >
          {props.nav.map((item) => (
            <Link
              key={item.href}
              href={item.href}
              aria-current={item.isCurrent ? "page" : undefined}
              className="rounded px-2.5 py-2 text-muted no-underline hover:bg-sunken hover:text-ink aria-[current]:font-strong aria-[current]:text-ink"
            >
              {item.label}
            </Link>
          ))}
        </nav>
        <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-1 py-2 lg:ms-auto lg:w-auto xl:flex-1 xl:flex-nowrap xl:justify-end">
          {props.search && (
            <form
              action={props.search.action}
              method="post"
              role="search"
              className="relative flex-[1_1_12rem] xl:max-w-84"
            >
              <label>
                <span className="sr-only">{t("desk.find")}</span>
                <input
                  type="search"
                  name="q"
                  placeholder={t("desk.findShort")}
                  aria-keyshortcuts="/"
                  aria-label={t("desk.find")}
                  autoComplete="off"
                  spellCheck={false}
                  className="input w-full pe-9 lg:w-84 xl:w-full"
                />
                <span className="pointer-events-none absolute inset-e-2 top-1/2 -translate-y-1/2">
                  <Key>/</Key>
                </span>
              </label>
              <button type="submit" className="sr-only focus:not-sr-only">
                {t("desk.findButton")}
              </button>
            </form>
          )}
          <KeyShortcuts
            texts={{
              keys: t("desk.keys"),
              heading: t("desk.keysHeading"),
              on: t("desk.keysOn"),
              note: t("desk.keysNote"),
              rows: t("desk.keyRows"),
              pick: t("desk.keyPick"),
            }}
          />
          <span className="xl:leading-tight">
            {props.person.name} <span className="text-muted xl:block xl:text-tiny">{props.person.role}</span>
          </span>
          <Link href={props.signOutHref} className="py-0.5 whitespace-nowrap">
            {t("desk.signOut")}
          </Link>
        </div>
      </header>
      {props.children}
    </div>
  );
}

/** The main part of a desk page. `flush` leaves the padding to what stands in it (a case, settings). */
export function DeskMain({ flush, children }: { flush?: boolean; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={
        flush
          ? "flex grow flex-col outline-none"
          : "grow px-4 pt-5 pb-16 outline-none md:px-6 md:pt-7 md:pb-24 audit:mx-auto audit:w-full audit:max-w-352 audit:pt-10 print:p-0"
      }
    >
      {children}
    </main>
  );
}
