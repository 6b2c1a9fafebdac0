import { addMonths } from "#lib/law/calendar.ts";
import type { CivilDay } from "#lib/law/regime.ts";

/** An answer the person has had for the same right under the same law. */
export type EarlierAnswer = { reference: string; answeredOn: CivilDay };

/** How the answers she has had stand against what her law makes free. */
export type Counted = {
  /** Those of the twelve months before this request came, oldest first. */
  answers: readonly EarlierAnswer[];
  /** Whether as many as are free were given, so that the law lets this one be refused or charged. */
  isUsedUp: boolean;
  /** The first day on which one is free again; null as long as one is. */
  nextFreeOn: CivilDay | null;
};

const monthsCounted = 12;
const freeAgainOn = (answeredOn: CivilDay) => addMonths(answeredOn, monthsCounted).on;

/**
 * Counts the answers of the twelve months before a request. The year runs from the day of each answer, the later and so
 * the kinder of the readings "twice in a 12-month period" allows: what was asked and not answered does not count.
 * @param perYear how many the law makes free; null where it names no number, and then nothing is ever used up
 */
export function countAnswers(
  perYear: number | null,
  receivedOn: CivilDay,
  answers: readonly EarlierAnswer[],
): Counted {
  const counted = answers
    .filter(({ answeredOn }) => answeredOn <= receivedOn && freeAgainOn(answeredOn) > receivedOn)
    .toSorted((a, b) => (a.answeredOn < b.answeredOn ? -1 : 1));
  const leaving = perYear === null ? undefined : counted[counted.length - perYear];
  return {
    answers: counted,
    isUsedUp: leaving !== undefined,
    nextFreeOn: leaving ? freeAgainOn(leaving.answeredOn) : null,
  };
}
