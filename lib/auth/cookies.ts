/** Every cookie that proves something: out of reach for scripts, never sent along by another site's forms. */
export type CookieFlags = { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean };

/** What the cookies of an address look like. `__Host-` binds one to exactly this host, and needs https. */
export function cookiesFor(url: string): { name: (purpose: string) => string; flags: CookieFlags } {
  const isSecure = url.startsWith("https://");
  return {
    name: (purpose) => `${isSecure ? "__Host-" : ""}habeas-${purpose}`,
    flags: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure },
  };
}

/** The cookie of a code session: one per case, so that a second request of hers needs no code twice. */
export function caseCookie(reference: string): string {
  return `case-${reference.toLowerCase()}`;
}
