import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { unusedName } from "../groups.ts";
import type { BundleField, BundleGroup } from "../input.ts";
import type { BundleRecord } from "../values.ts";
import { fieldsFor, plainLabel, timeFieldOf } from "./fields.ts";

/** A collection of a source whose records stand under one category. */
export type Origin = { source: { key: string; name: string }; map: Collection };

/** What a walk over a group's records showed. */
export type Seen = {
  /** A few hundred records as found, by which fields without a declared kind are known. */
  sample: readonly BundleRecord[];
  /** Every field that any of the records has. */
  present: ReadonlySet<string>;
  hasFiles: boolean;
};

/** How a group is called, in JSON and by people. */
export type GroupName = Pick<BundleGroup, "id" | "title" | "explanation">;

/**
 * Names the groups of one category, in their order. Where two sources have a collection of the same name or title, the
 * source keeps them apart.
 */
export function nameGroups(origins: readonly Origin[], locale: Locale): GroupName[] {
  const slugs = origins.map(({ map }) => slugOf(map.name));
  const titles = origins.map(({ map }) => inLanguage(map.habeas.label, locale) ?? plainLabel(map.name));
  const isShared = (all: readonly string[], one: string | undefined) =>
    all.filter((other) => other === one).length > 1;
  const t = translator(locale, "bundle");
  const taken: string[] = [];
  return origins.map(({ source, map }, index) => {
    const slug = slugOf(map.name);
    const wanted = isShared(slugs, slug) ? slugOf(`${source.key}-${slug}`) : slug;
    const id = unusedName(wanted, taken);
    taken.push(id);
    const title = titles[index] ?? id;
    return {
      id,
      title: isShared(titles, title) ? t("category.groupIn", { title, source: source.name }) : title,
      explanation: explanationOf(map, locale),
    };
  });
}

/** What the map says about the records and, of those that are encrypted, that more of them cannot be read here. */
function explanationOf({ habeas }: Collection, locale: Locale): string | null {
  const holder = inLanguage(habeas.encrypted?.holder, locale);
  const t = translator(locale, "bundle");
  const told = [
    inLanguage(habeas.explanation, locale),
    holder === undefined ? undefined : t("category.encrypted", { holder }),
  ].filter((text) => text !== undefined);
  return told.length > 0 ? told.join(" ") : null;
}

/** Fields and time of a group, from the map and what its records showed; and the name under which their files stand. */
export function describeGroup(
  { map }: Origin,
  { sample, present, hasFiles }: Seen,
  locale: Locale,
): { fields: BundleField[]; timeField: string | null; filesName: string | null } {
  const fields = fieldsFor([map], sample, locale).filter(({ name }) => present.has(name));
  const timeField = timeFieldOf([map], fields);
  if (!hasFiles) return { fields, timeField, filesName: null };
  const filesName = unusedName(
    "files",
    fields.map(({ name }) => name),
  );
  const label = translator(locale, "cases")("files");
  return { fields: [...fields, { name: filesName, label, kind: "nested" }], timeField, filesName };
}

/** `contacts.csv` → `contacts-csv`: what names a group in files, safe in any of them. */
function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .slice(0, 40)
    .replace(/^[-_]+|[-_]+$/g, "");
  return slug === "" ? "records" : slug;
}

function inLanguage(text: Readonly<Record<string, string>> | null | undefined, locale: Locale) {
  return text?.[locale] ?? text?.["en"];
}
