import { html, raw, type Html } from "#lib/html.ts";
import type { BundleInput } from "../input.ts";
import { linkFrom, paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import { sentenceHtml } from "./sentence.ts";

export type Page = {
  path: string;
  title: string;
  /** For tables that need more than the reading column. */
  wide?: boolean;
  /** Beside the text where there is room, below it elsewhere. */
  aside: Html | null;
};

/**
 * A page up to the start of its contents; `pageEnd` closes it. Between them long contents may be streamed. Nothing may
 * be loaded from elsewhere and no script may run; `file:` stands beside 'self' because browsers differ in whether a
 * page opened from disk is its own origin.
 */
export function pageStart(page: Page, input: BundleInput, { t, locale }: Reading): string {
  const [titleWords, referenceWords] =
    input.data === null
      ? (["page.titleAnswer", "page.referenceAnswer"] as const)
      : (["page.title", "page.reference"] as const);
  const title = t(titleWords, { title: page.title, organisation: input.organisation.name });
  const reference = sentenceHtml((gaps) => t(referenceWords, gaps), {
    reference: html`<span class="nowrap">${input.reference}</span>`,
  });
  const toStart = html`<nav class="to-start" aria-label="${t("page.thisFolder")}"><a href="${linkFrom(page.path, paths.start)}">${t("page.start")}</a></nav>`;
  return String(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; font-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${page.path === paths.start ? page.title : title}</title>
<link rel="stylesheet" href="${linkFrom(page.path, paths.style)}">
</head>
<body>
<a class="skip" href="#main">${t("page.skip")}</a>
<header class="letterhead"><div class="wrap"><span class="org">${input.organisation.name}</span><span class="what">${reference}</span>${page.path !== paths.start && toStart}</div></header>
<div class="wrap ${page.wide ? "wide" : "cols"}">
<main id="main">
`);
}

export function pageEnd(page: Page): string {
  const aside = page.aside === null ? null : html`<aside>${page.aside}</aside>\n`;
  return String(html`</main>\n${aside}</div>\n</body>\n</html>\n`);
}

/** A page whose contents are small. */
export function wholePage(page: Page, contents: Html, input: BundleInput, reading: Reading): string {
  return `${pageStart(page, input, reading)}${String(contents)}\n${pageEnd(page)}`;
}

/**
 * Table heads, cells and rows that become labelled blocks on narrow screens; the roles keep them a table there. `dates`:
 * cells that do not break where there is room. `dense`: so many columns that dates may break. `told`: a first column
 * with sentences in it.
 */
export const table = {
  open: (
    caption: string,
    heads: readonly Html[],
    kind: "" | "dates" | "dense" | "told" = "",
  ) => html`<table class="data stack${kind === "" ? "" : ` ${kind}`}" role="table"><caption class="vh">${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
`,
  close: raw("</tbody></table>\n"),
  head: (label: Html | string, kind: CellClass = "") =>
    html`<th scope="col" role="columnheader"${classOf(kind)}>${label}</th>`,
  row: (cells: readonly Html[]) => html`<tr role="row">${cells}</tr>\n`,
  rowHead: (label: string, contents: Html | string) =>
    html`<th scope="row" role="rowheader" data-label="${label}">${contents}</th>`,
  cell: (label: string, contents: Html | string, kind: CellClass = "") =>
    html`<td role="cell" data-label="${label}"${classOf(kind)}>${contents}</td>`,
};

/** `r`: an amount, flush right. `t`: text that may break anywhere. `long`: more than a line. `key`: of use to the store. */
export type CellClass = "" | "r" | "t" | "t long" | "key";

function classOf(kind: CellClass): Html | null {
  return kind === "" ? null : raw(` class="${kind}"`);
}
