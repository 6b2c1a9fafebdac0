import { z } from "zod";

/** Where a page of a list goes on: behind the row that has this value in the column of the order, and this id. */
export type Cursor = { value: string; id: string };

/** The year 0 is a day to some and none to Postgres. */
const exists = (day: string) => !day.startsWith("0000");
const values = {
  day: z.iso.date().refine(exists),
  instant: z.iso.datetime().refine(exists),
};

/** `value~id`, as it stands in an address. */
export function cursorText({ value, id }: Cursor): string {
  return `${value}~${id}`;
}

/** What an address says, or null where that is no cursor: then the first page is meant. */
export function readCursor(text: unknown, of: keyof typeof values): Cursor | null {
  const [value, id, ...rest] = typeof text === "string" ? text.split("~") : [];
  const read = z.object({ value: values[of], id: z.uuid() }).safeParse({ value, id });
  return read.success && rest.length === 0 ? read.data : null;
}
