import { Readable } from "node:stream";
import { readReference } from "#lib/auth/codes.ts";
import { closeTransfer, openTransfer, type OpenedTransfer } from "#lib/bundle/commands.ts";
import { archiveName } from "#lib/bundle/names.ts";
import { getArchiveKey, hasBegunTransfer } from "#lib/cases/queries/tracker.ts";
import { openBlob } from "#lib/files/store.ts";
import { log } from "#lib/log.ts";
import { requester, signedIn, visitor, type Entry, type PersonContext } from "#lib/web/gates.ts";
import { problem, route, seeOther } from "#lib/web/route.ts";
import type { Visit } from "#lib/web/visit.ts";
import { readRange, type Part } from "./range.ts";

/*
 * Her answer, streamed out of its seal from any byte. Whoever has no proof is led to where she gives one; an answer that
 * cannot be fetched leads to its page, which says why and what to do.
 */

export const GET = route(
  ({ organisation }) => visitor(String(organisation)),
  async (outside, { request, params, visit }) => {
    const { slug } = outside.organisation;
    const entry = await herself(visit, slug, String(params.reference));
    if (!entry.ok) return seeOther("to" in entry ? entry.to : `/${slug}/track`);
    const { ctx } = entry;
    const { caseId } = ctx.actor;
    const opened = await openTransfer(ctx, caseId);
    const reference = readReference(String(params.reference)) ?? "";
    if (!opened.ok) return seeOther(`/${slug}/track/${reference}/download`);
    const { transfer } = opened;
    const etag = `"${transfer.archiveSha256}"`;
    const part = readRange(
      request.headers.get("range"),
      request.headers.get("if-range"),
      etag,
      transfer.sizeBytes,
    );
    if (part === null) {
      const refused = problem("bad-input", "The file has no such part.");
      return new Response(refused.body, {
        status: 416,
        headers: { ...headersOf(etag, reference), "Content-Range": `bytes */${transfer.sizeBytes}` },
      });
    }
    const asked: Part = part === "whole" ? { from: 0, end: transfer.sizeBytes } : part;
    return new Response(request.method === "HEAD" ? null : await stream(ctx, transfer, asked), {
      status: part === "whole" ? 200 : 206,
      headers: {
        ...headersOf(etag, reference),
        "Content-Length": String(asked.end - asked.from),
        ...(part === "whole"
          ? {}
          : { "Content-Range": `bytes ${asked.from}-${asked.end - 1}/${transfer.sizeBytes}` }),
      },
    });
  },
);

/**
 * A full proof; of a login one that is not older than five minutes (11 CCR 7061), except to go on with a transfer that
 * this very session began.
 */
async function herself(visit: Visit, slug: string, reference: string): Promise<Entry<PersonContext>> {
  const entry = await requester(slug, reference, { scope: "full" }).check(visit);
  if (!entry.ok) return entry;
  const login = await signedIn(visit);
  const isByCode = login?.id !== entry.ctx.actor.sessionId;
  if (isByCode || login?.isFresh || (await hasBegunTransfer(entry.ctx))) return entry;
  return requester(slug, reference, { scope: "full", isFresh: true }).check(visit);
}

function headersOf(etag: string, reference: string): Record<string, string> {
  return {
    "Content-Type": "application/zip",
    "Content-Disposition": `attachment; filename="${archiveName(reference)}"`,
    "Accept-Ranges": "bytes",
    ETag: etag,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  };
}

/** The bytes on their way, counted as they leave; whatever becomes of them is recorded, also when she hangs up. */
async function stream(
  ctx: PersonContext,
  { id, blobId, sizeBytes }: OpenedTransfer,
  { from, end }: Part,
): Promise<ReadableStream> {
  const plain = await openBlob(blobId, await getArchiveKey(ctx), { from, end });
  let bytes = 0;
  async function* counted() {
    for await (const chunk of plain as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      yield chunk;
    }
  }
  const sending = Readable.from(counted(), { objectMode: false });
  sending.once("close", () => {
    plain.destroy();
    void recordTransfer(ctx, id, { bytes, whole: end === sizeBytes && bytes === end - from });
  });
  return Readable.toWeb(sending) as ReadableStream;
}

async function recordTransfer(
  ctx: PersonContext,
  id: string,
  sent: { bytes: number; whole: boolean },
): Promise<void> {
  try {
    await closeTransfer(ctx, ctx.actor.caseId, id, sent);
  } catch (error) {
    log.error({ requestId: ctx.requestId, error }, "a transfer could not be recorded");
  }
}
