import type { z } from "zod";
import { isStorable } from "#lib/text.ts";
import { listIgnored } from "./ignored.ts";
import { toCollectionMeta, toFieldMeta } from "./meta.ts";
import { listBreaches } from "./rules.ts";
import { datasetSchema, type RawCollection, type RawDataset, type RawField } from "./schema.ts";
import type { Collection, Dataset, Field } from "./vocabulary.ts";
import { readYaml, type YamlPath } from "./yaml.ts";

/** A place in the file, as people write it: `dataset[0].collections[2].fields[1].fides_meta.data_type`. */
export type Finding = { path: string; line: number | null; says: string };

export type ParseResult =
  { ok: true; datasets: Dataset[]; warnings: Finding[] } | { ok: false; problems: Finding[] };

/**
 * Reads a Fides dataset file (YAML or JSON). Either everything is imported, with every key that has no effect listed,
 * or nothing is and every reason is named with its place.
 */
export function parseDatasets(text: string): ParseResult {
  if (!isStorable(text))
    return refuse("The file holds characters that are no text. Save it as UTF-8 without NUL characters.");
  const yaml = readYaml(text);
  if (!yaml.ok) return refuse(yaml.reason, yaml.line);
  const file = yaml.data;
  if (typeof file !== "object" || file === null || Array.isArray(file) || !("dataset" in file)) {
    return refuse("The file has no list named dataset at its top.");
  }
  if (!Array.isArray(file.dataset)) return refuse("dataset must be a list.", yaml.lineOf(["dataset"]));
  if (file.dataset.length === 0) return refuse("The list named dataset is empty.", yaml.lineOf(["dataset"]));

  const finding = (path: YamlPath, says: string): Finding => {
    const asWritten = withWrittenNames(file, path);
    return { path: pathText(asWritten), line: yaml.lineOf(asWritten), says };
  };
  const datasets: Dataset[] = [];
  const problems: Finding[] = [];
  file.dataset.forEach((raw: unknown, index) => {
    const path = ["dataset", index];
    const read = datasetSchema.safeParse(raw);
    if (!read.success) {
      problems.push(...read.error.issues.map((issue) => issueFinding(issue, path, finding)));
      return;
    }
    const breaches = listBreaches(read.data, path);
    problems.push(...breaches.map((breach) => finding(breach.path, breach.reason)));
    if (datasets.some((earlier) => earlier.fidesKey === read.data.fides_key)) {
      problems.push(finding([...path, "fides_key"], "is the key of an earlier dataset of this file too"));
    }
    datasets.push(toDataset(read.data, raw as Record<string, unknown>));
  });
  if (problems.length > 0) return { ok: false, problems };
  const warnings = listIgnored(file as Record<string, unknown>).map((ignored) =>
    finding(ignored.path, ignored.says),
  );
  return { ok: true, datasets, warnings };
}

function refuse(says: string, line: number | null = null): ParseResult {
  return { ok: false, problems: [{ path: "", line, says }] };
}

/** Mistakes in a key itself are reported above it, and its name apart. */
function issueFinding(
  issue: z.core.$ZodIssue,
  above: YamlPath,
  finding: (path: YamlPath, says: string) => Finding,
): Finding {
  const path = [...above, ...(issue.path as (string | number)[])];
  if (issue.code === "invalid_key") return finding(path, issue.issues[0]?.message ?? issue.message);
  if (issue.code !== "unrecognized_keys") return finding(path, issue.message);
  return finding([...path, issue.keys[0] ?? ""], `is not known in ${String(issue.path.at(-1))}`);
}

/** The schema reads the old key under the new name; the finding must name what stands in the file. */
function withWrittenNames(file: unknown, path: YamlPath): YamlPath {
  let here = file as Record<string | number, unknown> | undefined;
  return path.map((key) => {
    const written =
      key === "fides_meta" && here?.fides_meta == null && here?.fidesops_meta != null ? "fidesops_meta" : key;
    here = here?.[written] as typeof here;
    return written;
  });
}

function pathText(path: YamlPath): string {
  return path.map((key, index) => (typeof key === "number" ? `[${key}]` : index ? `.${key}` : key)).join("");
}

function toDataset(raw: RawDataset, imported: Record<string, unknown>): Dataset {
  return {
    fidesKey: raw.fides_key,
    organizationFidesKey: raw.organization_fides_key ?? "default_organization",
    name: raw.name ?? null,
    description: raw.description ?? null,
    tags: raw.tags ?? [],
    dataCategories: raw.data_categories ?? [],
    after: raw.fides_meta?.after ?? [],
    namespace: raw.fides_meta?.namespace ?? null,
    redactName: raw.fides_meta?.redact === "name",
    resourceId: raw.fides_meta?.resource_id ?? null,
    collections: raw.collections.map(toCollection),
    imported,
  };
}

function toCollection(raw: RawCollection): Collection {
  const meta = raw.fides_meta;
  return {
    name: raw.name,
    description: raw.description ?? null,
    dataCategories: raw.data_categories ?? [],
    after: meta?.after ?? [],
    eraseAfter: meta?.erase_after ?? [],
    skipProcessing: meta?.skip_processing ?? false,
    deleteRows: meta?.masking_strategy_override?.strategy === "delete",
    partitioning: meta?.partitioning ?? null,
    redactName: meta?.redact === "name",
    fields: raw.fields.map((field) => toField(field, false)),
    habeas: toCollectionMeta(raw.habeas_meta ?? {}),
  };
}

function toField(raw: RawField, parentKeepsAll: boolean): Field {
  const isObject = (raw.fields?.length ?? 0) > 0;
  // Fides drops what belongs on the leaves; the warnings say so.
  const leaf = isObject ? undefined : raw.fides_meta;
  const keepsAll = parentKeepsAll || (raw.fides_meta?.return_all_elements ?? false);
  return {
    name: raw.name,
    description: raw.description ?? null,
    dataCategories: raw.data_categories ?? [],
    identity: leaf?.identity ?? null,
    references: (leaf?.references ?? []).map(({ dataset, field, direction }) => ({
      dataset,
      field,
      direction: direction ?? null,
    })),
    primaryKey: leaf?.primary_key ?? false,
    dataType: raw.fides_meta?.data_type ?? null,
    length: leaf?.length ?? null,
    returnAllElements: keepsAll,
    readOnly: leaf?.read_only ?? false,
    customRequestField: leaf?.custom_request_field ?? null,
    masking: leaf?.masking_strategy_override
      ? {
          strategy: leaf.masking_strategy_override.strategy,
          configuration: leaf.masking_strategy_override.configuration ?? {},
        }
      : null,
    redactName: raw.fides_meta?.redact === "name",
    fields: (raw.fields ?? []).map((field) => toField(field, keepsAll)),
    habeas: toFieldMeta(raw.habeas_meta ?? {}),
  };
}
