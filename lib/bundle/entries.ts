import type { BundleAsset, BundleInput } from "./input.ts";
import { categoryEntries } from "./category-entries.ts";
import { mediaTypes, type BundleEntry } from "./entry.ts";
import { paths } from "./layout.ts";
import { readingFor, type Reading } from "./reading.ts";
import { aboutPage } from "./render/about.ts";
import { dataIndexPage } from "./render/data-index.ts";
import { leftOutCsv, leftOutPage } from "./render/left-out.ts";
import { letterPage } from "./render/letter.ts";
import { aboutJson, historyJson, searchedJson } from "./render/machine.ts";
import { requestPage } from "./render/request.ts";
import { rightsPage } from "./render/rights.ts";
import { searchedPage } from "./render/searched.ts";
import { startText } from "./render/start-text.ts";
import { startPage } from "./render/start.ts";
import { styleSheet } from "./style/sheet.ts";
import type { Survey } from "./survey.ts";

/**
 * Every file of the bundle in its fixed order, but manifest and checksums, which need the others' hashes. What START-HERE
 * and the index tell of the data is learned while the data is written, so they come after it.
 */
export async function* bundleEntries(
  input: BundleInput,
  assets: readonly BundleAsset[],
): AsyncGenerator<BundleEntry> {
  assertConsistent(input);
  const reading = readingFor(input.locale, input.zone, input.redactionReasons);
  const surveys = new Map<string, Survey>();
  yield page(paths.letter, letterPage(input, reading));
  if (input.about) {
    yield page(paths.about, aboutPage(input.about, input, reading));
    yield { path: paths.aboutJson, mediaType: mediaTypes.json, content: aboutJson(input.about, input) };
  }
  for (const category of input.data?.categories ?? []) {
    surveys.set(category.id, yield* categoryEntries(category, input, reading));
  }
  if (input.data) yield page(paths.data, dataIndexPage(input, surveys, reading));
  yield* accountEntries(input, reading);
  yield page(paths.start, startPage(input, surveys, reading));
  yield { path: paths.startText, mediaType: mediaTypes.text, content: startText(input, reading) };
  yield { path: paths.style, mediaType: mediaTypes.css, content: styleSheet(input.organisation.accent) };
  for (const { path, mediaType, bytes } of assets)
    yield { path: `assets/${path}`, mediaType, content: bytes };
}

/** Folders 5 to 8. */
function* accountEntries(input: BundleInput, reading: Reading): Generator<BundleEntry> {
  if (input.leftOut) {
    yield page(paths.leftOut, leftOutPage(input.leftOut, input, reading));
    yield { path: paths.leftOutCsv, mediaType: mediaTypes.csv, content: leftOutCsv(input.leftOut) };
  }
  if (input.searched) {
    yield page(paths.searched, searchedPage(input.searched, input, reading));
    yield { path: paths.searchedJson, mediaType: mediaTypes.json, content: searchedJson(input.searched) };
  }
  yield page(paths.request, requestPage(input, reading));
  yield { path: paths.requestJson, mediaType: mediaTypes.json, content: historyJson(input) };
  yield page(paths.rights, rightsPage(input, reading));
}

function page(path: string, content: string): BundleEntry {
  return { path, mediaType: mediaTypes.html, content };
}

/** What types cannot say; throws when the caller put the input together wrongly. */
function assertConsistent(input: BundleInput): void {
  if (input.letter.reference !== input.reference) throw new Error("the letter belongs to another case");
  if (input.letter.locale !== input.locale) throw new Error("letter and bundle are in different languages");
  const described = new Set(input.about?.categories.map(({ id }) => id));
  const missing = input.data?.categories.find(({ id }) => !described.has(id));
  if (missing) throw new Error(`the category ${missing.id} is not described under "about"`);
}
