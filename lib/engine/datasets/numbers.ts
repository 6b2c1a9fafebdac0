/**
 * A number written in digits as a JSON number where that holds it exactly, else the digits themselves.
 * @param digits decimal, with or without sign, fraction and exponent
 */
export function exactNumber(digits: string): number | string {
  const number = Number(digits);
  if (/^-?\d{1,15}$/.test(digits)) return number;
  if (!Number.isFinite(number)) return digits;
  return plainDecimal(String(number)) === plainDecimal(digits) ? number : digits;
}

/** One spelling for each decimal: no exponent, no idle zeros, no plus sign. */
function plainDecimal(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction).replace(/^0+/, "");
  if (digits === "") return "0";
  const leadingZeros = whole.length + fraction.length - digits.length;
  const significant = digits.replace(/0+$/, "");
  return `${sign === "-" ? "-" : ""}${significant}@${point - leadingZeros}`;
}
