import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";
import { Shape } from "./shape.tsx";
import type { ShapeName } from "./shape.tsx";

/** The first sentence under a title, larger. */
export function Lead({ children }: { children: ReactNode }) {
  return <p className="mt-5! text-[1.25rem] leading-[1.45] sm:text-lead">{children}</p>;
}

/** Something beside the text that should not be missed and is not an error. */
export function Note({ children, shape }: { children: ReactNode; shape?: ShapeName }) {
  return (
    <div className="mt-6 flex gap-3 border-s-4 border-accent py-1 ps-4.5 person:text-small">
      {shape && <Shape name={shape} className="mt-[0.42em] size-[0.76em]" />}
      <div className="[&>p+p]:mt-2">{children}</div>
    </div>
  );
}

/** Links between rules, each with a word at the right, such as the legal name. */
export function RuledLinks(props: {
  links: { href: string; label: ReactNode; aside?: ReactNode; note?: ReactNode }[];
}) {
  return (
    <ul className="border-t border-line">
      {props.links.map((link) => (
        <li
          key={link.href}
          className="grid items-baseline gap-x-6 gap-y-0.5 border-b border-line py-3.5 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <Link href={link.href} className="justify-self-start font-strong">
            {link.label}
          </Link>
          {link.aside && <span className="text-small text-muted sm:text-end">{link.aside}</span>}
          {link.note && <p className="text-small text-muted sm:col-span-2">{link.note}</p>}
        </li>
      ))}
    </ul>
  );
}

/** What happens, one after the other. */
export function NumberedList({ items }: { items: { title: ReactNode; text?: ReactNode }[] }) {
  return (
    <ol className="numbered">
      {items.map((item, index) => (
        <li key={index}>
          <div>
            <h3>{item.title}</h3>
            {item.text && <p className="text-muted">{item.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Days and what happened on them, between rules. */
export function DatedList({ items }: { items: { day: ReactNode; text: ReactNode }[] }) {
  return (
    <dl className="border-t border-line">
      {items.map((item, index) => (
        <div
          key={index}
          className="grid gap-x-5 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
        >
          <dt className="text-muted">{item.day}</dt>
          <dd>{item.text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A reference that is taken as a whole with one click, and can be copied without a script. */
export function CopyableReference({ children, className }: { children: string; className?: string }) {
  return <span className={classNames("mono whitespace-nowrap select-all", className)}>{children}</span>;
}

/** Text behind a word, without a script. */
export function Disclosure(props: {
  summary: ReactNode;
  open?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details open={props.open} className={classNames("disclosure", props.className)}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}
