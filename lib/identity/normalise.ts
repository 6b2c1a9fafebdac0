import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/min";
import type { FactKind } from "./kinds.ts";

/** Raised whenever a rule below changes; kept with every result, so that an old comparison can be explained. */
export const normaliserVersion = 1;

/** A value in its one comparable form, or null where it has none (not comparable). */
export type Normalised = string | null;

type Options = {
  /** ISO 3166-1 country for telephone numbers and postcodes written without one. */
  country?: string;
};

/** Letters that Unicode does not take apart (NFD leaves them whole). */
const letters: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  þ: "th",
  ı: "i",
  œ: "oe",
};

/** Control and format characters carry no meaning in a fact and hide differences. */
const hidden = /[\p{Cc}\p{Cf}]/gu;

function tidy(value: string): string {
  return value.normalize("NFKC").replace(hidden, "").trim().replace(/\s+/g, " ");
}

const kinds = {
  text: (value) => filled(tidy(value).toLowerCase()),
  number: (value) =>
    filled(
      tidy(value)
        .toUpperCase()
        .replace(/[\s.\-/]/g, ""),
    ),
  email,
  phone: (value, { country }) => {
    const parsed = parsePhoneNumberFromString(tidy(value), country?.slice(0, 2) as CountryCode | undefined);
    return parsed?.isPossible() ? parsed.number : null;
  },
  postcode: (value) => filled(tidy(value).toUpperCase().replace(/[\s-]/g, "")),
  date: (value) => {
    const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(tidy(value));
    return iso && isDay(`${iso[1]}-${iso[2]}-${iso[3]}`) ? `${iso[1]}-${iso[2]}-${iso[3]}` : null;
  },
  last4: (value) => /(\d{4})$/.exec(tidy(value).replace(/[\s-]/g, ""))?.[1] ?? null,
  "amount-month": (value) => {
    const parts = /^(-?\d+(?:\.\d{1,4})?)\|(\d{4})-(\d{2})/.exec(tidy(value));
    const [, amount, year, month] = parts ?? [];
    if (!amount || !year || !month || Number(month) < 1 || Number(month) > 12) return null;
    return `${minorUnits(amount)}|${year}-${month}`;
  },
  name: (value) => {
    const plain = tidy(value)
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[łøđßæþıœ]/g, (letter) => letters[letter] ?? letter)
      .replace(/[^\p{L}\p{N}\s]/gu, " ");
    return filled(plain.split(/\s+/).filter(Boolean).sort().join(" "));
  },
} satisfies Record<FactKind, (value: string, options: Options) => Normalised>;

/**
 * Brings a value, typed or stored, into the one form in which it is compared exactly: NFKC first, then by kind.
 * `amount-month` takes `18.40|2026-10`. Null: this value cannot be compared, which counts neither way.
 */
export function normalise(kind: FactKind, value: unknown, options: Options = {}): Normalised {
  // What is made of parts compares with nothing.
  if (value === null || value === undefined || typeof value === "object") return null;
  const text = String(value as string | number | boolean);
  if (text.length > 1000 || !text.isWellFormed()) return null;
  const normalise: (value: string, options: Options) => Normalised = kinds[kind];
  return normalise(text, options);
}

/** Lower-case domain in its ASCII form, the part before the @ folded in case only. Refuses what NFKC turns into another address. */
function email(value: string): Normalised {
  const plain = tidy(value);
  const signs = (text: string) => text.split("@").length;
  if (signs(plain) !== 2 || signs(value) !== signs(plain) || /\s/.test(plain)) return null;
  const [local = "", domain = ""] = plain.toLowerCase().split("@");
  const ascii = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : "";
  return local && ascii.includes(".") ? `${local}@${ascii}` : null;
}

function filled(value: string): Normalised {
  return value === "" ? null : value;
}

/** Whether the calendar has that day, written as 2026-02-28. */
export function isDay(iso: string): boolean {
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso);
}

/** "18.4", "18.40" and "18.400" are the same amount. Exact decimal text, no floats. */
function minorUnits(amount: string): string {
  const [whole = "0", fraction = ""] = amount.split(".");
  return `${BigInt(whole)}.${fraction.replace(/0+$/, "")}`;
}
