import type { BundleValue } from "#lib/bundle/values.ts";
import { split } from "./redaction.ts";

/** A stretch of a text in the review: as it is, covered already, or naming somebody else and not decided on. */
export type Mark = { kind: "plain" | "hit" | "covered"; text: string };

/** Cuts a text for the review: covered words win over words that only name somebody else. */
export function markText(text: string, covered: readonly string[], hits: readonly string[]): Mark[] {
  return split(text, covered).flatMap((piece): Mark[] => {
    if ("covered" in piece) return [{ kind: "covered", text: piece.covered }];
    return split(piece.text, hits).map((part) =>
      "covered" in part ? { kind: "hit", text: part.covered } : { kind: "plain", text: part.text },
    );
  });
}

/** A value as plain text for a table cell; objects and lists as compact JSON. */
export function valueText(value: BundleValue | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
