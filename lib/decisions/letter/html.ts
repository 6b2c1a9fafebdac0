import { html, raw, type Html } from "#lib/html.ts";
import { translator } from "#lib/locales/index.ts";
import type { Letter, LetterBlock, Regulator } from "./model.ts";

/**
 * The letter as an element of a page. `titleLevel` is the heading level of its title (1 in the bundle, deeper on
 * the desk); the headings inside follow it. The page brings the styles: `letter`, `letter-head`, `muted`, `amount`.
 */
export function letterHtml(letter: Letter, titleLevel: 1 | 2 | 3 = 1): Html {
  const t = translator(letter.locale, "letters");
  const title = raw(`h${titleLevel}`);
  return html`<article class="letter" lang="${letter.locale}">
<div class="letter-head"><p><b>${letter.from.name}</b>${letter.from.place !== null && html`<br>${letter.from.place}`}</p>
<p>${letter.date}<br>${t("reference", { reference: letter.reference })}</p></div>
<${title}>${letter.title}</${title}>
<p><bdi>${letter.greeting}</bdi></p>
${letterBlocksHtml(letter.blocks, titleLevel + 1)}
<p>${letter.signed}<br>${letter.from.name}</p>
</article>`;
}

/** Parts of a letter on their own, such as the route on the page about rights. */
export function letterBlocksHtml(blocks: readonly LetterBlock[], headingLevel: number): Html {
  return html`${blocks.map((block) => html`${blockHtml(block, headingLevel)}\n`)}`;
}

function blockHtml(block: LetterBlock, headingLevel: number): Html {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${block.text}</p>`;
    case "heading": {
      const heading = raw(`h${headingLevel + block.depth}`);
      return html`<${heading}>${block.text}</${heading}>`;
    }
    case "reasons":
      return html`<ul class="plain">${block.items.map(({ text, law }) => html`<li>${text}${lawHtml(law)}</li>`)}</ul>`;
    case "table": {
      const [first, second] = block.head;
      return html`<table class="ruled"><caption class="vh">${block.caption}</caption>
<thead class="vh"><tr><th scope="col">${first}</th><th scope="col">${second}</th></tr></thead>
<tbody>${block.rows.map(
        (row) => html`
<tr><td>${row.what}${lawHtml(row.law)}${noteHtml(row.note)}</td><td class="amount">${row.value}</td></tr>`,
      )}
</tbody></table>`;
    }
    case "contacts":
      return html`<ul class="plain">${block.items.map(contactHtml)}</ul>`;
  }
}

function lawHtml(law: string | null): Html | null {
  return law === null ? null : html` <span class="muted">${law}</span>`;
}

function noteHtml(note: string | null): Html | null {
  return note === null ? null : html`<br><span class="muted">${note}</span>`;
}

function contactHtml({ name, post, url }: Regulator): Html {
  const link = url === null ? null : html`, <a href="${url}" rel="noreferrer">${url}</a>`;
  return html`<li>${name}${post !== null && html`, ${post}`}${link}</li>`;
}
