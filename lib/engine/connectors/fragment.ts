/** A piece of SQL whose values stay apart from its text, so that they can only ever be bound. */
export type Fragment = readonly (string | { bind: unknown })[];

/** A value to be bound. */
export function bind(value: unknown): { bind: unknown } {
  return { bind: value };
}

/** Pieces with a separator between them. */
export function joined(fragments: readonly Fragment[], separator: string): Fragment {
  return fragments.flatMap((fragment, index) => (index ? [separator, ...fragment] : [...fragment]));
}

/**
 * The statement and its values.
 * @param mark the placeholder of the nth value, counted from 1
 */
export function render(
  fragment: Fragment,
  mark: (position: number) => string,
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const text = fragment
    .map((part) => (typeof part === "string" ? part : mark(values.push(part.bind))))
    .join("");
  return { text, values };
}
