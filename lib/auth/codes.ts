import type { CodeScope } from "#lib/context.ts";

/** A code lives ten minutes of the database's time, and five tries. */
export const codeRules = { lastsSeconds: 10 * 60, tries: 5 } as const;

/** A code on paper lives three weeks: the post takes its time. */
export const postedCodeDays = 21;

/** Six digits by mail; by post two groups of four, read aloud and copied without a mistake. */
export const codePattern = /^(\d{6}|[2-9CDFGHJKMNPQRTVWX]{4}-[2-9CDFGHJKMNPQRTVWX]{4})$/;

/** A one-time code to make, and where it goes; null where it goes nowhere and only keeps the work the same. */
export type CodePlan = { scope: CodeScope; to: string | null };

/**
 * Which codes one press of "Send me a code" makes: always both kinds, so that the press costs the same for everybody.
 * A full one only to a contact on file that can be trusted, one for the conversation to the address typed into the
 * form; where both are the same mailbox, the full one alone.
 * @param typed the address given with the request, which proves nothing
 * @param onFile the address the organisation had before; null unless identity is confirmed and it stood long enough
 */
export function planCodes(typed: string | null, onFile: string | null): CodePlan[] {
  const isSame = typed !== null && onFile !== null && typed.toLowerCase() === onFile.toLowerCase();
  return [
    { scope: "full", to: onFile },
    { scope: "conversation", to: isSame ? null : typed },
  ];
}

/**
 * A code as typed or pasted, in the form in which it was made: six digits, or the two groups of one that came by post.
 * Blanks, hyphens, small letters and full-width signs are no mistake. Null for anything else.
 */
export function readCode(typed: string): string | null {
  const plain = typed
    .slice(0, 100)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, "");
  const code = plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain;
  return codePattern.test(code) ? code : null;
}

/**
 * A case reference as typed, in the form it is stored in: capitals, with or without its hyphens and blanks, read aloud
 * or copied. Null for what cannot be one.
 */
export function readReference(typed: string): string | null {
  const symbols = typed
    .slice(0, 100)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "");
  const [, first, second] = /^HB([2-9CDFGHJKMNPQRTVWX]{4})([2-9CDFGHJKMNPQRTVWX]{4})$/.exec(symbols) ?? [];
  return first && second ? `HB-${first}-${second}` : null;
}
