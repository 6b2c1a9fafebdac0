import "server-only";
import { after } from "next/server";
import { log } from "#lib/log.ts";
import type { Visit } from "./visit.ts";

/** Runs work after the answer has left, so that the time of the answer tells nothing about it. */
export function afterwards({ requestId }: Visit, work: () => Promise<void>): void {
  after(() =>
    work().catch((error: unknown) => log.error({ requestId, error }, "work after an answer failed")),
  );
}
