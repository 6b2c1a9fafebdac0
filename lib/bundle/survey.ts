import { pathKey } from "./columns.ts";
import type { BundleField } from "./input.ts";
import { dayIn, instantOf, isDay } from "./instants.ts";
import { isCovered, type PreparedRecord } from "./prepare.ts";
import { isObject, isRedacted, isRedactedText, type BundleValue, type ReasonWords } from "./values.ts";

export type JsonType =
  "null" | "boolean" | "number" | "string" | "array" | "object" | "redacted" | "redacted_text" | "file";

/** What was seen of one group of records while its JSON was written; small, whatever the number of records. */
export type GroupSurvey = {
  records: number;
  /** Records in which words are covered. */
  covered: number;
  /** First and last civil day, null where no record has one. */
  from: string | null;
  to: string | null;
  /** `2025-03` → number of records. */
  months: Map<string, number>;
  /** Field name → types seen in it. */
  types: Map<string, Set<JsonType>>;
  /** Nested fields that cannot be spread over columns without loss (`pathKey`). */
  unspread: Set<string>;
  /** Fields with texts of more than a line (`pathKey`). */
  long: Set<string>;
};

/** The same over all groups of a category. */
export type Survey = Pick<GroupSurvey, "records" | "covered" | "from" | "to" | "months">;

export type SurveyRules = {
  fields: readonly BundleField[];
  timeField: string | null;
  /** Where the files of a record stand: they are left out, not covered. */
  filesName?: string | null;
  zone: string;
  reasons: ReasonWords;
};

/** Texts longer than this do not fit a narrow column in a few lines. */
const longText = 80;

export function emptySurvey(fields: readonly BundleField[]): GroupSurvey {
  return {
    records: 0,
    covered: 0,
    from: null,
    to: null,
    months: new Map(),
    types: new Map(fields.map((field) => [field.name, new Set()])),
    unspread: new Set(),
    long: new Set(),
  };
}

/** Adds one record to the survey. */
export function observe(survey: GroupSurvey, record: PreparedRecord, rules: SurveyRules): void {
  survey.records += 1;
  let covered = false;
  for (const field of rules.fields) {
    const value = record[field.name] ?? null;
    const type = jsonType(value, rules.reasons);
    survey.types.get(field.name)?.add(type);
    covered ||= field.name !== rules.filesName && isCovered(value, rules.reasons);
    if (type === "redacted_text" || (typeof value === "string" && value.length > longText))
      survey.long.add(pathKey([field.name]));
    if (field.kind === "nested" && field.fields) noteShape(survey, field, value, [field.name], rules.reasons);
  }
  if (covered) survey.covered += 1;
  if (rules.timeField !== null) noteDay(survey, record[rules.timeField] ?? null, rules.zone);
}

/** What the groups of a category come to together. */
export function wholeSurvey(groups: readonly GroupSurvey[]): Survey {
  const whole: Survey = { records: 0, covered: 0, from: null, to: null, months: new Map() };
  for (const { records, covered, from, to, months } of groups) {
    whole.records += records;
    whole.covered += covered;
    if (from !== null && (whole.from === null || from < whole.from)) whole.from = from;
    if (to !== null && (whole.to === null || to > whole.to)) whole.to = to;
    for (const [month, count] of months) whole.months.set(month, (whole.months.get(month) ?? 0) + count);
  }
  return whole;
}

export function jsonType(value: BundleValue, reasons: ReasonWords): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (!isObject(value)) return typeof value as JsonType;
  if (isRedacted(value, reasons)) return "redacted";
  if (isRedactedText(value, reasons)) return "redacted_text";
  return isPlacedFile(value) ? "file" : "object";
}

/** A reference as it stands in a prepared record. */
export function isPlacedFile(value: BundleValue): value is { file: string; name: string } {
  return (
    isObject(value) &&
    typeof value.file === "string" &&
    typeof value.name === "string" &&
    Object.keys(value).length === 2
  );
}

function noteShape(
  survey: GroupSurvey,
  field: BundleField,
  value: BundleValue,
  path: readonly string[],
  reasons: ReasonWords,
): void {
  if (value === null || isRedacted(value, reasons)) return;
  const inside = field.fields ?? [];
  const fits = isObject(value) && Object.keys(value).every((key) => inside.some(({ name }) => name === key));
  if (!fits) survey.unspread.add(pathKey(path));
  else {
    for (const part of inside) {
      if (part.kind === "nested" && part.fields)
        noteShape(survey, part, value[part.name] ?? null, [...path, part.name], reasons);
    }
  }
}

function noteDay(survey: GroupSurvey, value: BundleValue, zone: string): void {
  if (typeof value !== "string") return;
  const instant = instantOf(value);
  const day = instant === null ? (isDay(value) ? value : null) : dayIn(zone, instant);
  if (day === null) return;
  if (survey.from === null || day < survey.from) survey.from = day;
  if (survey.to === null || day > survey.to) survey.to = day;
  const month = day.slice(0, 7);
  survey.months.set(month, (survey.months.get(month) ?? 0) + 1);
}
