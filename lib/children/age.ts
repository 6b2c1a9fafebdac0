/**
 * Age in whole years on a civil day. Whoever was born on 29 February has her birthday on 1 March where there is no such day.
 * @param born civil day, `2014-03-09`
 */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
