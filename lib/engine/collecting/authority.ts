/**
 * Why staff may open content that is under somebody else's authority (`habeas_meta.authority`): the owner of the account
 * allows it, or one of the reasons for which it is opened without her.
 */
export const authorityGrounds = ["owner", "legal", "safety", "security", "support"] as const;
export type AuthorityGround = (typeof authorityGrounds)[number];

/** The grounds in the words of the desk and the audit room. */
export const authorityWords = {
  owner: "the owner of the account allows it",
  legal: "a law or a court asks for it",
  safety: "somebody's safety depends on it",
  security: "the security of the service depends on it",
  support: "the owner asked for help with it",
} satisfies Record<AuthorityGround, string>;
