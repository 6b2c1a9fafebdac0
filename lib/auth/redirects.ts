/** Visible ASCII without the backslash: all that an address written by us consists of. */
const visible = /^[!-[\]-~]+$/;

/**
 * A path of this site to send a browser to, or `fallback`. Takes what came from outside: an absolute address passes
 * only with our own origin, and nothing that a browser could read as another host (`//`, `/\`, control characters).
 * @param base the canonical address, `https://privacy.example.org`
 * @returns path, query and fragment, beginning with one slash
 */
export function safePath(target: string | null | undefined, base: string, fallback = "/"): string {
  if (!target || target.length > 2000 || !visible.test(target)) return fallback;
  if (!URL.canParse(target, base)) return fallback;
  const url = new URL(target, base);
  if (url.origin !== new URL(base).origin || url.username || url.password) return fallback;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith("//") ? fallback : path;
}
