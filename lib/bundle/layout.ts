import { assertSlug } from "./names.ts";

/** Where every page of the bundle lies, below its top folder. Folder 4 (to take elsewhere) has its number kept free. */
export const paths = {
  start: "START-HERE.html",
  startText: "START-HERE.txt",
  letter: "1-letter/response.html",
  about: "2-about-your-data/about.html",
  aboutJson: "2-about-your-data/about.json",
  data: "3-your-data/index.html",
  leftOut: "5-what-we-left-out/left-out.html",
  leftOutCsv: "5-what-we-left-out/left-out.csv",
  searched: "6-where-we-looked/systems.html",
  searchedJson: "6-where-we-looked/systems.json",
  request: "7-your-request/history.html",
  requestJson: "7-your-request/history.json",
  rights: "8-your-rights/your-rights.html",
  style: "assets/style.css",
  manifest: "manifest.json",
  checksums: "checksums.sha256",
} as const;

/** The numbered folders in the order of the contents page. */
export const folders = [
  { number: 1, key: "letter" },
  { number: 2, key: "about" },
  { number: 3, key: "data" },
  { number: 5, key: "leftOut" },
  { number: 6, key: "searched" },
  { number: 7, key: "request" },
  { number: 8, key: "rights" },
] as const;
export type FolderKey = (typeof folders)[number]["key"];

/** The files of one category; `page` counts from 1, and page 1 has no number in its name. */
export function categoryPaths(slug: string) {
  const base = `3-your-data/${assertSlug(slug)}/${slug}`;
  return {
    page: (page: number) => (page === 1 ? `${base}.html` : `${base}-${page}.html`),
    json: `${base}.json`,
    csv: `${base}.csv`,
    schema: `${base}.schema.json`,
    file: (name: string) => `3-your-data/${slug}/files/${name}`,
  };
}

/** The link that leads from one page of the bundle to another file of it. */
export function linkFrom(page: string, target: string): string {
  const here = page.split("/").slice(0, -1);
  const there = target.split("/");
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return "../".repeat(here.length) + there.join("/");
}

/** A category with more records than `whole` shows only `some` of them as pages; JSON and CSV always have all. */
const htmlLimits = { whole: 5000, some: 1000, perPage: 500 };

/** A stretch of one group on one page: the numbers of its first and last record within the group, from 1. */
export type Slice = { group: number; from: number; to: number };

/**
 * How a category is cut into pages, from the number of records in each of its groups. Where not all are shown, every
 * group gets an equal share, so that none is missing from the pages. There is always one page.
 */
export function htmlPages(counts: readonly number[]): { shown: readonly number[]; pages: Slice[][] } {
  const isWhole = counts.reduce((sum, count) => sum + count, 0) <= htmlLimits.whole;
  const shown = isWhole ? counts : shares(counts, htmlLimits.some);
  const pages: Slice[][] = [[]];
  let room: number = htmlLimits.perPage;
  for (const [group, count] of shown.entries()) {
    for (let from = 1; from <= count;) {
      if (room === 0) {
        pages.push([]);
        room = htmlLimits.perPage;
      }
      const to = Math.min(count, from + room - 1);
      pages.at(-1)?.push({ group, from, to });
      room -= to - from + 1;
      from = to + 1;
    }
  }
  return { shown, pages };
}

/** Gives each group as much as the others; what a small one does not need goes to the larger ones. */
function shares(counts: readonly number[], room: number): number[] {
  const given = counts.map(() => 0);
  const bySize = [...counts.entries()].sort(([, a], [, b]) => a - b);
  let left = room;
  bySize.forEach(([group, count], index) => {
    const share = Math.min(count, Math.floor(left / (bySize.length - index)));
    given[group] = share;
    left -= share;
  });
  return given;
}
