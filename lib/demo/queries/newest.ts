import { and, desc, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases } from "#db/schema/index.ts";
import { findProvider } from "#lib/auth/client/settings.ts";
import { loginIndex } from "#lib/cases/commands/open.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { refuseInProduction } from "./only.ts";

refuseInProduction();

/** The slug of the organisation whose request is walked through the house. */
export const walkedSlug = "ipc";

/** The newest request of somebody with a login at the demo's provider; null while the demo is being filled. */
export async function findNewestOf(subject: string): Promise<{ reference: string } | null> {
  const organisation = await findOrganisation(walkedSlug);
  const issuer = findProvider(walkedSlug)?.issuer;
  if (!organisation || !issuer) return null;
  const [newest] = await database()
    .select({ reference: cases.reference })
    .from(cases)
    .where(
      and(eq(cases.organisationId, organisation.id), eq(cases.subjectIndex, loginIndex({ issuer, subject }))),
    )
    .orderBy(desc(cases.receivedAt))
    .limit(1);
  return newest ?? null;
}
