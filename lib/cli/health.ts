import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until the pages answer.
 * @param slow called once when that takes long, and the wait goes on
 * @returns whether the health page said that all is well; false when `signal` ended the wait
 */
export async function waitForPages(address: string, signal: AbortSignal, slow: () => void): Promise<boolean> {
  const hurry = setTimeout(slow, 30_000);
  let firstAnswerAt: number | null = null;
  try {
    while (!signal.aborted) {
      const answer = await fetch(`${address}/api/health`, { signal }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return true;
      if (answer) firstAnswerAt ??= performance.now();
      // It answers, but not all parts do (mail, say): that is no reason to keep the address to ourselves.
      if (firstAnswerAt !== null && performance.now() - firstAnswerAt > 15_000) return false;
      await sleep(100, undefined, { signal }).catch(() => {});
    }
    return false;
  } finally {
    clearTimeout(hurry);
  }
}
