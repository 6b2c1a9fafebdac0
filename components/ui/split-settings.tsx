import type { ReactNode } from "react";
import { Link } from "./link.tsx";

/** Settings of several things of a kind: the list at the left on paper, the chosen one at the right. */
export function SplitSettings(props: {
  title: string;
  items: readonly { href: string; label: ReactNode; below?: ReactNode; isCurrent?: boolean }[];
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid grow grid-cols-[minmax(0,1fr)] content-start lg:content-stretch lg:grid-cols-[17rem_minmax(0,1fr)]">
      <nav aria-label={props.title} className="border-line bg-paper py-6 max-lg:border-b lg:border-e">
        <h2 className="px-6 pb-2 text-tiny font-normal tracking-normal text-muted">{props.title}</h2>
        <ul>
          {props.items.map((item) => (
            <li key={item.href}>
              <Link
                href={item.href}
                aria-current={item.isCurrent ? "page" : undefined}
                className="block border-s-4 border-transparent px-5 py-2.25 text-ink no-underline hover:bg-sunken hover:text-ink aria-[current]:border-accent aria-[current]:bg-surface aria-[current]:font-strong forced-colors:not-aria-[current]:border-0 forced-colors:not-aria-[current]:ps-6 forced-colors:aria-[current]:border-[Highlight]"
              >
                {item.label}
                {item.below && <span className="block text-tiny font-normal text-muted">{item.below}</span>}
              </Link>
            </li>
          ))}
        </ul>
        {props.action && <div className="mx-6 mt-4">{props.action}</div>}
      </nav>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 pt-5 pb-16 outline-none md:px-8 md:pt-7 md:pb-24">
        {props.children}
      </main>
    </div>
  );
}

/** Two columns where the page is very wide: a form, and beside it what it did. */
export function TwoColumns({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-8 2xl:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
      {children}
    </div>
  );
}
