import type { DemoOrganisation, Place } from "#db/seed/organisation.ts";
import { accountOf } from "#db/seed/telling/lookups.ts";
import {
  ensureControllers,
  ensureOrganisation,
  ensureSources,
  ensureTests,
  staffContext,
} from "#db/seed/telling/organisations.ts";
import { tellStories } from "#db/seed/telling/tell.ts";
import type { Account } from "#lib/auth/queries/staff.ts";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { saveMark } from "./commands/marks.ts";
import { findMark } from "./queries/marks.ts";
import { houseCards } from "./seed-houses.ts";
import { scripts } from "./seed-scripts.ts";

/** Organisations are as old as their oldest story may be, and a little more. */
const agedDays = 400;

/**
 * Fills the demo: organisations, staff, stores and stories. Run as often as you like, also while the portal serves: what
 * is there is kept, and what an earlier run left unfinished goes on. Returns what went otherwise than written.
 */
export async function seedDemo({ say }: { say: (sentence: string) => void }): Promise<string[]> {
  const { demoFolder, demoAccounts } = env();
  const place: Place = { folder: demoFolder, accounts: demoAccounts };
  const firstDay = await settleFirstDay();
  for (const { organisation } of scripts) await buildOrganisation(organisation, place, firstDay);
  await saveMark("demo-houses", { houses: houseCards(firstDay) }, now());
  say("The organisations and their stores are there.");
  const surprises: string[] = [];
  for (const { organisation, stories } of scripts) {
    const told = { ...(await findMark("demo-stories"))?.told };
    const progress = {
      firstDay,
      told: told[organisation.slug] ?? 0,
      save: (count: number) =>
        saveMark("demo-stories", { told: { ...told, [organisation.slug]: count } }, now()),
    };
    surprises.push(...(await tellStories(organisation, stories, progress)));
    await ensureTests(staffContext(await adminOf(organisation), now()), organisation);
  }
  for (const surprise of surprises) say(`Not as written: ${surprise}`);
  say("The stories are told.");
  return surprises;
}

/** The demo's day one. It stays the same however often the demo is started, so that stores and cheat card agree. */
async function settleFirstDay(): Promise<string> {
  const known = await findMark("demo-first-day");
  if (known) return known.on;
  const on = now().toISOString().slice(0, 10);
  await saveMark("demo-first-day", { on }, now());
  return on;
}

async function buildOrganisation(
  organisation: DemoOrganisation,
  place: Place,
  firstDay: string,
): Promise<void> {
  const aged = new Date(Date.parse(`${firstDay}T09:00:00Z`) - agedDays * 86_400_000);
  await ensureOrganisation(organisation, aged);
  await ensureControllers(staffContext(await adminOf(organisation), aged), organisation);
  await ensureSources(staffContext(await adminOf(organisation), aged), organisation, place, firstDay);
}

function adminOf(organisation: DemoOrganisation): Promise<Account> {
  const admin = organisation.staff.find(({ roles }) => roles.includes("admin"));
  if (!admin) throw new Error(`${organisation.slug} has nobody who may connect a store.`);
  return accountOf(organisation, admin.key);
}
