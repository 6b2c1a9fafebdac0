import { html, type Html } from "#lib/html.ts";
import { formatNumber } from "#lib/locales/format.ts";
import type { Reading } from "../reading.ts";
import type { Survey } from "../survey.ts";

type Bar = { from: string; label: string; records: number; startsYear: boolean };

/** More bars than this would be too thin to tell apart. */
const mostQuarters = 12;
const mostYears = 24;
const fewestRecords = 8;

/** How the records lie in time, as bars and as a table of years; null where that would tell nothing. */
export function timeChart(survey: Survey, reading: Reading): Html | null {
  const bars = barsOf(survey);
  if (survey.records < fewestRecords || bars.length < 2 || bars.length > mostYears) return null;
  const { t, month, locale } = reading;
  const heading = t(bars.some((bar) => !bar.startsYear) ? "category.chart.quarters" : "category.chart.years");
  const description = t("category.chart.describe", {
    heading,
    from: month(survey.from ?? ""),
    to: month(survey.to ?? ""),
  });
  const years = Object.entries(Object.groupBy(bars, (bar) => bar.from.slice(0, 4))).map(
    ([year, inYear = []]) => ({
      year,
      records: inYear.reduce((sum, bar) => sum + bar.records, 0),
    }),
  );
  // So that the table comes to what the page says there is, also where a whole group has no dates.
  const undated = survey.records - years.reduce((sum, { records }) => sum + records, 0);
  const rows = undated > 0 ? [...years, { year: t("start.noDates"), records: undated }] : years;
  return html`<div class="side-by-side"><figure><figcaption class="small muted">${heading}</figcaption>${svg(bars, description, reading)}</figure>
<table class="data small-table"><caption class="vh">${t("category.chart.years")}</caption><thead><tr><th scope="col">${t("category.chart.year")}</th><th scope="col" class="r">${t("category.chart.records")}</th></tr></thead>
<tbody>${rows.map(({ year, records }) => html`<tr><th scope="row">${year}</th><td class="r">${formatNumber(records, locale)}</td></tr>`)}</tbody></table></div>
`;
}

function svg(bars: readonly Bar[], description: string, { locale }: Reading): Html {
  const highest = Math.max(...bars.map((bar) => bar.records));
  const step = 100 / bars.length;
  const percent = (value: number) => `${value.toFixed(2)}%`;
  const yearsApart = Math.ceil(bars.filter((bar) => bar.startsYear).length / 8);
  let years = 0;
  const shapes = bars.map((bar, index) => {
    const height = Math.round((bar.records / highest) * 130);
    const middle = percent((index + 0.5) * step);
    // A single quarter at the start has no room for its year beside the next one's.
    const startsLabel = bar.startsYear || (index === 0 && bars[1]?.startsYear === false);
    const labelled = startsLabel && years++ % yearsApart === 0;
    return html`${bar.records > 0 && html`<rect class="bar" x="${percent((index + 0.16) * step)}" y="${160 - height}" width="${percent(0.68 * step)}" height="${height}"></rect>`}<text class="v" x="${middle}" y="${152 - height}" text-anchor="middle">${formatNumber(bar.records, locale)}</text>${labelled && html`<text x="${percent((index + 0.16) * step)}" y="182">${bar.label}</text>`}
`;
  });
  return html`<svg class="chart" role="img" aria-label="${description}"><line class="axis" x1="0" x2="100%" y1="160.5" y2="160.5"></line>
${shapes}</svg>`;
}

/** Quarters where they fit, else years; empty ones in between count too. */
function barsOf(survey: Survey): Bar[] {
  if (survey.from === null || survey.to === null) return [];
  const quarterOf = (month: string) =>
    Number(month.slice(0, 4)) * 4 + Math.floor((Number(month.slice(5, 7)) - 1) / 3);
  const [first, last] = [quarterOf(survey.from), quarterOf(survey.to)];
  const inQuarters = last - first < mostQuarters;
  const bucketOf = (month: string) => (inQuarters ? quarterOf(month) : Number(month.slice(0, 4)));
  const [start, end] = [bucketOf(survey.from), bucketOf(survey.to)];
  if (end - start >= mostYears) return [];
  const counts = new Map<number, number>();
  for (const [month, records] of survey.months)
    counts.set(bucketOf(month), (counts.get(bucketOf(month)) ?? 0) + records);
  return Array.from({ length: end - start + 1 }, (_, index) => {
    const bucket = start + index;
    const year = String(inQuarters ? Math.floor(bucket / 4) : bucket).padStart(4, "0");
    return {
      from: year,
      label: year,
      records: counts.get(bucket) ?? 0,
      startsYear: !inQuarters || bucket % 4 === 0,
    };
  });
}
