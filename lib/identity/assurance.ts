import type { FactResult } from "./facts.ts";

/** How sure we are that the person who asks is the person the data is about. */
export const assurances = ["none", "contact", "reasonable", "high"] as const;
export type Assurance = (typeof assurances)[number];

/** What the law of one claim asks of facts. */
export type FactStandard = {
  claimId: string;
  /** Facts of one person that must match, and whether a declaration under penalty of perjury is owed. */
  count: number;
  declaration: boolean;
  /** What may be given where only this much matched. */
  otherwise: { count: number } | null;
};

export type Assessment =
  | { confirmed: true; assurance: Assurance; scopes: Record<string, "whole" | "categories"> }
  | { confirmed: false };

/**
 * Whether matched facts are enough for every claim. One fact that does not match, or a locator that points at several
 * people, confirms nothing: a person looks at it. Where the law asks for more than matched, a claim is narrowed to
 * categories if the law allows that (11 CCR 7062).
 */
export function assess(
  results: readonly FactResult[],
  locator: string,
  standards: readonly FactStandard[],
  hasDeclaration: boolean,
): Assessment {
  const matched = results.filter((result) => result.outcome === "matched");
  const contradicted = results.some(
    (result) => result.outcome === "not-matched" || result.outcome === "ambiguous",
  );
  if (contradicted || !matched.some((result) => result.fact === locator)) return { confirmed: false };
  const scopes: Record<string, "whole" | "categories"> = {};
  for (const standard of standards) {
    const isWhole = matched.length >= standard.count && (hasDeclaration || !standard.declaration);
    const isPart = standard.otherwise !== null && matched.length >= standard.otherwise.count;
    if (!isWhole && !isPart) return { confirmed: false };
    scopes[standard.claimId] = isWhole ? "whole" : "categories";
  }
  const isHigh = standards.every(
    (standard) => matched.length >= 3 && scopes[standard.claimId] === "whole" && standard.declaration,
  );
  return { confirmed: true, assurance: isHigh && standards.length > 0 ? "high" : "reasonable", scopes };
}
