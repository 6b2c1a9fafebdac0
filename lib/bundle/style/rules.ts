/** Type, space and parts of bundle pages and letters; colours come from the variables that `sheet.ts` sets. */
export const bundleRules = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1.1875rem/1.55 "Atkinson Hyperlegible Next", system-ui, "Segoe UI", "Noto Sans", sans-serif; }
h1, h2, h3, p, ul, ol, dl, dd, figure, table { margin: 0; padding: 0; min-width: 0; }
h1, h2, h3, dt { text-wrap: balance; }
h1, .lead, .toc a, dd, aside, .letter p, .letter td { overflow-wrap: anywhere; }
p, li, dd { text-wrap: pretty; }
b, th { font-weight: 650; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { color: var(--accent-hover); text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus); border-radius: 2px; }
.skip { position: absolute; left: 16px; top: -80px; background: var(--surface); color: var(--ink); padding: 12px 16px; z-index: 9; }
.skip:focus { top: 12px; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.nowrap { white-space: nowrap; }
.muted { color: var(--muted); }
.small { font-size: 1rem; line-height: 1.5; }
.mono, code, .tech { font-family: "Atkinson Hyperlegible Mono", ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; letter-spacing: -.035em; }
.mono, code { font-size: .94em; overflow-wrap: anywhere; }
.tech { display: block; font-size: .8125rem; line-height: 1.4; font-weight: 400; color: var(--muted); }
.means { display: block; font-size: 1rem; font-weight: 400; color: var(--muted); }
.black { background: var(--ink); color: var(--paper); padding: 0 .45em .06em; border-radius: 2px; font-size: .8125em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }

.wrap { width: 100%; max-width: 62rem; margin-inline: auto; padding-inline: 20px; }
.letterhead { border-bottom: 1px solid var(--line); }
.letterhead .wrap { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 4px 24px; padding-block: 0 14px; min-height: 72px; position: relative; }
.letterhead .wrap::before { content: ""; position: absolute; left: 20px; top: 0; width: 56px; border-top: 6px solid var(--accent); }
.letterhead .wrap > * { min-width: 0; overflow-wrap: anywhere; }
.letterhead .org { font-weight: 700; padding-top: 26px; }
.letterhead .what { color: var(--muted); }
.to-start { margin-left: auto; font-size: 1rem; }
.cols { display: grid; grid-template-columns: minmax(0, 42rem) minmax(0, 13rem); gap: 0 5rem; padding-block: 28px 96px; justify-content: space-between; }
.wrap.wide { padding-block: 28px 96px; }
.wide > main > :not(.scroll):not(table):not(.cards) { max-width: 42rem; }
aside { padding-top: 6px; font-size: 1rem; line-height: 1.5; }
aside h2 { font-size: 1rem; font-weight: 650; margin: 0 0 8px; letter-spacing: 0; }
aside ul { list-style: none; }
aside li { padding: 2px 0; }
aside p + p { margin-top: 8px; }
.wide > aside { border-top: 1px solid var(--line); margin-top: 56px; padding-top: 24px; }

.step { font-size: 1rem; color: var(--muted); }
.step a { color: inherit; }
h1 { font-size: 2.46rem; line-height: 1.12; font-weight: 700; letter-spacing: -.018em; margin-top: 8px; }
.lead { font-size: 1.375rem; line-height: 1.45; margin-top: 20px; }
h2 { font-size: 1.5rem; line-height: 1.25; font-weight: 700; letter-spacing: -.01em; margin-top: 56px; }
h2 + * { margin-top: 12px; }
h3 { font-size: 1.1875rem; line-height: 1.35; font-weight: 650; margin-top: 32px; }
h3 + * { margin-top: 8px; }
main > p { margin-top: 16px; }
main > p.step { margin-top: 0; }
main h1 + .lead, main > p.lead { margin-top: 20px; }
.plain { padding-left: 1.15em; }
.plain li + li { margin-top: 8px; }
.plain li::marker { color: var(--muted); }
main > .plain, main > dl { margin-top: 12px; }
.note { border-left: 4px solid var(--accent); padding: 4px 0 4px 18px; }
main > p.note { margin-top: 28px; }

.toc { list-style: none; margin-top: 28px; border-top: 1px solid var(--line); }
.toc li { display: grid; grid-template-columns: 2.6rem minmax(0, 1fr) auto; gap: 0 8px; padding: 16px 0; border-bottom: 1px solid var(--line); align-items: baseline; }
.toc .n { font-weight: 700; font-size: 1.375rem; line-height: 1.2; color: var(--accent); font-variant-numeric: tabular-nums; }
.toc a { font-weight: 650; }
.toc p { color: var(--muted); font-size: 1.0625rem; }
.toc .c { color: var(--muted); font-size: 1rem; text-align: right; white-space: nowrap; }

table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; }
.data th, .data td { padding: 10px 20px 10px 0; border-bottom: 1px solid var(--line); vertical-align: top; font-size: 1.0625rem; line-height: 1.5; overflow-wrap: break-word; }
.data td.t { overflow-wrap: anywhere; min-width: 9rem; }
.data td.long { min-width: 14rem; }
.scroll .data td.long { min-width: 24rem; }
.data tbody th { overflow-wrap: anywhere; min-width: 8rem; }
.small-table tbody th { min-width: 0; }
.data tbody th .muted { font-weight: 400; }
main > .data { margin-top: 20px; }
h2 + .data { margin-top: 12px; }
.data thead th { font-weight: 400; color: var(--muted); font-size: 1rem; border-bottom-color: var(--control); vertical-align: bottom; }
.data thead .means { font-size: .875rem; }
.data td, .card td, .text { white-space: pre-wrap; }
.data .r { text-align: right; padding-right: 0; }
.data .r:not(:last-child) { padding-right: 20px; }
.data time { white-space: nowrap; }
.scroll { overflow-x: auto; margin-top: 20px; }
.scroll .data th, .scroll .data td { font-size: 1rem; }
.scroll .dense td.t { min-width: 6rem; }
.scroll .dense time { white-space: normal; display: inline-block; min-width: 5.4rem; }
.scroll .dense th, .scroll .dense td { padding-right: 12px; }
.data th.key, .data td.key { font-size: .875rem; color: var(--muted); }
.data th.key { min-width: 5.5rem; }
.data td.key { overflow-wrap: anywhere; }
.cards { margin-top: 20px; border-top: 1px solid var(--line); }
.card { border-bottom: 1px solid var(--line); display: block; padding: 20px 0; }
.card caption { display: block; text-align: left; font-weight: 650; padding-bottom: 8px; }
.card tbody { display: block; }
.card tr { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 2px 24px; padding: 6px 0; }
.card th { font-weight: 400; color: var(--muted); padding: 0; font-size: 1.0625rem; }
.card td { padding: 0; overflow-wrap: anywhere; }
.inside { margin: 0; padding: 0; list-style: none; white-space: normal; }
.inside dt { color: var(--muted); font-size: 1rem; }
.inside dd { margin: 0 0 6px; white-space: pre-wrap; }
.inside .inside { border-left: 1px solid var(--line); padding-left: 12px; }
.pages { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 20px 0; font-size: 1rem; }
.pages span { color: var(--muted); }

.five { border-top: 1px solid var(--line); margin-top: 28px; }
h2 + .five { margin-top: 16px; }
.five > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 2px 24px; padding: 12px 0; border-bottom: 1px solid var(--line); }
.five dt { font-weight: 650; }
.side-by-side { display: grid; grid-template-columns: minmax(0, 1fr) 11rem; gap: 16px 48px; align-items: start; margin-top: 24px; }
.chart { display: block; width: 100%; height: 190px; overflow: visible; }
.chart text { fill: var(--muted); font-size: 14px; }
.chart .bar { fill: var(--accent); }
.chart .v { fill: var(--ink); font-weight: 600; }
.chart .axis { stroke: var(--control); }

.letter { max-width: 42rem; }
.letter > * + * { margin-top: 16px; }
.letter-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; font-size: 1rem; line-height: 1.5; }
.letter h1 { margin-top: 40px; }
.letter h2 { font-size: 1.1875rem; font-weight: 650; letter-spacing: 0; margin-top: 32px; }
.letter h3 { font-size: 1.0625rem; margin-top: 20px; }
.letter h2 + *, .letter h3 + * { margin-top: 6px; }
.ruled td { padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.ruled .amount { text-align: right; padding-right: 0; white-space: nowrap; }

@media (max-width: 59.99rem) {
  .cols { grid-template-columns: minmax(0, 42rem); padding-bottom: 48px; }
  .cols > aside { padding-top: 24px; margin-top: 56px; border-top: 1px solid var(--line); }
}
@media (min-width: 48rem) {
  .data.dates td { white-space: nowrap; }
  .data.told tbody th { width: 44%; }
  .data.told td.t { min-width: 7rem; }
}
@media screen and (max-width: 47.99rem) {
  .stack, .stack tbody, .stack tr, .stack td, .stack th { display: block; width: auto; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .scroll .data.stack tbody td, .data.stack tbody td, .data.stack tbody th { display: flow-root; overflow-wrap: anywhere; padding: 3px 0 3px 7.5rem; border: 0; text-align: left; min-height: 1.75em; min-width: 0; }
  .stack tbody td::before, .stack tbody th::before { content: attr(data-label); float: left; width: 7rem; margin-left: -7.5rem; color: var(--muted); font-weight: 400; overflow-wrap: anywhere; white-space: normal; }
  .stack tbody tr { padding: 14px 0; border-bottom: 1px solid var(--line); }
  .data.stack tbody td:empty { display: none; }
}
@media (max-width: 40rem) {
  body { font-size: 1.125rem; }
  h1 { font-size: 1.95rem; }
  .lead { font-size: 1.25rem; }
  h2 { font-size: 1.375rem; margin-top: 44px; }
  .letterhead .wrap { gap: 2px 16px; }
  .letterhead .what, .to-start { width: 100%; margin-left: 0; }
  .toc li { grid-template-columns: 2.2rem minmax(0, 1fr); }
  .toc .c { grid-column: 2; text-align: left; }
  .five > div, .card tr, .side-by-side { grid-template-columns: minmax(0, 1fr); }
  .ruled .amount { white-space: normal; overflow-wrap: normal; }
}
@media (forced-colors: active) { .black { border: 1px solid CanvasText; } }
@media print {
  @page { margin: 18mm 20mm 20mm; }
  html { font-size: 9.2pt; }
  .wrap, .wrap.wide { padding-inline: 0; max-width: none; }
  .letterhead .wrap::before { left: 0; }
  .skip, .to-start, .pages, .wide > aside { display: none; }
  .cols, .wrap.wide { display: block; padding-block: 20px 0; }
  .cols > aside { border-top: 1px solid var(--line); margin-top: 24px; padding-top: 12px; }
  .scroll { overflow: visible; }
  .scroll .data th, .scroll .data td { font-size: .85rem; padding-right: 8px; }
  .scroll .data td.t, .scroll .data th.key, .scroll .dense time { min-width: 0; }
  .scroll .data td.long { min-width: 14rem; }
  h2 { margin-top: 26px; }
  h1, h2, h3, thead, caption, .lead, figcaption { break-after: avoid; }
  tr, li, figure, .five > div { break-inside: avoid; }
  thead { display: table-header-group; }
  .black, .chart .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
