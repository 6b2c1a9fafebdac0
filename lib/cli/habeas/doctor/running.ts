import { readHolder } from "#db/embedded/lock.ts";
import type { Env } from "#lib/env.ts";
import { fine, worth, wrong, type Finding } from "./finding.ts";

/**
 * Whether the portal runs, and what it says of itself: pages, worker, mail.
 * @param known parts whose trouble was found already, and is not told twice
 */
export async function checkRunning(env: Env, known: readonly string[] = []): Promise<Finding[]> {
  const holder = readHolder(env.dataFolder, "start");
  const url = typeof holder?.url === "string" && holder.url;
  if (!url) return [worth('The portal is not running; "npm start" starts it.')];
  const inside = String(holder.inside);
  const answer = await fetch(`${inside}/api/health`).catch(() => null);
  if (!answer) {
    return [
      wrong(
        `The portal was started (process ${holder.pid}) but its pages do not answer at ${inside}. See ${env.dataFolder}/logs/web.log.`,
      ),
    ];
  }
  const health = (await answer.json().catch(() => null)) as Health | null;
  const parts = Object.entries(health?.parts ?? {});
  return [
    fine(`The portal runs at ${url}.`),
    ...parts
      .filter(([name, part]) => !part.ok && !known.includes(name))
      .map(([name, part]) => wrong(`It says of its ${name}: ${part.says}${whatToDo[name] ?? ""}`)),
  ];
}

/** Where the sentence itself does not say it. */
const whatToDo: Record<string, string> = {
  database: " It was reached from here just now: if this stays, end the portal and start it again.",
  worker: " What it said last is in its log. End the portal and start it again; no job is lost by that.",
};

type Health = { parts?: Record<string, { ok: boolean; says: string }> };
