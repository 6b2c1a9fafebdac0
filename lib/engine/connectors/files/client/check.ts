import type { Collection, Dataset } from "#lib/engine/datasets/vocabulary.ts";
import type { Around, CheckStep, Store } from "../../connector.ts";
import { Steps } from "../../steps.ts";
import { StoreError } from "../../store-error.ts";
import { openCsv } from "./csv.ts";
import { openCollection, openFolder, type Folder } from "./folder.ts";
import { jsonPieces, openJson } from "./json.ts";
import { toStoreError } from "./session.ts";

/** Tests a folder step by step and says each result in words. */
export async function check(
  store: Store,
  around: Around,
  { datasets }: { datasets: readonly Dataset[] },
): Promise<CheckStep[]> {
  const steps = new Steps(toStoreError, () => performance.now());
  await steps.run(async () => {
    const folder = await steps.step("Opened the folder", () => openFolder(store, around));
    for (const dataset of datasets) {
      const collections = dataset.collections.filter((collection) => !collection.skipProcessing);
      for (const collection of collections) await collectionFile(steps, folder, collection);
    }
  });
  return steps.list();
}

async function collectionFile(steps: Steps, folder: Folder, collection: Collection): Promise<void> {
  try {
    const missing = await missingColumns(folder, collection);
    if (missing.length === 0) steps.add(true, `Found the file of ${collection.name} and could read it`);
    else {
      const columns = missing.length === 1 ? "column" : "columns";
      steps.add(
        false,
        `The file of ${collection.name} has no ${columns} ${missing.join(", ")}`,
        "Correct the dataset, or ask whoever writes these files.",
      );
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    steps.add(false, error.says, error.todo);
  }
}

/** Columns of the dataset that a CSV file lacks. JSON has no heading; its first record must be readable. */
async function missingColumns(folder: Folder, collection: Collection): Promise<string[]> {
  const file = await openCollection(folder, collection.name);
  try {
    if (file.ending === ".csv" || file.ending === ".tsv") {
      const { headings } = await openCsv(file, folder.config, collection, file.ending);
      return collection.fields.map(({ name }) => name).filter((name) => !headings.includes(name));
    }
    for await (const piece of jsonPieces(
      file,
      await openJson(file, file.ending),
      { offset: 0, number: 0 },
      folder.limits.recordBytes,
    )) {
      const record = piece.read();
      if (typeof record === "string")
        throw new StoreError(
          "unreadable",
          `The first record of ${collection.name} could not be read: ${record}.`,
        );
      break;
    }
    return [];
  } finally {
    await file.handle.close();
  }
}
