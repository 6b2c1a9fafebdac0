import { and, desc, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, preference } from "#db/schema/index.ts";
import { findLogin } from "#lib/auth/queries/person.ts";
import { loginIndex, openCase } from "#lib/cases/commands/open.ts";
import type { Context } from "#lib/context.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { unknownPlace } from "#lib/intake/places.ts";
import { notAsked } from "#lib/intake/request.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { isNewsToAccount, isSignalHonoured, signalledRight } from "../signal.ts";
import { ofAccount, ofChoice } from "../queries.ts";

/**
 * Makes a browser's signal hold for the account that is signed in to it: opens a request for it, once. It asks for no proof,
 * since none may be asked; a second browser, the next page and the same page at the same moment open no second one.
 * @param since when the browser's signal began
 * @returns whether it holds for an account now: somebody is signed in, and has not taken it back since
 */
export async function hearForAccount(
  ctx: Context,
  { policy, since, locale }: { policy: Policy; since: Date; locale: Locale },
): Promise<boolean> {
  const account = await ofAccount(ctx);
  if (!account) return false;
  const said = and(ofChoice(ctx, { kind: signalledRight, consent: null }), account);
  const choices = await database().select({ undoneAt: preference.undoneAt }).from(preference).where(said);
  if (choices.some(({ undoneAt }) => undoneAt === null)) return true;
  const login = await findLogin(ctx);
  if (!login || !isNewsToAccount(choices, since)) return false;
  const { issuer, subject } = login;
  const subjectIndex = loginIndex(login);
  const residence = await findResidence(ctx, subjectIndex);
  if (!isSignalHonoured(policy.signal, residence, dayIn(ctx.now, policy.establishments.default.zone)))
    return false;
  await openCase(ctx, {
    // After each time she took it back, a new word of hers is a new request.
    idempotencyKey: `signal/${Buffer.from(subjectIndex).toString("hex")}/${choices.length}`,
    channel: "portal",
    locale,
    receivedAt: ctx.now,
    login: { issuer, subject },
    isSignal: true,
    request: {
      residence: residence ?? unknownPlace,
      rights: [signalledRight],
      relationship: notAsked,
      // With a sign in it with which no letter greets.
      name: "Signed-in account / browser signal",
      email: null,
      telephone: null,
      details: {},
      narrow: null,
      proof: { method: "none" },
      declaration: null,
    },
  });
  return true;
}

/** Where she lived by her newest request; a signal does not say it, and nobody asks. */
async function findResidence(ctx: Context, subjectIndex: Uint8Array): Promise<string | null> {
  const [row] = await database()
    .select({ id: cases.id, sealedRequester: cases.sealedRequester })
    .from(cases)
    .where(and(eq(cases.organisationId, ctx.organisation.id), eq(cases.subjectIndex, subjectIndex)))
    .orderBy(desc(cases.receivedAt))
    .limit(1);
  if (!row) return null;
  const sealer = await caseSealer(database(), row.id);
  const { residence } = sealer.open<Requester>("cases.sealed_requester", row.id, row.sealedRequester);
  return residence === unknownPlace ? null : residence;
}
