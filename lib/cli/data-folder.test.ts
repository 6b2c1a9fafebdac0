import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dataFolderProblem } from "./data-folder.ts";

const place = mkdtempSync(join(tmpdir(), "habeas-data-folder-"));
const locked = join(place, "locked");
mkdirSync(locked);
writeFileSync(join(place, "file"), "");
chmodSync(locked, 0o500);
afterAll(() => {
  chmodSync(locked, 0o700);
  rmSync(place, { recursive: true });
});

/** Who runs this may write wherever she likes. */
const isRoot = process.getuid?.() === 0;

test.each([
  ["is there", place, null],
  ["can be made", join(place, "a", "b"), null],
  ["has a file in its way", join(place, "file", "data"), /cannot be made: .*file is a file\..*HABEAS_DATA/],
  ["is a file", join(place, "file"), /is a file/],
  ["belongs to somebody else", locked, isRoot ? null : /locked cannot be written by this user/],
  ["lies below one that does", join(locked, "data"), isRoot ? null : /may not write in .*locked\./],
])("a data folder that %s", (_what, folder, says) => {
  const problem = dataFolderProblem(folder);
  if (says === null) expect(problem).toBeNull();
  else expect(problem).toMatch(says);
});
