import { existsSync } from "node:fs";
import { parseEnv, rawEnv, type Env } from "#lib/env.ts";
import { withDatabases, hasEmbedded } from "../tools.ts";
import type { Desk } from "./commands.ts";
import { checkDatabases } from "./doctor/database.ts";
import type { Finding } from "./doctor/finding.ts";
import {
  checkAddress,
  checkBuild,
  checkFolders,
  checkKeys,
  checkNode,
  checkSources,
} from "./doctor/machine.ts";
import { checkMail } from "./doctor/mail.ts";
import { checkRunning } from "./doctor/running.ts";

/** Looks at everything Habeas stands on, changes nothing, and says in words what is wrong and what to do. */
export async function run(_words: string[], { say }: Omit<Desk, "env">): Promise<number> {
  const settings = parseEnv(rawEnv());
  const findings = settings.ok
    ? await examine(settings.env)
    : [...checkNode(), ...settings.problems.map((words): Finding => ({ is: "wrong", words }))];
  for (const { is, words } of findings) say(`${mark[is]} ${words}`);
  const wrong = findings.filter(({ is }) => is === "wrong").length;
  say("");
  say(wrong === 0 ? "Nothing is wrong." : wrong === 1 ? "One thing is wrong." : `${wrong} things are wrong.`);
  return wrong === 0 ? 0 : 1;
}

const mark = { fine: "ok    ", worth: "note  ", wrong: "WRONG " } as const;

async function examine(env: Env): Promise<Finding[]> {
  return [
    ...checkNode(),
    ...checkAddress(env),
    ...checkFolders(env),
    ...checkKeys(env),
    ...(await examineDatabase(env)),
    ...(await checkRunning(env)),
    ...(await checkMail(env)),
    ...checkSources(env),
    ...checkBuild(),
  ];
}

async function examineDatabase(env: Env): Promise<Finding[]> {
  if (!env.databaseUrl && !(existsSync(env.dataFolder) && hasEmbedded(env))) {
    return [{ is: "worth", words: `There is no database yet; "npm start" makes one in ${env.dataFolder}.` }];
  }
  try {
    return await withDatabases(env, (databases) => checkDatabases(env, databases));
  } catch (error) {
    return [{ is: "wrong", words: (error as Error).message }];
  }
}
