import "server-only";
import type { BlockList } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { cookies, headers } from "next/headers";
import { cookiesFor } from "#lib/auth/cookies.ts";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { followClock } from "#lib/installation/queries.ts";
import { newId } from "#lib/ids.ts";
import { proxyList } from "./network.ts";
import { choiceCookies, visitFrom, type Theme, type Visit } from "./visit.ts";

let proxies: BlockList | null = null;

let followedAtMs = -Infinity;
const patienceMs = 2000;

/** The demo may have moved the clock a moment ago. A database that is away is found out by whoever needs it. */
async function keepTime(): Promise<void> {
  if (performance.now() - followedAtMs < 1000) return;
  followedAtMs = performance.now();
  await Promise.race([followClock().catch(() => {}), sleep(patienceMs, undefined, { ref: false })]);
}

/** The request that is being answered. */
export async function currentVisit(): Promise<Visit> {
  await keepTime();
  proxies ??= proxyList(env().trustedProxies);
  return visitFrom(await headers(), await cookies(), { url: env().url, proxies, now: now(), newId });
}

/** Keeps a cookie of ours that proves something. Only in actions and route handlers. */
export async function keepCookie(purpose: string, value: string, maxAgeSeconds: number): Promise<void> {
  const { name, flags } = cookiesFor(env().url);
  (await cookies()).set(name(purpose), value, { ...flags, maxAge: maxAgeSeconds });
}

export async function dropCookie(purpose: string): Promise<void> {
  await keepCookie(purpose, "", 0);
}

const oneYear = 365 * 24 * 3600;

/** Remembers light, dark or as the device has it, on this browser. */
export async function keepTheme(theme: Theme): Promise<void> {
  const { flags } = cookiesFor(env().url);
  (await cookies()).set(choiceCookies.theme, theme, { ...flags, maxAge: oneYear });
}
