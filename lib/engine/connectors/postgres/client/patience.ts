import { StoreError } from "../../store-error.ts";
import { toStoreError } from "../errors.ts";

/**
 * An answer that is given up when it takes too long or is not wanted any more; what it was to come from is the caller's to
 * end.
 * @throws StoreError `unreachable` or `cancelled`
 */
export async function within<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  answer: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(toStoreError({ code: "ETIMEDOUT" })), milliseconds);
    stop = () => reject(new StoreError("cancelled", "Reading was stopped."));
    signal?.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([answer, givenUp]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
