import { unfitProblems } from "../../ask.ts";
import type { Ask, Page, Session } from "../../connector.ts";
import type { Cursor, Place } from "../../keyset.ts";
import { questionsFor, type Question } from "../../questions.ts";
import { defaultPageRows, pagesOf, throwIfAborted, type Entry } from "../../paging.ts";
import { isRowError, toStoreError } from "../errors.ts";
import { columnOf, keyCondition } from "../map.ts";
import { isSingle } from "../match.ts";
import { getRelation, schemaOf } from "./catalogue.ts";
import { refuseSchema, type Target } from "./target.ts";
import { toReading, type Reading } from "./reading.ts";
import { toRead, type Making } from "./record.ts";
import type { RawRow, Transaction } from "./transaction.ts";

/** One snapshot of a Postgres, read page by page through cursors of its own. */
export function toSession(tx: Transaction, target: Target, attachments: string | null): Session {
  const { limits } = target;
  let opened = 0;

  async function start(ask: Ask): Promise<{ reading: Reading; questions: Question[] }> {
    const schema = schemaOf(ask, target.config);
    refuseSchema(target, schema);
    const relation = await tx.alone(() => getRelation(tx, schema, ask));
    const isSingleKey = ({ path }: Ask["keys"][number]) =>
      path.length === 1 && isSingle(columnOf(relation, path[0] as string));
    return {
      reading: toReading(relation, ask, limits.recordBytes),
      questions: questionsFor(ask.keys, limits.valuesPerQuestion, isSingleKey),
    };
  }

  async function* find(ask: Ask): AsyncGenerator<Page> {
    if (ask.keys.length === 0) return;
    const name = `The table ${ask.collection.name}`;
    try {
      const { reading, questions } = await start(ask);
      const making: Making = { tx, ask, reading, recordBytes: limits.recordBytes, attachments };
      yield* pagesOf(ask, limits.pageBytes, answers(making, questions));
    } catch (error) {
      throw toStoreError(error, name);
    }
  }

  async function* answers(making: Making, questions: readonly Question[]): AsyncGenerator<Entry[]> {
    const { ask, reading } = making;
    const from: Cursor = ask.cursor ? (JSON.parse(ask.cursor) as Cursor) : { question: 0, place: null };
    if (!ask.cursor) {
      const unfit = unfitProblems(ask, (key) => keyCondition(reading.relation, key).unfit);
      yield unfit.map((problem) => ({ cursor: () => JSON.stringify(from), sizeBytes: 0, problem }));
    }
    for (let number = from.question; number < questions.length; number++) {
      const place = number === from.question ? from.place : null;
      yield* rowsOf(making, questions[number] as Question, number, place);
    }
  }

  /** The rows of one question from a place on. Where a row ends the cursor, this stretch is read row by row. */
  async function* rowsOf(
    making: Making,
    question: Question,
    number: number,
    from: Place | null,
  ): AsyncGenerator<Entry[]> {
    const { ask, reading } = making;
    const mostRows = Math.min(ask.pageRows ?? defaultPageRows, ask.limit ?? Infinity);
    let fetchRows = Math.min(mostRows, 200);
    let place = from;
    let cursor: string | null = null;
    const next = async (): Promise<RawRow[]> => {
      const name = cursor ?? `found_${++opened}`;
      try {
        const rows = await tx.alone(async () => {
          if (cursor === null)
            await tx.run([`declare ${name} no scroll cursor for `, ...reading.rows(question, place)]);
          return tx.run([`fetch forward ${fetchRows} from ${name}`]);
        });
        cursor = name;
        return rows;
      } catch (error) {
        if (!isRowError(error) || !reading.isPlaced) throw error;
        cursor = null;
        const places = await tx.alone(() => tx.run(reading.places(question, place, fetchRows)));
        return places.map((cells) => [null, null, ...cells]);
      }
    };
    try {
      for (let rows = await next(); rows.length > 0; rows = await next()) {
        const batch: Entry[] = [];
        const before = place;
        for (const [index, row] of rows.entries()) {
          throwIfAborted(ask.signal);
          const here = placeOf(reading, row, before, index);
          batch.push({
            ...(await toRead(making, row, here)),
            cursor: () => JSON.stringify({ question: number, place: here } satisfies Cursor),
          });
          place = here;
        }
        yield batch;
        const meanBytes = batch.reduce((sum, entry) => sum + entry.sizeBytes, 1) / batch.length;
        fetchRows = Math.max(1, Math.min(mostRows, Math.floor(limits.pageBytes / meanBytes)));
      }
    } finally {
      const name = cursor as string | null;
      if (name !== null) await tx.alone(() => tx.run([`close ${name}`])).catch(() => {});
    }
  }

  async function count(ask: Ask): Promise<number> {
    if (ask.keys.length === 0) return 0;
    try {
      const { reading, questions } = await start(ask);
      let total = 0;
      for (const question of questions) {
        const [row] = await tx.alone(() => tx.run(reading.count(question)));
        total += Number(row?.[0]?.toString() ?? 0);
      }
      return total;
    } catch (error) {
      throw toStoreError(error, `The table ${ask.collection.name}`);
    }
  }

  return { find, count, close: () => tx.end() };
}

function placeOf(reading: Reading, [, , ...cells]: RawRow, before: Place | null, index: number): Place {
  if (!reading.isPlaced) return { offset: (before && "offset" in before ? before.offset : 0) + index + 1 };
  return { terms: cells.map((cell) => cell?.toString("utf8") ?? null) };
}
