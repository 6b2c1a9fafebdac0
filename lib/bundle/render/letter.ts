import { letterHtml } from "#lib/decisions/letter.ts";
import type { BundleInput } from "../input.ts";
import { paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import { wholePage } from "./page.ts";

/** The letter as a page of the bundle. */
export function letterPage(input: BundleInput, reading: Reading): string {
  const page = { path: paths.letter, title: reading.t("folders.letter.title"), aside: null };
  return wholePage(page, letterHtml(input.letter), input, reading);
}
