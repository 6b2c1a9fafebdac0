import type { Delivery } from "#lib/cases/guards.ts";

/** Issuer and subject of a sign-in: together they name one account for good. */
export type Login = { issuer: string; subject: string };

/** What a case keeps sealed beside the seeds of its search. */
export type KeptLogins = {
  /** The sign-in the request was made with. */
  login?: Login | null;
  /** The sign-in of the account that was found to be hers; absent in cases confirmed before this was kept. */
  account?: Login | null;
};

/** The sign-in of her account, as far as the case knows it. */
export function accountOf({ login = null, account = login }: KeptLogins): Login | null {
  return account;
}

/**
 * The sign-in that opens the request once it is clear whose it is. A sign-in proves no more than a code to the contact
 * on file: where neither is safe, nobody has decided yet, or it goes to another address or by post, none does.
 */
export function openingLogin(kept: KeptLogins, delivery: Delivery | null): Login | null {
  return delivery === "login" || delivery === "code" ? accountOf(kept) : null;
}
