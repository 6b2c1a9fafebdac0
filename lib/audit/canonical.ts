import canonicalize from "canonicalize";

/** Canonical JSON (RFC 8785) in UTF-8, strings in NFC: the same value always gives the same bytes. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(normalised(value));
  if (text === undefined) throw new TypeError("a value without a JSON form cannot be recorded");
  return Buffer.from(text, "utf8");
}

function normalised(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC");
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new TypeError("numbers in the audit log are whole and at most 2^53 - 1; record others as text");
  }
  if (Array.isArray(value)) return value.map(normalised);
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => [key, normalised(member)]),
    );
  }
  return value;
}
