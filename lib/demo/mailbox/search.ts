/** What is looked for in a reference: letters and digits as typed, whole or a part, with or without hyphens. Null for nothing. */
export function searchedReference(typed: string | null | undefined): string | null {
  const symbols = (typed ?? "")
    .slice(0, 60)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
  return symbols === "" ? null : symbols;
}

/** Whose mails are shown: everybody's, those to people who ask, or those to the privacy team. */
export const mailSides = ["all", "people", "team"] as const;
export type MailSide = (typeof mailSides)[number];

export function readSide(text: string | null | undefined): MailSide {
  return mailSides.find((side) => side === text) ?? "all";
}

/** Where a page of mails begins: just before this one, newest first. */
export type Place = { at: Date; id: string };

export function writePlace({ at, id }: Place): string {
  return `${at.getTime()}.${id}`;
}

/** Reads a place from an address; null for anything that is none. */
export function readPlace(text: string | null | undefined): Place | null {
  const [, time, id] = /^(-?\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "") ?? [];
  return time && id ? { at: new Date(Number(time)), id } : null;
}
