import type { ReactNode } from "react";
import { formatDay } from "#lib/locales/format.ts";
import type { LetterSheet } from "#lib/notices/layout.ts";

/**
 * A letter on a sheet of paper, folded as usual: the address stands in the window of a long envelope (DIN 5008, form B),
 * a code on a slip at the foot that is cut off. `on`: civil day.
 */
export function PostSheet(props: {
  sheet: LetterSheet;
  to: readonly string[];
  on: string;
  isLarge: boolean;
  /** What lies behind it. */
  children?: ReactNode;
}) {
  const { sheet, to, on, isLarge } = props;
  const { organisation, reference, next, slip, page } = sheet;
  return (
    <article lang={sheet.locale} className="post-sheet" data-large={isLarge || undefined}>
      <p className="post-house">{organisation.name}</p>
      <div className="post-window">
        <p>{organisation.post ?? organisation.imprint}</p>
        <address>
          {to.map((line, index) => (
            <span key={index}>{line}</span>
          ))}
        </address>
      </div>
      <p className="post-mark">
        <span>
          {reference.label}: <b className="font-mono">{reference.value}</b>
        </span>
        <time dateTime={on}>{formatDay(on, sheet.locale)}</time>
      </p>
      <h2>{sheet.title}</h2>
      <p>{sheet.greeting}</p>
      {sheet.lead.map((line, index) => (
        <p key={index} className={line.kind === "fact" ? "post-fact" : undefined}>
          {line.text}
        </p>
      ))}
      <h3>{next.title}</h3>
      {next.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        {page.label}:<br />
        <span className="post-url">{page.url}</span>
      </p>
      <p>
        {sheet.signed}
        <br />
        {organisation.imprint}
      </p>
      <p className="post-end">
        {[organisation.telephone, organisation.email].filter(Boolean).join(" · ")}
        <br />
        {sheet.end.join(" ")}
      </p>
      {slip && (
        <section className="post-slip" aria-label={slip.title}>
          <p>{slip.title}</p>
          <p className="post-fact">
            <span className="font-mono">{slip.code}</span>
          </p>
          <p>
            {reference.label}: {reference.value}
            <br />
            {slip.hint}
          </p>
        </section>
      )}
      {props.children && <div className="post-behind">{props.children}</div>}
    </article>
  );
}
