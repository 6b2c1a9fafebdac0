import { z } from "zod";
import type { Column } from "../columns.ts";
import { csvRecord } from "../csv.ts";
import { fieldKinds, type BundleField } from "../input.ts";
import type { PreparedRecord } from "../prepare.ts";
import type { Reading } from "../reading.ts";
import type { CellContext } from "../render/cells.ts";
import { recordHtml, shapeOf, type Shape } from "../render/rows.ts";

const fieldSchema: z.ZodType<BundleField> = z.lazy(() =>
  z.object({
    name: z.string(),
    label: z.string(),
    explanation: z.string().optional(),
    kind: z.enum(fieldKinds),
    currency: z.union([z.string(), z.object({ field: z.string() })]).optional(),
    unit: z.enum(["major", "minor"]).optional(),
    codes: z.record(z.string(), z.string()).optional(),
    fields: z.array(fieldSchema).optional(),
  }),
);

/** What a checker needs of a category's schema file: how its records become rows and lines. */
export const readingPartSchema = z.object({
  minItems: z.number().int().min(0),
  "x-habeas": z.object({
    columns: z.array(
      z.object({ header: z.string(), path: z.array(z.string()), label: z.string(), field: fieldSchema }),
    ),
    reasons: z.record(z.string(), z.string()),
  }),
});

export type CategoryReading = { columns: readonly Column[]; shape: Shape; context: CellContext };

/** The record of one line of a category's JSON file; null for the brackets around them. Throws on any other line. */
export function recordOfLine(line: string): PreparedRecord | null {
  if (line === "[" || line === "]" || line === "[]" || line === "") return null;
  const record: unknown = JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line);
  if (typeof record !== "object" || record === null || Array.isArray(record)) throw new Error("not a record");
  return record as PreparedRecord;
}

/** How a category's records must look elsewhere, made again from its JSON. */
export function expectations({ columns, shape, context }: CategoryReading) {
  const { reading } = context;
  const words = { reasons: reading.reasons, covered: (reason: string) => `[${reading.covered(reason)}]` };
  return {
    csvLine: (record: PreparedRecord) => csvRecord(record, columns, words),
    row: (record: PreparedRecord, number: number) => recordHtml(record, number, shape, columns, context),
  };
}

/** `size` tells the size of a file beside the pages, in words. */
export function categoryReading(
  schema: z.infer<typeof readingPartSchema>,
  reading: Reading,
  size: (path: string) => string | null,
): CategoryReading {
  const { columns } = schema["x-habeas"];
  return { columns, shape: shapeOf(columns.length, schema.minItems), context: { reading, size } };
}
