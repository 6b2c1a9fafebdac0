import { html, type Html } from "#lib/html.ts";

/**
 * A sentence of the catalogue with markup in its gaps: `sentenceHtml((gaps) => t("x", gaps), {file: html\`…\`})`.
 * The catalogue stays free of markup, and translators may put the gaps where their language wants them.
 */
export function sentenceHtml<Gap extends string>(
  write: (gaps: Record<Gap, string>) => string,
  pieces: Record<Gap, Html>,
): Html {
  const gaps = Object.keys(pieces) as Gap[];
  // Private use characters stand in for the pieces: no catalogue has them.
  const marks = gaps.map((_gap, index) => String.fromCharCode(0xe000 + index));
  const text = write(
    Object.fromEntries(gaps.map((gap, index) => [gap, marks[index]])) as Record<Gap, string>,
  );
  return html`${text.split(/([\uE000-\uE0FF])/).map((part) => {
    const gap = gaps[marks.indexOf(part)];
    return gap === undefined ? part : pieces[gap];
  })}`;
}
