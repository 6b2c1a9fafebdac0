import { unfitProblems } from "../../ask.ts";
import type { Ask, Page, Session } from "../../connector.ts";
import type { Cursor, Place } from "../../keyset.ts";
import { pagesOf, type Entry } from "../../paging.ts";
import type { Question } from "../../questions.ts";
import { toStoreError } from "../errors.ts";
import { getRelation, isWal, type SqliteFile } from "./file.ts";
import { toReading, type Reading } from "./reading.ts";
import { toRead } from "./record.ts";

/** What is handed over at once. */
const batch = { most: 2_000, mostBytes: 1_000_000 };
/** How long a reading may keep writers waiting where there is no write-ahead log. */
const holdMs = 2_000;

/** Reads a SQLite file page by page; with a write-ahead log each question sees one snapshot. */
export function toSession(file: SqliteFile): Session {
  const start = async (ask: Ask) => toReading(ask, await getRelation(file, ask), file.limits);

  async function* find(ask: Ask): AsyncGenerator<Page> {
    if (ask.keys.length === 0) return;
    try {
      yield* pagesOf(ask, file.limits.pageBytes, answers(file, await start(ask)));
    } catch (error) {
      throw toStoreError(error);
    }
  }

  async function count(ask: Ask): Promise<number> {
    if (ask.keys.length === 0) return 0;
    try {
      const reading = await start(ask);
      let total = 0;
      for (const question of reading.questions)
        total += Number((await file.all(reading.count(question), ask.signal))[0]?.[0]);
      return total;
    } catch (error) {
      throw toStoreError(error);
    }
  }

  return { find, count, close: () => file.close() };
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
  const { ask } = reading;
  const isFree = await isWal(file);
  const batching = {
    ...batch,
    most: Math.min(batch.most, ask.limit ?? Infinity),
    // Looking for more than was asked for could take as long as everything before.
    isAhead: isFree && ask.limit === undefined,
  };
  for (let place = from, isMore = true; isMore;) {
    const until = isFree ? Infinity : performance.now() + holdMs;
    const before = place;
    let index = 0;
    isMore = false;
    // Leaving the loop early ends the statement, and with it the lock it holds.
    for await (const rows of file.rows(reading.rows(question, place), batching, ask.signal)) {
      const entries: Entry[] = [];
      for (const row of rows) {
        const here = reading.placeOf(row, before, index++);
        entries.push({
          ...(await toRead(file, reading, row, here)),
          cursor: () => JSON.stringify({ question: number, place: here } satisfies Cursor),
        });
        place = here;
      }
      yield entries;
      if (performance.now() < until) continue;
      isMore = true;
      break;
    }
  }
}
