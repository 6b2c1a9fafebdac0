import type { Tx } from "#db/client.ts";
import type { notice } from "#db/schema/index.ts";
import { caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import type { LetterSheet } from "../layout.ts";
import type { Mail } from "../render.ts";

/**
 * Opens a mail of the outbox: to whom it goes, and what it says.
 * @throws HabeasError `gone` once its case was shredded
 */
export async function unscopedOpenNotice(
  tx: Tx,
  row: typeof notice.$inferSelect,
): Promise<{ to: string; mail: Mail }> {
  const sealer = row.caseId
    ? await caseSealer(tx, row.caseId)
    : await organisationSealer(tx, row.organisationId);
  return {
    to: sealer.open<string>("notice.sealed_to", row.id, row.sealedTo),
    mail: sealer.open<Mail>("notice.sealed_content", row.id, row.sealedContent),
  };
}

/** Opens a letter of the outbox: the lines of its address, and its parts. @throws HabeasError `gone` as above */
export async function unscopedOpenLetter(
  tx: Tx,
  row: typeof notice.$inferSelect,
): Promise<{ to: string[]; letter: LetterSheet }> {
  const { to, mail } = await unscopedOpenNotice(tx, row);
  return { to: to.split("\n"), letter: mail as unknown as LetterSheet };
}
