/** What a Shine the Light notice may be asked to have; a condition of a policy, not of Cal. Civ. Code 1798.83. */
export const noticeParts = ["label", "name", "address", "certificate"] as const;
export type NoticePart = (typeof noticeParts)[number];
