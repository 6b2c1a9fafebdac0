import type { IncomingHttpHeaders } from "node:http";
import type { BlockList } from "node:net";
import { cookiesFor } from "#lib/auth/cookies.ts";
import { isLocale, localeFor, type Locale } from "#lib/locales/index.ts";
import { isOptOut } from "#lib/preferences/signal.ts";
import { clientNetwork } from "./network.ts";
import type { Sender } from "./origin.ts";
import { peerHeader } from "./peer.ts";

/** What the proxy notes on a request for the code behind it; a client's own are thrown away there. */
export const visitHeaders = {
  request: "x-habeas-request",
  path: "x-habeas-path",
  language: "x-habeas-language",
} as const;

/** What a browser sends that says no for its owner. */
export const signalHeader = "sec-gpc";

/** A browser that has said so is known again by this cookie; it holds a random token. */
export const browserCookie = "browser";

/** Choices a browser keeps. They prove nothing, so they carry no prefix. */
export const choiceCookies = { language: "habeas-language", theme: "theme" } as const;

export const themes = ["device", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** What every request says about itself, before anybody asks who sent it. */
export type Visit = {
  requestId: string;
  /** What limits are counted by: one IPv4 address or an IPv6 /64. */
  network: string;
  locale: Locale;
  theme: Theme;
  /** Path and query of the page, for coming back to it. */
  path: string;
  sender: Sender;
  /** Whether the browser says for its owner that nothing is to be sold or shared (Global Privacy Control). */
  isOptOut: boolean;
  /** The application's clock. */
  now: Date;
  /** A cookie of ours by its purpose, whatever prefix it has at this address. */
  cookie: (purpose: string) => string | undefined;
};

type Heads = { get(name: string): string | null };
type Kept = { get(name: string): { value: string } | undefined };
type Setting = { url: string; proxies: BlockList; now: Date; newId: () => string };

/** Reads a visit off a request's headers and cookies. */
export function visitFrom(headers: Heads, kept: Kept, { url, proxies, now, newId }: Setting): Visit {
  const noted = headers.get(visitHeaders.request);
  const language = headers.get(visitHeaders.language) ?? kept.get(choiceCookies.language)?.value;
  const theme = kept.get(choiceCookies.theme)?.value;
  const { name } = cookiesFor(url);
  return {
    requestId: noted && /^[\da-f-]{36}$/.test(noted) ? noted : newId(),
    network: clientNetwork(headers.get(peerHeader), headers.get("x-forwarded-for"), proxies),
    locale: isLocale(language) ? language : localeFor(headers.get("accept-language")),
    theme: themes.find((known) => known === theme) ?? "device",
    path: headers.get(visitHeaders.path) ?? "/",
    sender: { origin: headers.get("origin"), site: headers.get("sec-fetch-site") },
    isOptOut: isOptOut(headers.get(signalHeader)),
    now,
    cookie: (purpose) => kept.get(name(purpose))?.value,
  };
}

/** The language of a request that nobody has read yet. */
export function localeOf(headers: IncomingHttpHeaders): Locale {
  const kept = new RegExp(`(?:^|; )${choiceCookies.language}=(\\w+)`).exec(headers.cookie ?? "")?.[1];
  return isLocale(kept) ? kept : localeFor(headers["accept-language"]);
}
