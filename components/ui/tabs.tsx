import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";
import { StatusWord } from "./status-word.tsx";
import type { Status } from "./status-word.tsx";

export type Tab = {
  href: string;
  label: ReactNode;
  /** A figure or a word behind the label. */
  count?: ReactNode;
  /** Draws the label as a status word, for a view that is trouble: "▲ Late". */
  status?: Status;
  current?: boolean;
};

/** Pages of one thing, as links. `bare` leaves out the rule below where the next block brings its own. */
export function Tabs({ label, tabs, bare }: { label: string; tabs: readonly Tab[]; bare?: boolean }) {
  return (
    <nav aria-label={label} className="mt-4 print:hidden">
      <ul
        className={classNames(
          "-mx-4 flex gap-x-5 overflow-x-auto px-4 md:mx-0 md:flex-wrap md:gap-x-6 md:overflow-visible md:px-0",
          !bare && "border-b border-line",
        )}
      >
        {tabs.map((tab) => (
          <li key={tab.href} className={bare ? "" : "-mb-px"}>
            <Link
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className={classNames(
                "inline-flex items-baseline gap-1.5 border-b-3 border-transparent pt-2.5 pb-2.25 whitespace-nowrap text-muted no-underline ",
                "hover:border-control hover:text-ink max-md:aria-[current]:[scroll-initial-target:nearest] aria-[current]:border-accent aria-[current]:font-strong aria-[current]:text-ink forced-colors:not-aria-[current]:border-0 forced-colors:not-aria-[current]:pb-3 forced-colors:aria-[current]:border-[Highlight]",
              )}
            >
              {tab.status ? (
                <StatusWord status={tab.status}>
                  {tab.label} {tab.count}
                </StatusWord>
              ) : (
                <>
                  {tab.label}
                  {tab.count !== undefined && (
                    <span className="font-normal text-muted tabular-nums">{tab.count}</span>
                  )}
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Kinds within a page, as pills: the categories of records in a review. */
export function Pills({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mt-3.5 print:hidden">
      <ul className="flex flex-wrap gap-1.5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? "true" : undefined}
              className={classNames(
                "inline-flex items-baseline gap-2 rounded-full border border-line px-3 py-1 text-ink no-underline hover:border-ink hover:text-ink",
                "aria-[current]:border-accent aria-[current]:bg-select aria-[current]:font-strong forced-colors:aria-[current]:border-2 forced-colors:aria-[current]:border-[Highlight]",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className={classNames("font-normal tabular-nums", !tab.current && "text-muted")}>
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
