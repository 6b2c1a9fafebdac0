import { unfitProblems } from "../../ask.ts";
import type { Ask, Page, Session } from "../../connector.ts";
import type { Cursor, Place } from "../../keyset.ts";
import { pagesOf, type Entry } from "../../paging.ts";
import type { Question } from "../../questions.ts";
import type { Cell } from "../map.ts";
import { all, getRelation, prepare, toStoreError, type SqliteFile } from "./file.ts";
import { toReading, type Reading } from "./reading.ts";
import { toRead } from "./record.ts";

/** Rows handed on together. */
const batchRows = 100;
/** How long a reading may keep writers waiting where there is no write-ahead log. */
const holdMs = 2_000;

/** Reads a SQLite file page by page; with a write-ahead log each question sees one snapshot. */
export function toSession(file: SqliteFile): Session {
  const start = (ask: Ask) => toReading(ask, getRelation(file.database, ask), file.limits);

  async function* find(ask: Ask): AsyncGenerator<Page> {
    if (ask.keys.length === 0) return;
    try {
      yield* pagesOf(ask, file.limits.pageBytes, answers(file, start(ask)));
    } catch (error) {
      throw toStoreError(error);
    }
  }

  async function count(ask: Ask): Promise<number> {
    if (ask.keys.length === 0) return 0;
    try {
      const reading = start(ask);
      const counts = reading.questions.map((question) =>
        Number(all(file.database, reading.count(question))[0]?.[0]),
      );
      return counts.reduce((total, one) => total + one, 0);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  return {
    find,
    count,
    async close() {
      if (file.database.isOpen) file.database.close();
    },
  };
}

async function* answers(file: SqliteFile, reading: Reading): AsyncGenerator<Entry[]> {
  const { ask } = reading;
  const from: Cursor = ask.cursor ? (JSON.parse(ask.cursor) as Cursor) : { question: 0, place: null };
  if (!ask.cursor) {
    yield unfitProblems(ask, (key) => reading.unfit(key)).map((problem) => ({
      cursor: () => JSON.stringify(from),
      sizeBytes: 0,
      problem,
    }));
  }
  for (let number = from.question; number < reading.questions.length; number++) {
    const place = number === from.question ? from.place : null;
    yield* rowsOf(file, reading, reading.questions[number] as Question, number, place);
  }
}

/** The rows of one question from a place on. The statement is begun anew now and then where it would keep writers waiting. */
async function* rowsOf(
  file: SqliteFile,
  reading: Reading,
  question: Question,
  number: number,
  from: Place | null,
): AsyncGenerator<Entry[]> {
  for (let place = from, isMore = true; isMore;) {
    const { statement, values } = prepare(file.database, reading.rows(question, place));
    const until = file.isWal ? Infinity : performance.now() + holdMs;
    const before = place;
    let batch: Entry[] = [];
    let index = 0;
    isMore = false;
    // Leaving the loop early ends the statement, and with it the lock it holds.
    for (const row of statement.iterate(...values) as Iterable<unknown> as Iterable<Cell[]>) {
      const here = reading.placeOf(row, before, index++);
      batch.push({
        ...(await toRead(file, reading, row, here)),
        cursor: () => JSON.stringify({ question: number, place: here } satisfies Cursor),
      });
      place = here;
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
      if (performance.now() < until) continue;
      isMore = true;
      break;
    }
    yield batch;
  }
}
