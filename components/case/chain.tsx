import type { ReactNode } from "react";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { Status } from "#components/ui/status-word.tsx";

export type ChainLink = { status: Status; name: ReactNode; text: ReactNode; isCurrent?: boolean };

/** Prepared, approved, sent: where an answer stands, side by side. */
export function Chain({ links }: { links: readonly ChainLink[] }) {
  return (
    <ol className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-x-7 border-t border-control">
      {links.map((link, index) => (
        <li key={index} className="pt-3.5" aria-current={link.isCurrent ? "step" : undefined}>
          <StatusWord status={link.status} className="font-strong">
            {link.name}
          </StatusWord>
          <p className="mt-0.5 text-muted">{link.text}</p>
        </li>
      ))}
    </ol>
  );
}
