import { z } from "zod";
import { locales, type Locale } from "#lib/locales/index.ts";
import { caps } from "#lib/text.ts";

/** A sentence in every language a person may read. */
export const localised = z.object(
  Object.fromEntries(locales.map((locale) => [locale, z.string().min(1).max(caps.paragraph)])) as Record<
    (typeof locales)[number],
    z.ZodString
  >,
);
export type Localised = z.infer<typeof localised>;

/** A name that is the same in every language, or in each of them where it is made of words. */
export const name = z.union([z.string().min(1).max(160), localised]);
export type Name = z.infer<typeof name>;

/** A name as readers of `locale` know it. */
export const nameIn = (one: Name, locale: Locale): string => (typeof one === "string" ? one : one[locale]);

/** What policies call their own things: "two-year-rule". */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "use lower-case letters, digits and hyphens, a letter first");

/** `dataset:collection.path.to.field`: one field of a source's map. */
export const fieldPath = z
  .string()
  .regex(/^[\w.<>-]+:[\w-]+(\.[\w-]+)+$/, "write it as dataset:collection.field");
