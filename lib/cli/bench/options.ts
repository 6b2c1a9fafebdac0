/**
 * A whole number from the words of the command line: `--rows 5000`.
 * @throws an Error whose message says how to write it
 */
export function numberFrom(words: readonly string[], name: string, otherwise: number): number {
  const at = words.indexOf(name);
  if (at === -1) return otherwise;
  const value = words[at + 1] ?? "";
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new Error(`${name} wants a whole number above 0, such as "${name} ${otherwise}".`);
  return Number(value);
}

const whole = new Intl.NumberFormat("en");

/** "200,000". */
export const count = (value: number) => whole.format(Math.round(value));

/** "61.4 MB", of 1,000,000 bytes each. */
export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** "41.3 s". */
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
