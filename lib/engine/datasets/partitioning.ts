import { z } from "zod";
import type { Partitioning } from "./vocabulary.ts";

/** `fides_meta.partitioning` (BigQuery only): either conditions in SQL or windows over a partitioned column. */

const unit = "(?:DAY|WEEK|MONTH|YEAR)S?";
const date = String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const shift = String.raw`\s*[+-]\s*\d+\s+${unit}`;
const bound = new RegExp(
  `^(?:${date}|NOW\\(\\)(?:${shift})?|TODAY\\(\\)(?:${shift})?|TIMESTAMP\\(\\s*TODAY\\(\\)(?:${shift})?\\s*\\)|TIMESTAMP\\(\\s*'${date}'\\s*\\))$`,
  "i",
);

/** Words that would make a condition more than a condition. */
const forbidden =
  /\b(?:union|insert|update|delete|create|drop|alter|select|having|exec|execute|merge|grant|truncate|char)\b|;|--|\/\*/i;

const boundSchema = z
  .string()
  .regex(bound, "is no date, NOW(), TODAY() or TIMESTAMP(…), with or without + or - a number and a unit");

const windowSchema = z
  .object({
    field: z.string().min(1, "is empty"),
    start: boundSchema.nullish(),
    end: boundSchema.nullish(),
    interval: z
      .string()
      .regex(new RegExp(`^\\d+\\s+${unit}$`, "i"), "must be a number and a unit, such as 1 MONTH")
      .nullish(),
  })
  .refine((window) => window.start != null || window.end != null, "needs a start or an end");

const conditionsSchema = z.object({
  where_clauses: z
    .array(
      z
        .string()
        .min(1, "is empty")
        .refine((clause) => !forbidden.test(clause), "must be a plain condition, without other SQL"),
    )
    .min(1, "is empty"),
});

export const partitioningSchema = z
  .union([conditionsSchema, z.array(windowSchema).min(1, "is empty")], {
    error: "must be { where_clauses: […] } or a list of { field, start, end, interval }",
  })
  .transform((raw): Partitioning =>
    Array.isArray(raw)
      ? {
          windows: raw.map(({ field, start, end, interval }) => ({
            field,
            start: start ?? null,
            end: end ?? null,
            interval: interval ?? null,
          })),
        }
      : { whereClauses: raw.where_clauses },
  );
