import { and, eq, isNull, sql } from "drizzle-orm";
import { accessCode } from "#db/schema/index.ts";
import { change, Refused, type Outcome } from "#lib/cases/commands/change.ts";
import type { StaffContext } from "#lib/context.ts";
import { isPostTrusted, type OnFile } from "#lib/identity/commands.ts";
import { newId, newPostedCode } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { queueCodeLetter } from "#lib/notices/commands.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import { postedCodeDays } from "../codes.ts";
import { codeHash } from "./codes.ts";

const databaseNow = sql`clock_timestamp()`;

/**
 * Writes a letter with a one-time code to the postal address on file, for staff to post. It opens the request like a code
 * by mail, for three weeks; an earlier one on paper ends with it. Only to an address that has stood long enough (rule L5).
 */
export function postCode(ctx: StaffContext, caseId: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "post-code", {
    save: async (tx, { row }) => {
      const sealer = await caseSealer(tx, caseId);
      const { policy } = await getPolicy(tx, row.policyId);
      const onFile = row.sealedContactOnFile
        ? sealer.open<OnFile>("cases.sealed_contact_on_file", caseId, row.sealedContactOnFile)
        : null;
      if (!onFile?.post) throw new Refused("No postal address is on file for this person.");
      if (!isPostTrusted(onFile.post, policy, ctx.now))
        throw new Refused(
          `The postal address on file was changed less than ${policy.delivery.contactAgeDays} days ago. A code cannot go there yet.`,
        );
      await tx
        .update(accessCode)
        .set({ supersededAt: databaseNow as never })
        .where(
          and(
            eq(accessCode.caseId, caseId),
            eq(accessCode.way, "post"),
            isNull(accessCode.usedAt),
            isNull(accessCode.supersededAt),
          ),
        );
      const id = newId();
      const code = newPostedCode();
      await tx.insert(accessCode).values({
        id,
        organisationId: row.organisationId,
        caseId,
        scope: "full",
        way: "post",
        codeHash: codeHash(id, code),
        sent: true,
        createdAt: databaseNow as never,
        expiresAt: sql`${databaseNow} + make_interval(days => ${postedCodeDays})` as never,
      });
      await queueCodeLetter(tx, ctx, { caseId, code, occasion: id });
      return { payload: { days: postedCodeDays }, obj: [id], result: null };
    },
  });
}
