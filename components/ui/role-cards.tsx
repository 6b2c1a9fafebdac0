import type { ReactNode } from "react";

export type RoleCard = {
  /** So that links can lead to it. */
  id?: string;
  name: string;
  /** "customer, Bristol". */
  who: string;
  text: ReactNode;
  /** A form with one button: "Enter as Maya". */
  action: ReactNode;
  /** How to sign in by hand. */
  credentials?: ReactNode;
};

/** The people of the demo, each with a way to be them. */
export function RoleCards({ cards }: { cards: readonly RoleCard[] }) {
  return (
    <ul className="mt-5! grid grid-cols-[repeat(auto-fit,minmax(min(100%,17rem),1fr))] gap-x-10">
      {cards.map((card) => (
        <li
          key={card.name}
          id={card.id}
          className="flex scroll-mt-6 flex-col border-t-2 border-ink pt-4 pb-10"
        >
          <h3 className="text-[1.375rem] tracking-[-0.01em]">{card.name}</h3>
          <p className="text-small text-muted">{card.who}</p>
          <div className="mt-2.5">{card.text}</div>
          <div className="mt-auto flex flex-wrap gap-x-4 gap-y-2 pt-4.5">{card.action}</div>
          {card.credentials && (
            <div className="mt-2.5 text-[0.9375rem] leading-normal text-muted">{card.credentials}</div>
          )}
        </li>
      ))}
    </ul>
  );
}
