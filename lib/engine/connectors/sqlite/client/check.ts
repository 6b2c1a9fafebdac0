import { constants } from "node:fs";
import { access } from "node:fs/promises";
import type { DatabaseSync } from "node:sqlite";
import type { Dataset } from "#lib/engine/datasets/vocabulary.ts";
import type { Around, CheckStep, Connector, Store } from "../../connector.ts";
import { bind } from "../../fragment.ts";
import { Steps } from "../../steps.ts";
import { searchedFields, tellIndexes, tellTables, type Index, type SearchedField } from "../../telling.ts";
import { sqliteConfig } from "../config.ts";
import { quoted, type Relation } from "../map.ts";
import { all, findRelation, openSqlite, toStoreError } from "./file.ts";

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
        const relations = tables(steps, file.database, dataset);
        const indexed = searchedFields(datasets, dataset, locators ?? []).map((field) => ({
          field,
          index: indexOf(
            file.database,
            relations.find(({ name }) => name === field.collection),
            field,
          ),
        }));
        tellIndexes(
          steps,
          indexed,
          ({ collection, path }) => `CREATE INDEX … ON ${quoted(collection)} (${quoted(path[0] as string)});`,
        );
      }
    } finally {
      file.database.close();
    }
  });
  return steps.list();
}

function tables(steps: Steps, database: DatabaseSync, dataset: Dataset): Relation[] {
  const collections = dataset.collections.filter((collection) => !collection.skipProcessing);
  const found = collections.map((collection) => ({
    collection,
    relation: findRelation(database, collection.name),
  }));
  const told = found.map(({ collection, relation }) => ({
    collection,
    columns: relation?.columns.map(({ name }) => name) ?? null,
  }));
  tellTables(steps, dataset, told, "this file");
  return found.flatMap(({ relation }) => relation ?? []);
}

function indexOf(
  database: DatabaseSync,
  relation: Relation | undefined,
  { path: [column] }: SearchedField,
): Index {
  if (!relation || relation.isView || !relation.columns.some(({ name }) => name === column)) return undefined;
  const [index] = all(database, [
    "select min(i.name) from pragma_index_list(",
    bind(relation.name),
    ") i join pragma_index_info(i.name) c on c.seqno = 0 where i.partial = 0 and c.name = ",
    bind(column),
  ]);
  if (typeof index?.[0] === "string") return index[0];
  const primary = all(database, [
    "select name, upper(type) from pragma_table_info(",
    bind(relation.name),
    ") where pk > 0",
  ]);
  return primary.length === 1 && primary[0]?.[0] === column && primary[0]?.[1] === "INTEGER"
    ? "of its row ids"
    : null;
}
