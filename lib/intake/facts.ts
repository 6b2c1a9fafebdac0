import type { FactKind } from "#lib/identity/kinds.ts";
import type { Locale } from "#lib/locales/index.ts";
import { caps } from "#lib/text.ts";
import { readAmount, readDay, readLast4, readMonthYear, type DateOrder } from "./typed.ts";

type Fact = { id: string; kind: FactKind };

/** The name of a fact's input; those of its parts begin with it (`…-day`, `…-month`, `…-year`, `…-amount`). */
export const factName = ({ id }: Pick<Fact, "id">) => `fact-${id}`;

type ReadFact = { ok: true; value: string } | { ok: false; field: string; message: string };
type Habits = { locale: Locale; dateOrder: DateOrder };

/**
 * Reads a fact from the inputs it was typed into, in the form in which it is compared: `18.40|2026-10` for amount and
 * month, `1990-01-03` for a day; every other kind as typed, since comparing brings it into one form anyway.
 */
export function readFact(
  fact: Fact,
  typed: (field: string) => string,
  { locale, dateOrder }: Habits,
): ReadFact {
  const name = factName(fact);
  const part = (of: string) => typed(`${name}-${of}`).slice(0, caps.line);
  switch (fact.kind) {
    case "date": {
      const read = readDay({ day: part("day"), month: part("month"), year: part("year") }, dateOrder);
      return read.ok ? read : { ok: false, field: `${name}-${read.wrong}`, message: read.wrong };
    }
    case "amount-month": {
      const amount = readAmount(part("amount"), locale);
      if (amount === null) return { ok: false, field: `${name}-amount`, message: "amount" };
      const read = readMonthYear({ month: part("month"), year: part("year") });
      return read.ok
        ? { ok: true, value: `${amount}|${read.value}` }
        : { ok: false, field: `${name}-${read.wrong}`, message: read.wrong };
    }
    case "last4": {
      const digits = readLast4(typed(name));
      return digits ? { ok: true, value: digits } : { ok: false, field: name, message: "last4" };
    }
    default: {
      const value = typed(name).trim();
      if (value.length > caps.line) return { ok: false, field: name, message: "too-long" };
      return /[\p{L}\p{N}]/u.test(value)
        ? { ok: true, value }
        : { ok: false, field: name, message: `missing:${fact.id}` };
    }
  }
}

/** The parts of a kept fact, for showing it in its inputs again. */
export function partsOf(
  kind: FactKind,
  value: string,
): Record<"day" | "month" | "year" | "amount" | "whole", string> {
  const blank = { day: "", month: "", year: "", amount: "", whole: "" };
  if (kind === "date") {
    const [year = "", month = "", day = ""] = value.split("-");
    return { ...blank, day, month, year };
  }
  if (kind === "amount-month") {
    const [amount = "", monthYear = ""] = value.split("|");
    const [year = "", month = ""] = monthYear.split("-");
    return { ...blank, amount, month, year };
  }
  return { ...blank, whole: value };
}
