/** What must not stand in any page: each with the sentence that says what was found. */
const forbidden = [
  { pattern: /<script\b/i, says: "has a script" },
  { pattern: /\son[a-z]+\s*=/i, says: "has an event handler" },
  {
    pattern: /<(?:iframe|object|embed|form|base|video|audio|frame)\b/i,
    says: "has an element that a bundle page does not need",
  },
  { pattern: /\s(?:src|srcset|poster|data|background|action)\s*=/i, says: "loads something" },
] as const;

/** What is wrong with the markup of one page (B1, B3); texts of the person stand escaped and cannot set this off. */
export function pageProblems(markup: string): string[] {
  const tags = markup.match(/<[a-z!/][^>]*>/gi) ?? [];
  const bare = tags.map((tag) => tag.replace(/"[^"]*"/g, '""'));
  const found: string[] = forbidden
    .filter(({ pattern }) => bare.some((tag) => pattern.test(tag)))
    .map(({ says }) => says);
  if (tags.some((tag) => /^<meta[^>]*http-equiv="?refresh/i.test(tag)))
    found.push("sends the reader elsewhere");
  const links = tags.filter((tag) => /^<link\b/i.test(tag));
  if (links.some((tag) => !/\shref="(?:\.\.\/)*assets\/[a-z0-9.-]+"/.test(tag)))
    found.push("refers to the network");
  if (!/<meta http-equiv="Content-Security-Policy" content="default-src 'none';/.test(markup))
    found.push("does not forbid loading from the network");
  if (!/<html lang="[a-z]{2}"/.test(markup)) found.push("does not name its language");
  if (!/<title>[^<]+<\/title>/.test(markup)) found.push("has no title");
  if ((markup.match(/<h1\b/g) ?? []).length !== 1) found.push("does not have exactly one main heading");
  return found;
}

/** What is wrong with the style sheet: it may refer to files beside it only. */
export function styleProblems(css: string): string[] {
  const addresses = [...css.matchAll(/url\(\s*["']?([^"')]*)/gi)].map(([, address = ""]) => address);
  const outside = addresses.some((address) => !/^[a-z0-9.-]+$/.test(address)) || /@import/i.test(css);
  return outside ? ["refers to the network"] : [];
}
