import { and, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, draft, organisationPolicy, submittedFact } from "#db/schema/index.ts";
import { tidyAgentLinks } from "#lib/agents/commands/sign-in.ts";
import { tidyAttempts } from "#lib/attempts/commands.ts";
import { tidyCodes } from "#lib/auth/commands/codes.ts";
import { tidySessions } from "#lib/auth/commands/sessions.ts";
import { destroyExpiredBundles } from "#lib/bundle/commands.ts";
import { sealOldReasons } from "#lib/engine/collecting/jobs/seal-reasons.ts";
import { sweepFiles } from "#lib/files/jobs.ts";
import { browserDays } from "#lib/preferences/signal.ts";
import { log } from "#lib/log.ts";
import { tidyBrowsers } from "#lib/preferences/commands/browser.ts";

/** Once an hour: what has served its time goes. Database time throughout. */
export async function tidy(): Promise<void> {
  const facts = await deleteOldFacts();
  const drafts = await database()
    .delete(draft)
    .where(lt(draft.expiresAt, sql`now()`))
    .returning({ id: draft.id });
  const ended =
    (await tidyCodes()) + (await tidyAgentLinks()) + (await tidySessions()) + (await tidyAttempts());
  const bundles = await destroyExpiredBundles();
  const browsers = await tidyBrowsers(browserDays);
  await sealOldReasons();
  const { parts, orphans } = await sweepFiles();
  log.info({ count: facts + drafts.length + ended + bundles + browsers + parts + orphans }, "tidied");
}

/** Facts as typed are deleted some days after the answer (policy), or the withdrawal; their results stay. */
async function deleteOldFacts(): Promise<number> {
  const done = await database()
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(organisationPolicy, sql`${organisationPolicy.id} = ${cases.policyId}`)
    .where(
      and(
        isNotNull(cases.closedAt),
        sql`${cases.closedAt} < now() - make_interval(days => (${organisationPolicy.policy}->>'factsKeptDays')::int)`,
        sql`exists (select 1 from ${submittedFact} where ${submittedFact.caseId} = ${cases.id})`,
      ),
    );
  if (done.length === 0) return 0;
  const gone = await database()
    .delete(submittedFact)
    .where(
      inArray(
        submittedFact.caseId,
        done.map((row) => row.id),
      ),
    )
    .returning({ id: submittedFact.id });
  return gone.length;
}
