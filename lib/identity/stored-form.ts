import { createHash } from "node:crypto";
import type { FactKind } from "./kinds.ts";
import { normalise } from "./normalise.ts";

/** How a store writes its locators down (`habeas_meta.stored_form`), so that an exact, indexed look-up finds them. */
export const storedForms = {
  /** As people type it, blanks around it removed. */
  "as-typed": (_kind, typed) => typed.normalize("NFKC").trim(),
  lower: (_kind, typed) => typed.normalize("NFKC").trim().toLowerCase(),
  upper: (_kind, typed) => typed.normalize("NFKC").trim().toUpperCase(),
  /** The comparable form itself: capitals and digits without separators for numbers and postcodes, E.164 for telephones. */
  compact: (kind, typed, country) => normalise(kind, typed, country ? { country } : {}) ?? "",
  digits: (_kind, typed) => typed.normalize("NFKC").replace(/\D/g, ""),
  /** SHA-256 of the comparable form, in hexadecimal: what is left of somebody who was deleted. */
  sha256: (kind, typed, country) => {
    const comparable = normalise(kind, typed, country ? { country } : {});
    return comparable === null ? "" : createHash("sha256").update(comparable, "utf8").digest("hex");
  },
} satisfies Record<string, (kind: FactKind, typed: string, country?: string) => string>;
export type StoredForm = keyof typeof storedForms;

/** What to look for in the store. Without a declared form: the comparable form and the value as typed. */
export function lookUpValues(kind: FactKind, typed: string, form: string | null, country?: string): string[] {
  const forms =
    form && Object.hasOwn(storedForms, form) ? [form as StoredForm] : (["compact", "as-typed"] as const);
  return [...new Set(forms.map((name) => storedForms[name](kind, typed, country)))].filter(
    (value) => value !== "",
  );
}
