/** What a browser says about where a request comes from. */
export type Sender = {
  /** `Origin`: the page's origin, `null` where the browser keeps it to itself, absent from older or foreign clients. */
  origin: string | null;
  /** `Sec-Fetch-Site`: set by the browser, out of reach for pages. */
  site: string | null;
};

/**
 * Whether a request that changes something comes from one of our own pages. An origin must be exactly ours; without
 * one (or with `null`, which let forged forms through a framework's check, CVE-2026-27978) only the browser's word that
 * it is the same origin counts.
 * @param own the canonical origin
 */
export function isOwnForm({ origin, site }: Sender, own: string): boolean {
  if (origin === null || origin === "null") return site === "same-origin";
  return origin === own && (site === null || site === "same-origin");
}
