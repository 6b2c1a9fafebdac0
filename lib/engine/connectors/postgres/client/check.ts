import type { Collection, Dataset, FieldAddress } from "#lib/engine/datasets/vocabulary.ts";
import { allowedPath } from "../../folder/client.ts";
import type { Around, CheckStep, Store } from "../../connector.ts";
import { bind } from "../../fragment.ts";
import { Steps } from "../../steps.ts";
import { searchedFields, tellIndexes, tellTables, type Index, type SearchedField } from "../../telling.ts";
import { toStoreError } from "../errors.ts";
import { arrayLiteral, quoted, quotedRelation, type Relation } from "../map.ts";
import { findRelation, schemaOf } from "./catalogue.ts";
import { dial } from "./dial.ts";
import { refuseSchema, toTarget, type Target } from "./target.ts";
import { openTransaction, type Transaction } from "./transaction.ts";

type Map = { datasets: readonly Dataset[]; locators?: readonly FieldAddress[] };

/** Tests a source step by step and says each result in words; what fails ends the test, because the rest builds on it. */
export async function check(store: Store, around: Around, map: Map): Promise<CheckStep[]> {
  const steps = new Steps(toStoreError, () => performance.now());
  await steps.run(async () => {
    const target = await toTarget(store, around);
    const { config } = target;
    await steps.step(`Reached the host ${config.host}`, async () => (await dial(target)).destroy());
    if (config.attachments)
      await steps.step("The folder of attachments is there", () =>
        allowedPath(around.operator, config.attachments, "folder"),
      );
    await withTransaction(steps, target, async (tx) => {
      await mayOnlyRead(steps, tx);
      for (const dataset of map.datasets) {
        const relations = await tables(steps, tx, target, dataset);
        const searched = searchedFields(map.datasets, dataset, map.locators ?? []);
        tellIndexes(steps, await indexes(tx, relations, searched), ({ collection, path }) => {
          const relation = relations.find(({ name }) => name === collection) as Relation;
          return `CREATE INDEX ON ${quotedRelation(relation)} (${quoted(path[0] as string)});`;
        });
      }
    });
  });
  return steps.list();
}

async function withTransaction(
  steps: Steps,
  target: Target,
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { config } = target;
  const isNear = /^(localhost|127\.|::1$)/.test(config.host);
  const tx = await steps.step(`Signed in to ${config.database} as ${config.user}`, () =>
    openTransaction(target),
  );
  try {
    if (config.tls === "verify")
      steps.add(true, "The connection is encrypted, and the certificate was checked");
    else if (isNear) steps.add(true, "The connection is not encrypted; it does not leave this machine");
    else
      steps.warn(
        "The connection is not encrypted",
        "Switch encryption on, here and at the server, unless no one else can listen on the way.",
      );
    await work(tx);
  } finally {
    await tx.end();
  }
}

async function mayOnlyRead(steps: Steps, tx: Transaction): Promise<void> {
  const [row] = await tx.run([
    `select r.rolsuper or r.rolcreatedb or r.rolcreaterole or pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')
       or exists (select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
           and pg_catalog.has_table_privilege(c.oid, 'insert, update, delete, truncate'))
     from pg_catalog.pg_roles r where r.rolname = current_user`,
  ]);
  if (row?.[0]?.toString() === "f") steps.add(true, "May read and may not write, as it should be");
  else {
    steps.warn(
      "This account may write. Habeas never does, and its session is read-only, but an account that cannot is safer",
      "Ask for an account of its own: CREATE ROLE habeas_reader LOGIN PASSWORD '…'; GRANT USAGE ON SCHEMA … TO habeas_reader; GRANT SELECT ON the tables of the dataset TO habeas_reader;",
    );
  }
}

/** Whether the tables and columns of a dataset are there and may be read; gives those that are there. */
async function tables(steps: Steps, tx: Transaction, target: Target, dataset: Dataset): Promise<Relation[]> {
  const schema = schemaOf({ dataset }, target.config);
  refuseSchema(target, schema);
  const collections = dataset.collections.filter((collection) => !collection.skipProcessing);
  const database = dataset.namespace?.database_name;
  if (typeof database === "string" && database !== target.config.database) {
    steps.warn(
      `The dataset is about the database ${database}, this source about ${target.config.database}`,
      "Check that it is the right source for this dataset.",
    );
  }
  const found: { collection: Collection; relation: Relation | null }[] = [];
  for (const collection of collections)
    found.push({ collection, relation: await findRelation(tx, schema, collection.name) });
  const told = found.map(({ collection, relation }) => ({
    collection,
    columns: relation?.columns.map(({ name }) => name) ?? null,
  }));
  tellTables(steps, dataset, told, `the schema ${schema}`);
  for (const { collection, relation } of found) if (relation) await rights(steps, tx, collection, relation);
  return found.flatMap(({ relation }) => relation ?? []);
}

async function rights(
  steps: Steps,
  tx: Transaction,
  collection: Collection,
  relation: Relation,
): Promise<void> {
  const present = collection.fields
    .map(({ name }) => name)
    .filter((name) => relation.columns.some((column) => column.name === name));
  const [row] = await tx.run([
    `select pg_catalog.has_schema_privilege(c.relnamespace, 'usage')
       and (select pg_catalog.bool_and(pg_catalog.has_column_privilege(c.oid, f, 'select')) from pg_catalog.unnest(`,
    bind(arrayLiteral(present)),
    "::text[]) f), c.relrowsecurity from pg_catalog.pg_class c where c.oid = ",
    bind(relation.oid),
    "::text::oid",
  ]);
  if (row?.[0]?.toString() === "f") {
    steps.add(
      false,
      `This account may not read all columns of ${relation.name}`,
      `Ask for it: GRANT USAGE ON SCHEMA ${quoted(relation.schema)} TO …; GRANT SELECT ON ${quotedRelation(relation)} TO …;`,
    );
  }
  if (row?.[1]?.toString() === "t") {
    steps.warn(
      `Row-level security is on for ${relation.name}, so rows may be hidden from this account without a word`,
      "Ask whoever runs this database for a policy that lets it see every row.",
    );
  }
}

async function indexes(
  tx: Transaction,
  relations: readonly Relation[],
  fields: readonly SearchedField[],
): Promise<{ field: SearchedField; index: Index }[]> {
  const found = [];
  for (const field of fields) {
    const relation = relations.find(({ name }) => name === field.collection);
    if (!relation?.columns.some(({ name }) => name === field.path[0])) continue;
    const [row] = await tx.run([
      `select c.relkind in ('r', 'p', 'm'), (select min(i.relname) from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid
         join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
         where x.indrelid = c.oid and x.indisvalid and x.indpred is null and a.attname = `,
      bind(field.path[0]),
      "::text) from pg_catalog.pg_class c where c.oid = ",
      bind(relation.oid),
      "::text::oid",
    ]);
    found.push({ field, index: row?.[0]?.toString() === "t" ? (row[1]?.toString() ?? null) : undefined });
  }
  return found;
}
