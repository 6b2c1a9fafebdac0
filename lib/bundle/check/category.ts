import { z } from "zod";
import { shareColumns } from "../columns.ts";
import { byteOrderMark, csvLine, csvRecord } from "../csv.ts";
import type { ToldGroup } from "../groups.ts";
import { fieldKinds, type BundleField } from "../input.ts";
import { htmlPages, type Slice } from "../layout.ts";
import type { PreparedRecord } from "../prepare.ts";
import type { CellContext } from "../render/cells.ts";
import { sliceWriter, type SliceWriter } from "../render/group.ts";

const fieldSchema: z.ZodType<BundleField> = z.lazy(() =>
  z.object({
    name: z.string(),
    label: z.string(),
    explanation: z.string().optional(),
    kind: z.enum(fieldKinds),
    currency: z.union([z.string(), z.object({ field: z.string() })]).optional(),
    unit: z.enum(["major", "minor"]).optional(),
    codes: z.record(z.string(), z.string()).optional(),
    technical: z.boolean().optional(),
    fields: z.array(fieldSchema).optional(),
  }),
);

const groupSchema: z.ZodType<ToldGroup> = z.object({
  id: z.string(),
  title: z.string(),
  explanation: z.string().nullable(),
  count: z.number().int().min(0),
  columns: z.array(
    z.object({
      header: z.string(),
      path: z.array(z.string()),
      label: z.string(),
      field: fieldSchema,
      isLong: z.boolean(),
    }),
  ),
});

/** What a checker needs of a category's schema file: how its records become rows and lines. */
export const readingPartSchema = z.object({
  minItems: z.number().int().min(0),
  "x-habeas": z.object({
    key: z.string(),
    groups: z.array(groupSchema),
    reasons: z.record(z.string(), z.string()),
  }),
});
export type ReadingPart = z.infer<typeof readingPartSchema>["x-habeas"];

/** The record of one line of a category's JSON file; null for the brackets around them. Throws on any other line. */
export function recordOfLine(line: string): PreparedRecord | null {
  if (line === "[" || line === "]" || line === "[]" || line === "") return null;
  const record: unknown = JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line);
  if (typeof record !== "object" || record === null || Array.isArray(record)) throw new Error("not a record");
  return record as PreparedRecord;
}

/** A stretch of records on a page, and how it must be written. */
export type ExpectedSlice = Slice & SliceWriter;

/** How a category's records must look elsewhere, made again from its JSON and the description beside it. */
export function expectations({ key, groups }: ReadingPart, context: CellContext) {
  const { reading } = context;
  const words = { reasons: reading.reasons, covered: (reason: string) => `[${reading.covered(reason)}]` };
  const { headers, cells } = shareColumns(groups.map(({ columns }) => columns));
  const { shown, pages } = htmlPages(groups.map(({ count }) => count));
  return {
    csvHead: byteOrderMark + csvLine([key, ...headers]),
    csvLine: (record: PreparedRecord, group: number) =>
      csvRecord(record, groups[group]?.id ?? "", cells[group] ?? [], words),
    /** How many records of each group the pages show. */
    shown,
    pages: pages.map((slices) =>
      slices.map((slice): ExpectedSlice => ({ ...slice, ...sliceWriter({ groups, shown }, slice, context) })),
    ),
  };
}
