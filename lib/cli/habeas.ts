import { logLevel, parseEnv, rawEnv } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { commands, type Command } from "./habeas/commands.ts";
import { complain, say } from "./say.ts";
import { asItRuns, withInstallation } from "./tools.ts";

/** `npm run -s habeas -- <command>`: finds the command, prepares what it needs, ends with its status. */

const words = process.argv.slice(2);
const isAsking = words.length === 0 || words.includes("--help") || words[0] === "help";
const command = commands.find(({ name }) => words.slice(0, name.split(" ").length).join(" ") === name);

if (isAsking || !command) {
  if (!isAsking) complain(`There is no command "${words.join(" ")}".\n`);
  (isAsking ? say : complain)(help());
  process.exit(isAsking ? 0 : 1);
}
process.exit(
  await run(command).catch((error: unknown) => {
    complain(error instanceof Error ? error.message : String(error));
    if (!(error instanceof HabeasError) && logLevel() === "debug") console.error(error);
    return 1;
  }),
);

async function run(command: Command): Promise<number> {
  const own = words.slice(command.name.split(" ").length);
  if (command.needs === "nothing") return (await command.load()).run(own, { say, complain });
  const settings = parseEnv(rawEnv());
  if (!settings.ok) {
    complain(settings.problems.join("\n"));
    return 1;
  }
  const env = asItRuns(settings.env);
  const loaded = await command.load();
  const go = () => loaded.run(own, { env, say, complain });
  return command.needs === "settings" ? go() : withInstallation(env, go);
}

function help(): string {
  const rows = commands.map(({ name, words: own, summary }) => [`${name} ${own}`.trim(), summary] as const);
  const width = Math.max(...rows.map(([usage]) => usage.length));
  return [
    "npm run -s habeas -- <command>",
    "",
    ...rows.map(([usage, summary]) => `  ${usage.padEnd(width)}   ${summary}`),
  ].join("\n");
}
