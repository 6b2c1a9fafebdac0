import { recordsOf } from "../groups.ts";
import type { BundleInput } from "../input.ts";
import { folders, paths, type FolderKey } from "../layout.ts";
import type { Reading } from "../reading.ts";

/** One numbered line of the contents page. */
export type FolderLine = {
  number: number;
  key: FolderKey;
  path: string;
  title: string;
  about: string;
  count: string;
};

/** The folders that this bundle has, with how much is in each. */
export function folderLines(input: BundleInput, { t }: Reading): FolderLine[] {
  const counts = {
    letter: t("count.pages", { count: 1 }),
    about: input.about && t("count.kinds", { count: input.about.categories.length }),
    data: input.data && t("count.records", { count: totalRecords(input) }),
    leftOut: input.leftOut && t("count.entries", { count: input.leftOut.length }),
    searched: input.searched && t("count.places", { count: input.searched.length }),
    request: t("count.events", { count: input.history.events.length }),
    rights: "",
  } satisfies Record<FolderKey, string | null>;
  return folders.flatMap(({ number, key }) => {
    const count = counts[key];
    if (count === null) return [];
    const about = t(`folders.${key}.about`, { event: input.history.throughEvent });
    return [{ number, key, path: paths[key], title: t(`folders.${key}.title`), about, count }];
  });
}

export function totalRecords(input: BundleInput): number {
  return (input.data?.categories ?? []).reduce((sum, category) => sum + recordsOf(category), 0);
}

export function totalFiles(input: BundleInput): number {
  return (input.data?.categories ?? []).reduce((sum, category) => sum + category.files.length, 0);
}

/** What the bundle holds, in one heading; the same on START-HERE as a page and as plain text. */
export function headline(input: BundleInput, { t }: Reading): string {
  const isEmpty = input.data !== null && totalRecords(input) === 0;
  const isLeftOut = isEmpty && input.data?.categories.some(({ withheld }) => withheld > 0);
  if (isLeftOut || (input.data === null && input.about === null)) return t("start.headline.answer");
  const what = input.data === null ? "kinds" : isEmpty ? "nothing" : "data";
  if (input.personName === null) return t(`start.headline.${what}NoName`);
  return t(`start.headline.${what}`, { name: input.personName });
}

/** How much there is, since when, and that the folder can be kept. */
export function leadSentences(input: BundleInput, { t, day }: Reading): string {
  if (input.data === null) return t("start.leadKeep");
  const records = t("count.records", { count: totalRecords(input) });
  const amount = t("start.leadData", { records, files: totalFiles(input), day: day(input.data.collectedOn) });
  return `${amount} ${t("start.leadKeep")}`;
}
