import { translator } from "#lib/locales/index.ts";
import { oneLine } from "./line.ts";
import type { Letter, LetterBlock } from "./model.ts";

/** The letter as plain text, one paragraph a line, for mails, terminals and screen readers. */
export function letterText(letter: Letter): string {
  const t = translator(letter.locale, "letters");
  const from = [letter.from.name, letter.from.place].filter((line) => line !== null).join("\n");
  return [
    `${from}\n${letter.date}\n${t("reference", { reference: letter.reference })}`,
    letter.title,
    letter.greeting,
    ...letter.blocks.map(blockText),
    `${letter.signed}\n${letter.from.name}`,
  ]
    .join("\n\n")
    .concat("\n");
}

/** One block as plain text. */
export function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.text;
    case "reasons":
      return list(block.items.map(({ text, law }) => (law === null ? text : `${text} (${law})`)));
    case "table":
      return list(
        block.rows.map(({ what, law, value, note }) => {
          const line = [law === null ? what : `${what} (${law})`, value]
            .filter((part) => part !== "")
            .join(": ");
          return note === null ? line : `${line}. ${note}`;
        }),
      );
    case "contacts":
      return list(
        block.items.map(({ name, post, url }) =>
          [name, post, url].filter((part) => part !== null).join(", "),
        ),
      );
  }
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${oneLine(item)}`).join("\n");
}
