import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { lockFolder } from "#db/embedded/lock.ts";
import { projectFolder } from "#lib/env.ts";
import { openTestHouse, openTestServer, type TestHouse } from "../test/house.ts";

/** A whole portal with the demo in it, on a database of its own, that nobody else uses. @throws where a test run has the folder */
export async function openOwnHouse(say: (line: string) => void): Promise<TestHouse> {
  const folder = join(projectFolder, ".data", "test");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder, "run");
  if (!lock) throw new Error("A test run is at work in this folder. Wait for it, or end it.");
  const server = await openTestServer(say);
  const house = await openTestHouse(new AbortController().signal, say);
  return {
    variables: house.variables,
    async close() {
      await house.close();
      await server.stop();
      lock.release();
    },
  };
}
