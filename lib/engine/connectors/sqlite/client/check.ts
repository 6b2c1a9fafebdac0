import { constants } from "node:fs";
import { access } from "node:fs/promises";
import type { Collection, Dataset } from "#lib/engine/datasets/vocabulary.ts";
import type { Around, CheckStep, Connector, Store } from "../../connector.ts";
import { bind } from "../../fragment.ts";
import { Steps } from "../../steps.ts";
import { searchedFields, tellIndexes, tellTables, type Index, type SearchedField } from "../../telling.ts";
import { sqliteConfig } from "../config.ts";
import { quoted, type Relation } from "../map.ts";
import { toStoreError } from "../errors.ts";
import { findRelation, openSqlite, type SqliteFile } from "./file.ts";

/** Tests a SQLite file step by step and says each result in words. */
export async function check(
  store: Store,
  around: Around,
  { datasets, locators }: Parameters<Connector["check"]>[2],
): Promise<CheckStep[]> {
  const steps = new Steps(toStoreError, () => performance.now());
  await steps.run(async () => {
    const file = await steps.step("Opened the database file for reading only", () =>
      openSqlite(store, around),
    );
    try {
      const path = sqliteConfig.parse(store.config).file;
      const isWritable = await access(path, constants.W_OK).then(
        () => true,
        () => false,
      );
      if (isWritable) {
        steps.warn(
          "This server could write to the file. Habeas never does, but a file that it cannot change is safer",
          "Give the account that runs Habeas the right to read the file and no more.",
        );
      } else steps.add(true, "May read and may not write, as it should be");
      for (const dataset of datasets) {
        const relations = await tables(steps, file, dataset);
        const indexed = [];
        for (const field of searchedFields(datasets, dataset, locators ?? [])) {
          const relation = relations.find(({ name }) => name === field.collection);
          indexed.push({ field, index: await indexOf(file, relation, field) });
        }
        tellIndexes(
          steps,
          indexed,
          ({ collection, path }) => `CREATE INDEX … ON ${quoted(collection)} (${quoted(path[0] as string)});`,
        );
      }
    } finally {
      await file.close();
    }
  });
  return steps.list();
}

async function tables(steps: Steps, file: SqliteFile, dataset: Dataset): Promise<Relation[]> {
  const collections = dataset.collections.filter((collection) => !collection.skipProcessing);
  const found: { collection: Collection; relation: Relation | null }[] = [];
  for (const collection of collections)
    found.push({ collection, relation: await findRelation(file, collection.name) });
  const told = found.map(({ collection, relation }) => ({
    collection,
    columns: relation?.columns.map(({ name }) => name) ?? null,
  }));
  tellTables(steps, dataset, told, "this file");
  return found.flatMap(({ relation }) => relation ?? []);
}

async function indexOf(
  file: SqliteFile,
  relation: Relation | undefined,
  { path: [column] }: SearchedField,
): Promise<Index> {
  if (!relation || relation.isView || !relation.columns.some(({ name }) => name === column)) return undefined;
  const [index] = await file.all([
    "select min(i.name) from pragma_index_list(",
    bind(relation.name),
    ") i join pragma_index_info(i.name) c on c.seqno = 0 where i.partial = 0 and c.name = ",
    bind(column),
  ]);
  if (typeof index?.[0] === "string") return index[0];
  const primary = await file.all([
    "select name, upper(type) from pragma_table_info(",
    bind(relation.name),
    ") where pk > 0",
  ]);
  return primary.length === 1 && primary[0]?.[0] === column && primary[0]?.[1] === "INTEGER"
    ? "of its row ids"
    : null;
}
