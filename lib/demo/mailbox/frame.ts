/**
 * A mail's HTML for a frame inside a page whose policy allows no inline styles (only a style element with the page's
 * nonce): each style attribute becomes a rule of one such element. Links leave the frame; the one to the case's page
 * leads to where the house stands now, whatever its address was when the mail was written.
 * @param mail HTML from our own layout, in which every `"` of a text is escaped
 * @param path the page of the case, `/ipc/track/HB-7K4Q-2M9X`
 */
export function forFrame(mail: string, nonce: string, path: string): string {
  const rules: string[] = [];
  const body = mail.replace(/ style="([^"]*)"/g, (_, style: string) => {
    rules.push(`[data-style="${rules.length}"] { ${style} }`);
    return ` data-style="${rules.length - 1}"`;
  });
  const written = [...body.matchAll(/<style>([^<]*)<\/style>/g)].map(([, css]) => css ?? "");
  const styles = `<base target="_top"><style nonce="${nonce}">${[...rules, ...written].join("\n")}</style>`;
  return body
    .replace(/<style>[^<]*<\/style>/g, "")
    .replace("</head>", () => `${styles}</head>`)
    .replace(/href="[^"]*"/g, (link) => (link.endsWith(`${path}"`) ? `href="${path}"` : link));
}
