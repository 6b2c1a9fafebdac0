/** What of a request says whom it was meant for. */
export type Addressed = { method: string; path: string; host: string | null; origin: string | null };

/**
 * Whether a request came under another name than ours. Links and sign-in know one host.
 * @param url the address people use
 */
export function isMisdirected({ method, path, host, origin }: Addressed, url: string): boolean {
  if (host === new URL(url).host) return false;
  // Whoever watches over the house asks by address, not by name.
  if (path.startsWith("/api/health")) return false;
  // After an action the framework itself fetches the page that is shown next, from the address it listens on and with
  // the headers of the form's request. A browser's own navigation names no origin.
  const isOwnFollowUp =
    method === "GET" &&
    origin === url &&
    /^(127\.0\.0\.1|localhost|\[::1\]|0\.0\.0\.0):\d+$/.test(host ?? "");
  return !isOwnFollowUp;
}
