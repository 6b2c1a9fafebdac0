import { refuseMissing } from "../../ask.ts";
import type { Ask } from "../../connector.ts";
import { bind } from "../../fragment.ts";
import { StoreError } from "../../store-error.ts";
import type { Relation } from "../map.ts";
import type { RawRow, Transaction } from "./transaction.ts";

const text = (cell: Buffer | null | undefined): string => cell?.toString("utf8") ?? "";
const isTrue = (cell: Buffer | null | undefined): boolean => text(cell) === "t";

/** Tables, views and whatever else can be read like them. */
const readable = "('r', 'p', 'v', 'm', 'f')";

/**
 * A table or view as the store's catalogue describes it, or null where it is not there. Names are looked up, never
 * interpreted: what is no exact name of a relation does not exist.
 */
export async function findRelation(tx: Transaction, schema: string, name: string): Promise<Relation | null> {
  const [found] = await tx.run([
    `select c.oid::text, c.relkind in ('r', 'p', 'm') from pg_catalog.pg_class c
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ${readable} and n.nspname = `,
    bind(schema),
    "::text and c.relname = ",
    bind(name),
    "::text",
  ]);
  if (!found) return null;
  const oid = text(found[0]);
  const columns = await tx.run([columnsOf, bind(oid), columnsEnd]);
  const [key] = await tx.run([keysOf, bind(oid), keysEnd]);
  return {
    oid,
    schema,
    name,
    columns: columns.map(toColumn),
    key: key ? (JSON.parse(text(key[0])) as string[]) : [],
    hasPlace: isTrue(found[1]),
  };
}

function toColumn([name, type, cast, isArray, isNullable]: RawRow): Relation["columns"][number] {
  return {
    name: text(name),
    type: text(type),
    cast: text(cast),
    isArray: isTrue(isArray),
    isNullable: isTrue(isNullable),
  };
}

/** Columns in their order, each with the type beneath its domains and, of an array, that of its elements. */
const columnsOf = `with recursive kind(number, name, is_not_null, type, is_array) as (
    select attnum, attname, attnotnull, atttypid, false from pg_catalog.pg_attribute
    where attnum > 0 and not attisdropped and attrelid = `;
const columnsEnd = `::text::oid
    union all
    select k.number, k.name, k.is_not_null, case when t.typtype = 'd' then t.typbasetype else t.typelem end,
      k.is_array or t.typtype <> 'd'
    from kind k join pg_catalog.pg_type t on t.oid = k.type
    where t.typtype = 'd' or (t.typcategory = 'A' and t.typelem <> 0)
  )
  select k.name, t.typname, pg_catalog.format_type(t.oid, -1), k.is_array, not k.is_not_null
  from kind k join pg_catalog.pg_type t on t.oid = k.type
  where t.typtype <> 'd' and not (t.typcategory = 'A' and t.typelem <> 0) order by k.number`;

/** The best unique key without NULLs, conditions or expressions. */
const keysOf = `select pg_catalog.json_agg(a.attname order by k.position)::text
  from pg_catalog.pg_index i
  cross join lateral pg_catalog.unnest(i.indkey::int2[]) with ordinality k(number, position)
  join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
  where i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null
    and k.position <= i.indnkeyatts and i.indrelid = `;
const keysEnd = `::text::oid
  group by i.indexrelid, i.indisprimary having pg_catalog.bool_and(a.attnotnull)
  order by i.indisprimary desc, pg_catalog.count(*), i.indexrelid limit 1`;

/** Where the tables of a dataset live: its namespace says so, else the settings. */
export function schemaOf(ask: Pick<Ask, "dataset">, settings: { schema: string }): string {
  const named = ask.dataset.namespace?.schema;
  return typeof named === "string" && named !== "" ? named : settings.schema;
}

/**
 * The relation a question is about, with every field it needs.
 * @throws StoreError `table-gone`, `column-gone`
 */
export async function getRelation(tx: Transaction, schema: string, ask: Ask): Promise<Relation> {
  const relation = await findRelation(tx, schema, ask.collection.name);
  if (!relation)
    throw new StoreError("table-gone", `The table ${schema}.${ask.collection.name} is not there.`);
  refuseMissing(ask, relation.columns);
  return relation;
}
