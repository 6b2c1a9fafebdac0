import { randomInt } from "node:crypto";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { no, type Read } from "../words.ts";

/**
 * Passwords come by a prompt or a pipe, never among the words of a command: there they would stand in the shell's
 * history and in the list of processes.
 */

/** Twenty symbols that cannot be mistaken for one another when read aloud: 91 bits. */
export function drawPassword(): string {
  const alphabet = "23456789cdfghjkmnpqrtvwx";
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

/** What is typed into, or piped. */
export type Keyboard = NodeJS.ReadableStream & { isTTY?: boolean };

/** The first line of what is piped in; at a terminal what is typed there twice, unseen. */
export async function askPassword(
  address: string,
  keyboard: Keyboard,
  screen: NodeJS.WritableStream,
): Promise<Read<string>> {
  const isTyped = keyboard.isTTY === true;
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({
    input: keyboard,
    output: isTyped ? unseen : undefined,
    terminal: isTyped,
  });
  reader.once("SIGINT", () => reader.close());
  const lines = reader[Symbol.asyncIterator]();
  const next = async (prompt: string) => {
    if (isTyped) screen.write(prompt);
    const line = await lines.next();
    if (isTyped) screen.write("\n");
    return line.done ? "" : line.value;
  };
  try {
    const password = await next(`New password for ${address} (it is not shown): `);
    if (password === "") return no("No password was given.");
    if (isTyped && (await next("The same once more: ")) !== password) return no("The two were not the same.");
    return { ok: true, value: password };
  } finally {
    reader.close();
  }
}
