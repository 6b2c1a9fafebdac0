/** A row as it is written into a store of the demo. */
export type TableRow = Record<string, string | number | boolean | null>;
