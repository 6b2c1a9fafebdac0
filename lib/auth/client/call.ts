import NextAuth from "next-auth";
import { changeEnv, env, rawEnv } from "#lib/env.ts";
import { authOptions, type AuthVisit } from "../options.ts";
import type { AuthCall } from "../targets.ts";

export type AuthAnswer = { status: number; location: string | null; setCookie: string[]; body: unknown };

/**
 * Runs next-auth on one request and hands back its answer as data. It is called the way its API route is, with objects
 * of ours for request and response, so that nothing of Next is needed and tests see all of it.
 */
export async function callNextAuth(call: AuthCall, visit: AuthVisit): Promise<AuthAnswer> {
  // It takes its own address from there and nowhere else; no header can move it.
  if (rawEnv().NEXTAUTH_URL !== env().url) changeEnv({ NEXTAUTH_URL: env().url });
  const path = call.provider ? [call.action, call.provider] : [call.action];
  const answer: AuthAnswer = { status: 200, location: null, setCookie: [], body: null };
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: path },
    body: call.body,
    cookies: call.cookies,
    headers: {},
  };
  await NextAuth(request as never, responseInto(answer) as never, await authOptions(visit, call.provider));
  return answer;
}

function responseInto(answer: AuthAnswer) {
  const response = {
    status(code: number) {
      answer.status = code;
      return response;
    },
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? answer.setCookie : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === "set-cookie") answer.setCookie = [value].flat();
      if (name.toLowerCase() === "location") answer.location = String(value);
      return response;
    },
    json: (body: unknown) => void (answer.body = body),
    send: (body: unknown) => void (answer.body = body),
    end: () => {},
  };
  return response;
}
