/** Longest name that is kept, in characters. */
const longest = 120;

/** Names that Windows gives to devices, with or without an extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/**
 * A file name from outside as it may be shown, kept and offered again: its last part only, without what steers
 * terminals, text direction or headers, without what file systems refuse, at most 120 characters with its extension.
 */
export function cleanFileName(raw: string): string {
  const last = raw.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .replace(/[<>:"|?*;%]/g, "-")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? "";
  const stem = Array.from(plain.slice(0, plain.length - extension.length));
  const short = stem
    .slice(0, longest - extension.length)
    .join("")
    .replace(/[. ]+$/, "");
  const name = `${short === "" ? "file" : short}${extension}`;
  return device.test(name) ? `file-${name}` : name;
}

/** What the name says the file is: its extension in lower case, without the dot. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/**
 * The header that makes a browser save a file under its name and never show it (RFC 6266). Old programs read the plain
 * form, which holds ASCII only; all others the second one (RFC 8187).
 */
export function contentDisposition(name: string): string {
  const clean = cleanFileName(name);
  const ascii = clean
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^\x20-\x7e]|["\\]/gu, "_");
  const encoded = encodeURIComponent(clean).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
