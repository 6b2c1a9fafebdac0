import "server-only";
import { NextResponse, type NextRequest } from "next/server";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { isDatabaseAway } from "#lib/database-away.ts";
import { env } from "#lib/env.ts";
import { HabeasError, httpStatus, type ErrorCode } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { isStorable } from "#lib/text.ts";
import type { Gate, Refusal } from "./gates.ts";
import { isOwnForm } from "./origin.ts";
import { currentVisit } from "./request.ts";
import type { Visit } from "./visit.ts";

type Params = Record<string, string | string[] | undefined>;
type Handler = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;
type Arrival = { request: NextRequest; params: Params; visit: Visit };

/**
 * Makes a route handler: origin → gate → handle → translate. Whatever changes something must come from one of our own
 * pages. What cannot be done is told as JSON, `{ error: { code, message } }`, with the status that belongs to it.
 * @param gate who may do this; a function of the address where that names the organisation or the case
 */
export function route<C>(
  gate: Gate<C> | ((params: Params) => Gate<C>),
  handle: (ctx: C, arrival: Arrival) => Promise<Response>,
): Handler {
  return async (request, context) => {
    const visit = await currentVisit();
    try {
      const params = await context.params;
      if (!isSafe(request.method) && !isOwnForm(visit.sender, env().url)) {
        return problem("not-allowed", "This request comes from another site.");
      }
      const entry = await (typeof gate === "function" ? gate(params) : gate).check(visit);
      return entry.ok ? await handle(entry.ctx, { request, params, visit }) : refuse(entry, request);
    } catch (error) {
      unstable_rethrow(error);
      return translate(error, visit);
    }
  };
}

const isSafe = (method: string) => method === "GET" || method === "HEAD";

/** A person who opens an address is led on; a program is told. */
function refuse(entry: Refusal, request: NextRequest): Response {
  const isPage = isSafe(request.method) && request.headers.get("accept")?.includes("text/html");
  if ("to" in entry) {
    return isPage ? seeOther(entry.to) : problem("not-signed-in", "Sign in, or show that it is you, first.");
  }
  return entry.why === "forbidden"
    ? problem("not-allowed", "Your role does not allow this.")
    : problem("not-found", "There is nothing here.");
}

/** An answer that says what went wrong. */
export function problem(code: ErrorCode, message: string, more: Record<string, unknown> = {}): Response {
  return NextResponse.json({ error: { code, message, ...more } }, { status: httpStatus[code] });
}

/** Sends a browser on to a page of ours after a form, as RFC 9110 15.4.4 has it. */
export function seeOther(path: string): NextResponse {
  return new NextResponse(null, { status: 303, headers: { Location: new URL(path, env().url).href } });
}

/** Thrown by `readJson`: what was sent is no JSON at all, which is another mistake than a wrong value. */
class NotJson extends Error {}

function translate(error: unknown, { requestId }: Visit): Response {
  if (error instanceof HabeasError) return problem(error.code, error.message);
  if (error instanceof NotJson)
    return NextResponse.json(
      { error: { code: "bad-input", message: "The body is not JSON." } },
      { status: 400 },
    );
  if (error instanceof z.ZodError) {
    const fields = error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
    return problem("bad-input", "Some values cannot be taken.", { fields });
  }
  log.error({ requestId, error }, "a request failed");
  const [status, message] = isDatabaseAway(error)
    ? [503, "Our database does not answer. Try again in a few minutes."]
    : [500, "Something on our side did not work. Nothing was half done."];
  return NextResponse.json({ error: { code: "fault", message, requestId } }, { status });
}

/**
 * The body of a request as text, read no further than `most` bytes.
 * @throws HabeasError `bad-input` when it is longer
 */
export async function readText(request: Request, most = 64 * 1024): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new HabeasError("bad-input", "This is more than we can take at once.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** @throws HabeasError `bad-input` for a NUL or half a character, however it was written */
function storable<T>(value: T): T {
  if (typeof value === "string" && !isStorable(value))
    throw new HabeasError("bad-input", "There is a character in this that we cannot keep.");
  return value;
}

/** The body of a request as JSON of the given shape; wrong values are answered with 422. */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
  most?: number,
): Promise<z.output<S>> {
  const text = await readText(request, most);
  let value: unknown;
  try {
    value = JSON.parse(text, (_key, inside: unknown) => storable(inside));
  } catch (error) {
    throw error instanceof HabeasError ? error : new NotJson();
  }
  return schema.parse(value);
}

/** The fields of a plain form, each once. */
export async function readFields(request: Request, most?: number): Promise<Record<string, string>> {
  const fields = new URLSearchParams(await readText(request, most));
  return Object.fromEntries([...fields].map(([name, value]) => [storable(name), storable(value)]));
}
