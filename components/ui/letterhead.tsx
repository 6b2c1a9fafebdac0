import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";

/** Who writes to you: an accent tab at the top edge over the organisation's name. */
export function Letterhead(props: {
  organisation: string;
  /** The organisation's first page; left out where there is none. */
  href?: string;
  /** What this is: "Your privacy rights". */
  what: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}) {
  const name = "font-bold tracking-[-0.005em] text-ink pt-6.5";
  return (
    <header className="border-b border-line">
      <div
        className={classNames(
          "accent-tab mx-auto flex min-h-18 w-full flex-wrap items-end gap-x-4 gap-y-0.5 px-5 pb-3.5 [--tab-inset:20px] sm:gap-x-6 sm:gap-y-1",
          "print:max-w-none print:px-0 print:[--tab-inset:0]",
          props.wide ? "max-w-288" : "max-w-248",
        )}
      >
        {props.href ? (
          <Link href={props.href} className={`${name} no-underline hover:text-ink hover:underline`}>
            {props.organisation}
          </Link>
        ) : (
          <span className={name}>{props.organisation}</span>
        )}
        <span className="w-full text-muted sm:w-auto">{props.what}</span>
        {props.children}
      </div>
    </header>
  );
}
