/** Control characters, and marks that reorder or hide what stands beside a name. Joiners (U+200C, U+200D) belong to names. */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/** What mail programs turn into a link or a telephone number, with the full stops of every script (IDNA). */
const looksLikeLink = /[/@\\]|\bwww\b|\p{L}[.\u3002\uff0e\uff61]\p{L}{2,}|\p{Nd}{3}/iu;

/** Longer ones are accepted everywhere else; a greeting of more characters holds a whole sentence for a stranger. */
const longest = 100;

/**
 * A name as a mail may greet with, or null: then it greets without. Anybody can type any name beside anybody's address,
 * so nothing that could be read as more than a name goes out under the organisation's letterhead.
 */
export function greetableName(name: string | null): string | null {
  const plain = (name ?? "").toWellFormed().replace(/\s+/gu, " ").replace(invisible, "").trim();
  return plain === "" || Array.from(plain).length > longest || looksLikeLink.test(plain) ? null : plain;
}
