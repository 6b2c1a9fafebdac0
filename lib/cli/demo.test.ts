import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { providerPort } from "./demo.ts";

const folder = mkdtempSync(join(tmpdir(), "habeas-provider-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the provider keeps its port; while another program has it, it moves for this once, with a word", async () => {
  const surroundings = parseEnv({ HABEAS_MODE: "demo", HABEAS_DATA: folder });
  if (!surroundings.ok) throw new Error(surroundings.problems.join());
  const said: string[] = [];
  const port = () => providerPort(surroundings.env, (sentence) => said.push(sentence));
  const own = await port();
  expect(await port()).toBe(own);
  const stranger = await new Promise<Server>((resolve) => {
    const server = createServer().listen(own, "127.0.0.1", () => resolve(server));
  });
  expect(said).toEqual([]);
  const moved = await port();
  expect(moved).not.toBe(own);
  expect(said).toEqual([
    expect.stringMatching(new RegExp(`Port ${own} .* is taken .*; using ${moved} this time`)),
  ]);
  await new Promise((resolve) => stranger.close(resolve));
  expect(await port()).toBe(own);
});
