import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Raw bytes. Sealed values, hashes and blind indexes are stored in this. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});

/** An instant, to the millisecond, always with its zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** A primary key made by the application (`newId()`), so that it can be named before the row is written. */
export const id = () => uuid("id").primaryKey();
