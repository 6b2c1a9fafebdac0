import { readFileSync } from "node:fs";
import type { Desk } from "./commands.ts";

/** The text of an organisation's file in which everything is explained. */
export function exampleFile(): string {
  return readFileSync(new URL("./organisation-example.yaml", import.meta.url), "utf8");
}

/** Prints an organisation's file to begin with: `organisation example > harbour-books.yaml`. */
export async function run(_words: string[], { say }: Pick<Desk, "say">): Promise<number> {
  say(exampleFile().trimEnd());
  return 0;
}
