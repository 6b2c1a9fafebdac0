import type { Tx } from "#db/client.ts";
import { preference } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { choiceName, type Choice } from "../choices.ts";
import { contactIndexes } from "./indexes.ts";

/** Whose choice it is, as far as she said, and how it came. */
export type Chooser = {
  email: string | null;
  telephone: string | null;
  residence: string;
  /** Blind index of the account she was signed in to. */
  subjectIndex: Uint8Array | null;
  via: (typeof preference.$inferInsert)["via"];
};

/**
 * Keeps what is true from now on, in the transaction that opens the case which asks for it. The caller holds that case.
 * @param since when it reached the organisation
 */
export async function keepChoices(
  tx: Tx,
  ctx: Context,
  of: { id: string; ref: string },
  choices: readonly Choice[],
  chooser: Chooser,
  since: Date,
): Promise<void> {
  if (choices.length === 0) return;
  const { email, telephone, via, subjectIndex } = chooser;
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  const indexes = contactIndexes(ctx.organisation.id, chooser);
  const rows = choices.map((choice) => {
    const id = newId();
    return {
      id,
      organisationId: ctx.organisation.id,
      caseId: of.id,
      ...choice,
      via,
      emailIndex: indexes.email,
      telephoneIndex: indexes.telephone,
      subjectIndex,
      sealedIdentifiers: sealer.seal("preference.sealed_identifiers", id, { email, telephone }),
      since,
    };
  });
  await tx.insert(preference).values(rows);
  await record(tx, ctx, {
    type: "choice.keep",
    case: of,
    obj: rows.map(({ id }) => id),
    payload: { choices: choices.map(choiceName), via },
  });
}
