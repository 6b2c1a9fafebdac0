import { html } from "#lib/html.ts";
import type { BundleInput } from "../input.ts";
import { paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import type { Survey } from "../survey.ts";
import { leadSentences } from "./folders.ts";
import { wholePage } from "./page.ts";
import { kindsTable } from "./start.ts";

/** 3-your-data/index.html: the kinds of data and how each folder is built. */
export function dataIndexPage(
  input: BundleInput,
  surveys: ReadonlyMap<string, Survey>,
  reading: Reading,
): string {
  const { t } = reading;
  return wholePage(
    { path: paths.data, title: t("folders.data.title"), aside: null },
    html`<p class="step">${t("page.folder", { number: 3 })}</p>
<h1>${t("folders.data.title")}</h1>
<p class="lead">${leadSentences(input, reading)}</p>
<p>${t("data.readme")}</p>
${kindsTable(input, surveys, paths.data, reading)}`,
    input,
    reading,
  );
}
