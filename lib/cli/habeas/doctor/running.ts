import { readHolder } from "#db/embedded/lock.ts";
import type { Env } from "#lib/env.ts";
import { fine, worth, wrong, type Finding } from "./finding.ts";

/** Whether the portal runs, and what it says of itself: pages, worker, mail. */
export async function checkRunning(env: Env): Promise<Finding[]> {
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
      .filter(([, part]) => !part.ok)
      .map(([name, part]) => wrong(`It says of its ${name}: ${part.says}`)),
  ];
}

type Health = { parts?: Record<string, { ok: boolean; says: string }> };
