import { existsSync } from "node:fs";
import { parseEnv, rawEnv, type Env } from "#lib/env.ts";
import { asItRuns, hasEmbedded, withDatabases } from "../tools.ts";
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
  const database = await examineDatabase(env);
  const mail = await checkMail(env);
  // The portal would say the same again: of its database, of the worker whose signs of life are in it, of its mail.
  const known = [
    ...(database[0]?.is === "wrong" ? ["database", "worker"] : []),
    ...(mail[0]?.is === "wrong" ? ["mail"] : []),
  ];
  return [
    ...checkNode(),
    ...checkAddress(asItRuns(env)),
    ...checkFolders(env),
    ...checkKeys(env),
    ...database,
    ...(await checkRunning(env, known)),
    ...mail,
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
