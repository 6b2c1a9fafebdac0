/** Longest name of a file or folder, and longest path inside the archive, in characters. */
export const limits = { name: 60, path: 160, slug: 40 } as const;

/** The archive's one top folder, which is also its file name without `.zip`: no personal data in it. */
export function topFolder(reference: string): string {
  return `data-request-${reference}`;
}

/** The file name of the whole answer. */
export function archiveName(reference: string): string {
  return `${topFolder(reference)}.zip`;
}

/** Names that Windows gives to devices, with or without an extension. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(\.|$)/i;

/** Kinds of files that a double click would run, or that would open in the browser as a page of their own. */
const active =
  /\.(html?|xhtml?|xht|shtml|mht|mhtml|svgz?|xml|xsl|js|mjs|cjs|jse|vbs|vbe|wsf|wsh|hta|bat|cmd|com|exe|scr|pif|cpl|msi|msp|dll|jar|ps1|psm1|reg|lnk|url|desktop|sh|command|app|scf|inf|chm|hlp|application|gadget)$/i;

/**
 * A name from outside made fit for every file system and for our folder: ASCII, at most 60 characters, no path, no
 * device name, no leading dot, nothing that a double click would run. `taken` holds the folder's names in lower
 * case and gets the new one. The order of calls decides the counters, so keep it fixed.
 */
export function safeFileName(name: string | null, taken: Set<string>): string {
  const ascii = (name ?? "")
    .normalize("NFKD")
    .replace(/ß/g, "ss")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/-{2,}/g, "-")
    .replace(/^[.-]+(?=\.[A-Za-z0-9]{1,10}$)/, "file")
    .replace(/^[.-]+|[.-]+$/g, "");
  const [start, extension] = splitName(active.test(ascii) ? `${ascii}.txt` : ascii);
  const trimmed = start.replace(/[.-]+$/, "");
  const stem = trimmed === "" ? "file" : reserved.test(trimmed) ? `file-${trimmed}` : trimmed;
  for (let counter = 1; ; counter += 1) {
    const suffix = counter === 1 ? "" : `-${counter}`;
    const room = limits.name - extension.length - suffix.length;
    const candidate = stem.slice(0, room).replace(/[.-]+$/, "") + suffix + extension;
    if (!taken.has(candidate.toLowerCase())) {
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  }
}

function splitName(name: string): [string, string] {
  const extension = /(?<=.)(\.[A-Za-z0-9]{1,8})?\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
  return [name.slice(0, name.length - extension.length), extension];
}

/** A category's folder name, as the policy gives it; throws if it is not one. */
export function assertSlug(slug: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(slug) || slug.length > limits.slug || reserved.test(slug)) {
    throw new Error(`not a category name for a bundle: ${JSON.stringify(slug.slice(0, 60))}`);
  }
  return slug;
}

/**
 * Guards the archive itself: whatever went wrong before, no entry leaves the folder, none needs a file system of a
 * special kind, and no two differ only in case. Returns the path; throws otherwise.
 */
export function assertPath(path: string, taken: Set<string>): string {
  const parts = path.split("/");
  const wrong =
    path.length > limits.path ||
    parts.some(
      (part) =>
        !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(part) ||
        part.length > limits.name ||
        part.endsWith(".") ||
        reserved.test(part),
    );
  if (wrong) throw new Error(`not a path for a bundle: ${JSON.stringify(path.slice(0, 200))}`);
  if (taken.has(path.toLowerCase()))
    throw new Error(`two files of a bundle have the path ${JSON.stringify(path)}`);
  taken.add(path.toLowerCase());
  return path;
}
