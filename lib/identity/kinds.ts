/** How a fact is written down and compared. Each kind has one normaliser in `normalise.ts`. */
export const factKinds = [
  "text",
  "number",
  "email",
  "phone",
  "postcode",
  "date",
  "last4",
  "amount-month",
  "name",
] as const;
export type FactKind = (typeof factKinds)[number];
