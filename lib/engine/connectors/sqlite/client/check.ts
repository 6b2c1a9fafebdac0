import { constants } from "node:fs";
import { access } from "node:fs/promises";
import type { DatabaseSync } from "node:sqlite";
import type { Collection, Dataset } from "#lib/engine/datasets/vocabulary.ts";
import { listFields } from "#lib/engine/datasets/fields.ts";
import type { Around, CheckStep, Store } from "../../connector.ts";
import { Steps } from "../../steps.ts";
import { sqliteConfig } from "../config.ts";
import type { Relation } from "../map.ts";
import { all, findRelation, openSqlite, toStoreError } from "./file.ts";

/** Tests a SQLite file step by step and says each result in words. */
export async function check(store: Store, around: Around, { datasets }: { datasets: readonly Dataset[] }): Promise<CheckStep[]> {
  const steps = new Steps(toStoreError, () => performance.now());
  await steps.run(async () => {
    const file = await steps.step("Opened the database file for reading only", () => openSqlite(store, around));
    try {
      const path = sqliteConfig.parse(store.config).file;
      const isWritable = await access(path, constants.W_OK).then(
        () => true,
        () => false,
      );
      if (isWritable) {
        steps.warn("This server could write to the file. Habeas never does, but a file that it cannot change is safer", "Give the account that runs Habeas the right to read the file and no more.");
      } else steps.add(true, "May read and may not write, as it should be");
      for (const dataset of datasets) tables(steps, file.database, dataset);
    } finally {
      file.database.close();
    }
  });
  return steps.list();
}

function tables(steps: Steps, database: DatabaseSync, dataset: Dataset): void {
  const collections = dataset.collections.filter((collection) => !collection.skipProcessing);
  const found = collections.map((collection) => ({ collection, relation: findRelation(database, collection.name) }));
  const missing = found.filter(({ relation }) => relation === null).map(({ collection }) => collection.name);
  const says = `Found ${collections.length - missing.length} of ${collections.length} tables of the dataset ${dataset.fidesKey}`;
  if (missing.length === 0) steps.add(true, says);
  else {
    const names = missing.length === 1 ? `The table ${missing[0]} is` : `The tables ${missing.join(", ")} are`;
    steps.add(false, `${says}. ${names} not in this file`, "Ask whoever runs this store where it went, or take it out of the dataset.");
  }
  for (const { collection, relation } of found) if (relation) columns(steps, database, collection, relation);
}

function columns(steps: Steps, database: DatabaseSync, collection: Collection, relation: Relation): void {
  const gone = collection.fields.map(({ name }) => name).filter((name) => !relation.columns.some((column) => column.name === name));
  if (gone.length > 0) {
    steps.add(false, `The table ${relation.name} has no ${gone.length === 1 ? "column" : "columns"} ${gone.join(", ")}`, "Correct the dataset, or ask whoever runs this store where it went.");
    return;
  }
  const entries = listFields(collection.fields).filter(({ field }) => field.identity !== null || field.references.length > 0);
  for (const { path } of relation.isView ? [] : entries) {
    const column = path[0] as string;
    const [index] = all(database, [
      "select min(i.name) from pragma_index_list(", { bind: relation.name }, ") i join pragma_index_info(i.name) c on c.seqno = 0 where i.partial = 0 and c.name = ", { bind: column },
    ]);
    const [rowid] = all(database, [
      "select 1 from pragma_table_info(", { bind: relation.name }, ") where pk = 1 and upper(type) = 'INTEGER' and name = ", { bind: column },
      " and (select count(*) from pragma_table_info(", { bind: relation.name }, ") where pk > 0) = 1",
    ]);
    const name = `${relation.name}.${path.join(".")}`;
    if (rowid) steps.add(true, `Looking up ${name} uses the table's own order`);
    else if (typeof index?.[0] === "string") steps.add(true, `Looking up ${name} uses the index ${index[0]}`);
    else steps.warn(`Looking up ${name} uses no index, so the whole table is read each time`, `Ask for one: CREATE INDEX … ON ${relation.name} (${column});`);
  }
}
