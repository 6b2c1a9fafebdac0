import { inTransaction, type Tx } from "#db/client.ts";
import { recordFile, recordFlag, recordPage } from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { Context } from "#lib/context.ts";
import { saveBlob, writeBlob, type WrittenBlob } from "#lib/files/store.ts";
import { newId } from "#lib/ids.ts";
import { ring } from "#lib/keys/ring.ts";
import type { Sealer } from "#lib/keys/sealer.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import type { FoundFile, Page, Row } from "../../connectors/connector.ts";
import { nodeOf } from "../../datasets/graph.ts";
import { coverNeverOut, type Covered, type NeverOut } from "../../datasets/never-out.ts";
import type { Plan, Step } from "../../datasets/traversal.ts";
import type { Collection } from "../../datasets/vocabulary.ts";
import type { MappedSource } from "../../sources/client.ts";
import { categoryOf } from "../categories.ts";
import type { Progress } from "../progress.ts";
import { pageBytes, type KeptRecord } from "../queries/pages.ts";
import { saveFindings } from "./findings.ts";
import { progressColumns, saveRun, type Claimed } from "./lease.ts";
import type { Mention, MentionFinder } from "./mentions.ts";

/** Texts longer than this are not searched for names; staff see that they were not. */
const longestSearchedText = 1_000_000;

type Work = {
  ctx: Context;
  claimed: Claimed;
  row: CaseRow;
  policy: Policy;
  sealer: Sealer;
  keys: { version: number; recipient: string };
  own: Pick<MappedSource, "source">;
  plan: Plan;
  kept: ReadonlySet<NeverOut>;
  collection: Collection;
  step: Step;
  mentions: MentionFinder;
};

type KeptFile = { id: string; recordKey: string; name: string; mediaType: string; written: WrittenBlob };

/** Makes the pages of one collection durable: files first, then page, flags and progress in one fenced transaction. */
export class PageWriter {
  readonly #work: Work;
  readonly #category: string;
  /** Fields whose values lead to other records; what must not go out of them is covered when it does. */
  readonly #leads: ReadonlySet<string>;

  constructor(work: Work) {
    this.#work = work;
    const edges = work.plan.edges.filter(({ from }) => nodeOf(from) === work.step.address);
    this.#leads = new Set(edges.flatMap(({ from }) => from.path.slice(0, 1)));
    this.#category = work.step.isBridge ? "" : categoryOf(work.policy, work.step.address, work.collection);
  }

  async write(page: Page, progress: Progress): Promise<Progress> {
    const { claimed, sealer, keys, step } = this.#work;
    const before = progress.current;
    if (!before) throw new Error("a page is written into a collection that is not being read");
    const met: Covered[] = [];
    const rows = page.rows.map((row) => {
      const { record, covered } = coverNeverOut(
        row.record,
        this.#work.collection,
        this.#work.kept,
        this.#leads,
      );
      met.push(...covered);
      return { ...row, record, key: recordMark(claimed.caseId, row.key) };
    });
    const files = await this.#keepFiles(rows);
    const records = rows.map(({ key, record }): KeptRecord => {
      const own = files.filter((file) => file.recordKey === key).map((file) => file.id);
      return { key, record, files: own };
    });
    const flags = step.isBridge ? new Map<string, Mention[]>() : await this.#flags(rows, records);
    const written = records.length > 0 ? await writeBlob(keys, pageBytes(records)) : null;
    claimed.problems += page.problems.length;
    const next: Progress = {
      ...progress,
      unasked: [...new Set([...(progress.unasked ?? []), ...this.#work.mentions.unasked])],
      current: {
        ...before,
        cursor: page.cursor,
        pages: before.pages + (written ? 1 : 0),
        rows: before.rows + records.length,
      },
    };
    await inTransaction(async (tx) => {
      await saveRun(tx, claimed, {
        ...progressColumns(sealer, claimed.sourceId, next),
        problems: claimed.problems,
      });
      if (written) await this.#savePage(tx, written, before.pages, records.length);
      for (const file of files) await this.#saveFile(tx, file);
      await this.#saveFlags(tx, flags, before.pages);
      await saveFindings(tx, this.#work, met);
    });
    return next;
  }

  async #keepFiles(rows: readonly Row[]): Promise<KeptFile[]> {
    const kept: KeptFile[] = [];
    for (const { key, files } of rows) {
      for (const file of files) {
        const written = await writeBlob(this.#work.keys, file.open());
        kept.push({ id: newId(), recordKey: key, name: file.name, mediaType: file.mediaType, written });
      }
    }
    return kept;
  }

  async #flags(rows: readonly Row[], records: readonly KeptRecord[]): Promise<Map<string, Mention[]>> {
    const { mentions, collection } = this.#work;
    const flags = await mentions.find(collection, records);
    for (const { key, files } of rows) {
      for (const file of files) {
        const text = await readText(file);
        const inFile = text === null ? [] : await mentions.findInText(text);
        if (inFile.length > 0) flags.set(key, [...(flags.get(key) ?? []), ...inFile]);
      }
    }
    return flags;
  }

  async #savePage(tx: Tx, written: WrittenBlob, pageNo: number, rows: number): Promise<void> {
    const { ctx, claimed, row, collection } = this.#work;
    const owner = { organisationId: row.organisationId, caseId: row.id };
    await tx.insert(recordPage).values({
      id: newId(),
      ...owner,
      sourceId: claimed.sourceId,
      run: claimed.run,
      collection: collection.name,
      category: this.#category,
      pageNo,
      rows,
      blobId: await saveBlob(tx, owner, written, ctx.now),
    });
  }

  async #saveFile(tx: Tx, file: KeptFile): Promise<void> {
    const { ctx, claimed, row, collection, sealer } = this.#work;
    const owner = { organisationId: row.organisationId, caseId: row.id };
    await tx.insert(recordFile).values({
      id: file.id,
      ...owner,
      sourceId: claimed.sourceId,
      run: claimed.run,
      collection: collection.name,
      category: this.#category,
      recordKey: file.recordKey,
      sealedName: sealer.seal("record_file.sealed_name", file.id, file.name),
      mediaType: file.mediaType,
      sizeBytes: file.written.sizeBytes,
      blobId: await saveBlob(tx, owner, file.written, ctx.now),
    });
  }

  async #saveFlags(tx: Tx, flags: ReadonlyMap<string, Mention[]>, pageNo: number): Promise<void> {
    const { claimed, row, collection, sealer } = this.#work;
    for (const [recordKey, found] of flags) {
      for (const [field, mentions] of Map.groupBy(found, (mention) => mention.field)) {
        const id = newId();
        const places = [...new Set(mentions.flatMap((mention) => mention.places))];
        await tx.insert(recordFlag).values({
          id,
          organisationId: row.organisationId,
          caseId: row.id,
          sourceId: claimed.sourceId,
          run: claimed.run,
          collection: collection.name,
          category: this.#category,
          recordKey,
          pageNo,
          field,
          sealedPlaces: sealer.seal("record_flag.sealed_places", id, places),
          placeCount: places.length,
        });
      }
    }
  }
}

/**
 * How a record is named beside the sealed pages, in flags, redactions and forms: its key in the store may be an address or
 * an account number. The same record of a case has the same mark in every run.
 */
function recordMark(caseId: string, key: string): string {
  return ring().blindIndex("record", `${caseId}|${key}`).toString("hex");
}

/** The text of a file that is plainly text; null for everything else. */
async function readText(file: FoundFile): Promise<string | null> {
  if (!/^text\/|json$/.test(file.mediaType) || file.sizeBytes > longestSearchedText) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.open()) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
