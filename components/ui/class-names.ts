/** Joins class names and drops what is switched off: `classNames("a", on && "b")`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
