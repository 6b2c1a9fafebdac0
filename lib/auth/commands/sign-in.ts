import { attemptAt } from "#lib/attempts/limits.ts";
import { countAttempt, countAttempts, giveBack } from "#lib/attempts/commands.ts";
import { record } from "#lib/audit/commands.ts";
import { inTransaction } from "#db/client.ts";
import { contextFor, type StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { staffAddress } from "../address.ts";
import { isOutdated, parseHash } from "../password.ts";
import {
  holdCredentials,
  unscopedFindAccount,
  unscopedFindCredentials,
  type Account,
  type Credentials,
} from "../queries/staff.ts";
import { verifyPassword } from "./hashing.ts";
import { startStaffSession } from "./sessions.ts";
import { renewHash } from "./staff.ts";

export type SignIn = {
  email: string;
  password: string;
  /** The client's network, which is limited beside the account. */
  network: string;
  now: Date;
  requestId: string;
  /** Runs work after the answer has left, so that its time tells nothing. */
  afterwards: (work: () => Promise<void>) => void;
};

export type SignedIn = { ok: true; token: string; account: Account } | { ok: false };

/**
 * Signs a member of staff in with address and password. An unknown address, a disabled account, a wrong password and
 * too many tries get the same answer. Whether an account exists shows in no time either: the try is counted before the
 * check, one statement looks the address up, a password is hashed whatever came of that, and what only a known account
 * leaves behind is written afterwards.
 */
export async function signInStaff({
  email,
  password,
  network,
  afterwards,
  ...at
}: SignIn): Promise<SignedIn> {
  const address = staffAddress(email) ?? "";
  const counted = await countAttempts([
    attemptAt("sign-in/account", address),
    attemptAt("sign-in/network", network),
  ]);
  const found = counted.allowed ? await check(address, password) : null;
  const account = found && (await unscopedFindAccount({ staffId: found.staffId }));
  const token = account && (await openSession(found, account, at));
  if (!token) {
    afterwards(() => recordRefusal(address, !counted.allowed, at));
    return { ok: false };
  }
  await giveBack(counted);
  const { passwordHash } = found;
  if (passwordHash && needsRenewal(passwordHash))
    afterwards(() => renewHash(account.id, password, passwordHash));
  return { ok: true, token, account };
}

/** Null where the account was closed or given another password since it was looked at. */
function openSession(
  found: Credentials,
  account: Account,
  at: { now: Date; requestId: string },
): Promise<string | null> {
  const actor = {
    kind: "staff" as const,
    id: account.id,
    ref: account.ref,
    name: account.name,
    roles: account.roles,
  };
  const ctx = contextFor({ actor, organisation: account.organisation, ...at }) as StaffContext;
  return inTransaction(async (tx) =>
    (await holdCredentials(tx, found)) ? startStaffSession(tx, ctx) : null,
  );
}

async function check(address: string, password: string): Promise<Credentials | null> {
  const found = await unscopedFindCredentials(address);
  const isRight = await verifyPassword(password, found?.passwordHash ?? null);
  return isRight ? found : null;
}

function needsRenewal(hash: string): boolean {
  const parsed = parseHash(hash);
  return parsed !== null && isOutdated(parsed);
}

/** Tells the organisation that somebody tried one of its accounts. Tries beyond the limit are told once a quarter of an hour. */
async function recordRefusal(
  address: string,
  isLimited: boolean,
  at: { now: Date; requestId: string },
): Promise<void> {
  const account = await unscopedFindAccount({ address });
  if (!account) return;
  const once = { kind: "sign-in/limit-told", key: address, windows: [{ limit: 1, windowSeconds: 15 * 60 }] };
  if (isLimited && !(await countAttempt(once)).allowed) return;
  const ctx = contextFor({
    actor: { kind: "visitor", ref: newId() },
    organisation: account.organisation,
    ...at,
  });
  await inTransaction((tx) =>
    record(tx, ctx, { type: "staff.sign-in-refused", payload: { limited: isLimited }, obj: [account.ref] }),
  );
}
