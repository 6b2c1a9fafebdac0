import type { ReactNode } from "react";

export type Fact = { term: ReactNode; value: ReactNode; below?: ReactNode };

/** Two large facts between rules: what the page is about, to be read from across the room. */
export function FactsPanel({ facts }: { facts: [Fact] | [Fact, Fact] }) {
  return (
    <dl className="mt-8 grid border-t-2 border-b border-t-ink border-b-ink sm:grid-cols-2">
      {facts.map((fact, index) => (
        <div
          key={index}
          className="py-4.5 not-first:border-t not-first:border-line sm:not-first:border-s sm:not-first:border-t-0 sm:not-first:ps-7"
        >
          <dt className="text-small text-muted">{fact.term}</dt>
          <dd className="mt-1 text-fact font-bold">{fact.value}</dd>
          {fact.below && <dd className="mt-1.5 text-small text-muted">{fact.below}</dd>}
        </div>
      ))}
    </dl>
  );
}
