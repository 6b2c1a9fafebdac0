/** Widths of inputs: as wide as what belongs in them, which is a hint in itself. */
export const widths = {
  2: "w-[4.4ch]",
  4: "w-[8ch]",
  5: "w-[10ch]",
  10: "w-[15ch]",
  20: "w-[26ch]",
  full: "w-full",
} as const;

export type Width = keyof typeof widths;
