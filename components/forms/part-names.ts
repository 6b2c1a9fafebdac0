/** The names a `DateField` sends, for schemas. What is wrong with the whole day goes by the first. */
export function dateNames(name: string): [day: string, month: string, year: string] {
  return [`${name}-day`, `${name}-month`, `${name}-year`];
}

/** The names a `MonthYearField` sends, for schemas and the `FieldRow` around it. */
export function monthYearNames(name: string): [month: string, year: string] {
  return [`${name}-month`, `${name}-year`];
}
