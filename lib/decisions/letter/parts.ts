import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { oneLine } from "./line.ts";
import type { LetterBlock, LetterInput } from "./model.ts";

/** Letterhead and signature, which every letter shares. */
export function frame(input: Pick<LetterInput, "locale" | "organisation" | "writtenOn" | "reference">) {
  return {
    locale: input.locale,
    from: { name: input.organisation.name, place: input.organisation.place },
    date: formatDay(input.writtenOn, input.locale),
    reference: input.reference,
    signed: translator(input.locale, "letters")("signed"),
  };
}

export function greeting(input: Pick<LetterInput, "locale">, name: string | null): string {
  const t = translator(input.locale, "letters");
  return name === null ? t("hello") : t("dear", { name: oneLine(name) });
}

export function heading(text: string, depth: 0 | 1 = 0): LetterBlock {
  return { kind: "heading", depth, text };
}

export function paragraph(text: string): LetterBlock {
  return { kind: "paragraph", text };
}

/** Ends a text from a catalogue or a form as a sentence, so that two of them can stand side by side. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
