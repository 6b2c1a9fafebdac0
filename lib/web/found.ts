import "server-only";
import { forbidden, notFound } from "next/navigation";
import { HabeasError } from "#lib/errors.ts";

/** What a page reads after its gate: what is not there, or not hers, ends in the page that says so, not in a fault. */
export async function found<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof HabeasError && error.code === "not-found") notFound();
    if (error instanceof HabeasError && error.code === "not-allowed") forbidden();
    throw error;
  }
}
