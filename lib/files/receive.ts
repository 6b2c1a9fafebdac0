import { log } from "#lib/log.ts";
import { uploadLimits } from "./limits.ts";
import { boundaryOf, BrokenForm, formParts, readBody } from "./multipart.ts";
import type { UploadProblem } from "./outcomes.ts";
import { scanUpload, type ScannedFile } from "./scan.ts";

/** What was noticed while a form came in. */
export type Report = {
  /** The first thing that was wrong with a file; the others are taken all the same. */
  problem: UploadProblem | null;
  /** Files in the form, taken or not. */
  chosen: number;
  /** Plain fields by name. */
  fields: Map<string, string>;
};

export function newReport(): Report {
  return { problem: null, chosen: 0, fields: new Map() };
}

/**
 * How long and how much is listened to. A body that is too big is passed over up to `mostBytes`, so that a browser shows
 * the answer. Of `paceMs` spent waiting, every one must bring `paceBytes`: a place is not held by dripping.
 */
export type Patience = {
  idleMs: number;
  totalMs: number;
  mostBytes: number;
  paceMs: number;
  paceBytes: number;
};
export const patience: Patience = {
  idleMs: 30_000,
  totalMs: 10 * 60_000,
  mostBytes: 300 * 1024 * 1024,
  // Two kilobytes a second: the slowest mobile network brings more.
  paceMs: 30_000,
  paceBytes: 60_000,
};

/** Forms read at once by this process, each of which may hold one whole file in memory; and of those, by one network. */
const places = { all: 8, network: 2 };
const taken = new Map<string, number>();

function takePlace(network: string): boolean {
  const own = taken.get(network) ?? 0;
  const all = [...taken.values()].reduce((sum, count) => sum + count, 0);
  if (own >= places.network || all >= places.all) return false;
  taken.set(network, own + 1);
  return true;
}

function givePlaceBack(network: string): void {
  const left = (taken.get(network) ?? 0) - 1;
  if (left > 0) taken.set(network, left);
  else taken.delete(network);
}

const longestField = 2000;

/** `network` is whom places are counted by. `admit` is asked once, when the first file comes: why none is taken now, or null. */
export type Reception = {
  network: string;
  bounds?: Patience;
  admit?: () => Promise<UploadProblem | null>;
};

/**
 * Reads a form as it arrives and yields each file that may be kept, one in memory at a time. What is wrong with a file
 * is noted in `report`; `BrokenForm` is thrown where the form itself stops, stalls or is none.
 */
export async function* receiveFiles(
  request: Request,
  report: Report,
  { network, bounds = patience, admit = async () => null }: Reception,
): AsyncGenerator<ScannedFile> {
  const boundary = boundaryOf(request.headers.get("content-type"));
  if (boundary === null || request.body === null) throw new BrokenForm("no form");
  if (!takePlace(network)) {
    report.problem = "busy";
    await request.body.cancel();
    return;
  }
  const admission = once(admit);
  try {
    for await (const { name, fileName, body } of formParts(arriving(request.body, bounds), boundary)) {
      if (fileName === null) {
        const value = await readBody(body, longestField);
        if (value !== null) report.fields.set(name, value.toString("utf8"));
        continue;
      }
      const file = await readFile(fileName, body, report, admission);
      if (file) yield file;
    }
  } finally {
    givePlaceBack(network);
  }
}

async function readFile(
  fileName: string,
  body: AsyncGenerator<Buffer>,
  report: Report,
  admission: () => Promise<UploadProblem | null>,
): Promise<ScannedFile | null> {
  const closed = fileName === "" ? null : await admission();
  const isFull = report.chosen >= uploadLimits.files;
  const bytes = await readBody(body, closed || isFull ? 0 : uploadLimits.fileBytes);
  // A file field in which nothing was chosen is sent too: without a name and empty.
  if (fileName === "" && bytes?.length === 0) return null;
  report.chosen += 1;
  const why = closed ?? (isFull ? "too-many" : bytes === null ? "too-big" : null);
  const scanned =
    why === null ? await scanUpload(fileName, bytes ?? Buffer.alloc(0)) : { ok: false as const, why };
  if (scanned.ok) return scanned;
  log.info({ outcome: scanned.why }, "a file was not taken");
  report.problem ??= scanned.why;
  return null;
}

/** Asks at the first call, and remembers the answer. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

/** The bytes of a body, with an end to patience. Throws `BrokenForm`; the rest is then not waited for. */
async function* arriving(
  body: ReadableStream<Uint8Array>,
  { idleMs, totalMs, mostBytes, paceMs, paceBytes }: Patience,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const over = AbortSignal.timeout(totalMs);
  let length = 0;
  let isWhole = false;
  // Only our waiting counts; while a file is looked at, the sender waits for us.
  const since = { waitedMs: 0, bytes: 0 };
  try {
    for (;;) {
      const waitsFrom = performance.now();
      const { value, done } = await orStalled(
        reader.read(),
        AbortSignal.any([over, AbortSignal.timeout(idleMs)]),
      );
      if (done) break;
      length += value.byteLength;
      if (length > mostBytes) throw new BrokenForm("far too much");
      since.bytes += value.byteLength;
      since.waitedMs += performance.now() - waitsFrom;
      if (since.waitedMs >= paceMs) {
        if (since.bytes < paceBytes) throw new BrokenForm("the form drips");
        Object.assign(since, { waitedMs: 0, bytes: 0 });
      }
      yield value;
    }
    isWhole = true;
  } finally {
    if (!isWhole) await reader.cancel().catch(() => {});
  }
}

function orStalled<T>(arrival: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new BrokenForm("the form stalled")), { once: true });
    // What a broken connection says is its own business.
    arrival.then(resolve, () => reject(new BrokenForm("the connection broke")));
  });
}
