import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases } from "#db/schema/index.ts";
import { findProvider } from "#lib/auth/client/settings.ts";
import { personRef, unscopedFindCase } from "#lib/auth/queries/person.ts";
import { setClockOffset } from "#lib/clock.ts";
import { contextFor, systemRefs, type Context } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { followClock } from "#lib/installation/queries.ts";
import { log } from "#lib/log.ts";
import type { DemoOrganisation } from "../organisation.ts";
import type { Step, Story } from "../story.ts";
import { askFor, instant, receivedDaysAgo, storyReference } from "./ask.ts";
import { doDeed } from "./deeds.ts";
import { divertJobs } from "./jobs.ts";
import { accountOf, handoverOf } from "./lookups.ts";
import { getOrganisation, staffContext, type OrganisationRow } from "./organisations.ts";

type Moment = { at: Date; story: Story; step: Step | null };

/** Asking and every step of all stories, in the order in which they happened. */
export function momentsOf(stories: readonly Story[], firstDay: string): Moment[] {
  return stories
    .flatMap((story): Moment[] => [
      { at: askedAt(story, firstDay), story, step: null },
      ...story.steps.map((step) => ({ at: instant(firstDay, step.daysAgo, step.time), story, step })),
    ])
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What comes by mail, telephone or letter is entered later than it came. */
function askedAt(story: Story, firstDay: string): Date {
  return instant(firstDay, story.entered?.daysAgo ?? receivedDaysAgo(firstDay, story.received), story.time);
}

export type Progress = {
  firstDay: string;
  /** How many moments are told already. */
  told: number;
  save(told: number): Promise<void>;
};

/** Tells the stories of one organisation, from where an earlier run stopped. Returns what went otherwise than written. */
export async function tellStories(
  organisation: DemoOrganisation,
  stories: readonly Story[],
  progress: Progress,
): Promise<string[]> {
  const { firstDay } = progress;
  const row = await getOrganisation(organisation.slug);
  const jobs = divertJobs();
  const surprises: string[] = [];
  try {
    const moments = momentsOf(stories, firstDay);
    for (const [index, moment] of moments.entries()) {
      if (index < progress.told) continue;
      const surprise = await tell(organisation, row, moment, firstDay).catch((error: unknown) =>
        failed(moment, error),
      );
      if (surprise) surprises.push(surprise);
      // The worker's part follows within a minute, as in real life.
      moveClockTo(new Date(moment.at.getTime() + 60_000));
      await jobs.run();
      await settle(row, moment.story);
      await progress.save(index + 1);
    }
  } finally {
    jobs.giveBack();
    await followClock();
  }
  return surprises;
}

function failed({ story, step }: Moment, error: unknown): string {
  log.error({ error }, "a step of the demo's stories failed");
  return `${story.key}: ${step?.deed.do ?? "asks"}: ${(error as Error).message}`;
}

function moveClockTo(at: Date): void {
  setClockOffset(at.getTime() - Date.now());
}

async function tell(
  organisation: DemoOrganisation,
  row: OrganisationRow,
  { at, story, step }: Moment,
  firstDay: string,
): Promise<string | null> {
  moveClockTo(at);
  if (!step) {
    const issuer =
      findProvider(organisation.slug)?.issuer ?? env().demoProviderUrl ?? "https://login.example";
    await askFor(await askingContext(organisation, row, story, at), organisation, story, firstDay, issuer);
    return null;
  }
  const found = await unscopedFindCase(row.id, storyReference(organisation.slug, story));
  // A request that could not be opened was told about already.
  if (!found && step.deed.do !== "change map") return null;
  const caseId = found?.id ?? "";
  const ctx = await actingContext(organisation, row, caseId, step.by, at);
  const outcome = await doDeed(ctx, { caseId, organisation }, step.deed);
  return outcome.ok ? null : `${story.key}: ${step.deed.do}: ${outcome.says}`;
}

/** Who sends the request: staff what came to them, the person her own, known by her session where she has signed in. */
async function askingContext(
  house: DemoOrganisation,
  organisation: OrganisationRow,
  { entered, proof }: Story,
  at: Date,
): Promise<Context> {
  if (entered) return staffContext(await accountOf(house, entered.by), at);
  if (proof === "login") return personContext(organisation, null, at);
  const actor = { kind: "visitor" as const, ref: newId() };
  return contextFor({ actor, organisation, now: at, requestId: newId() });
}

/** Who does a step. */
async function actingContext(
  house: DemoOrganisation,
  organisation: OrganisationRow,
  caseId: string,
  by: string,
  at: Date,
): Promise<Context> {
  if (by === "person") return personContext(organisation, caseId, at);
  if (by === "worker") {
    const worker = { kind: "system", ref: systemRefs.worker, part: "worker" } as const;
    return contextFor({ actor: worker, organisation, now: at, requestId: newId() });
  }
  if (by !== "controller") return staffContext(await accountOf(house, by), at);
  const { id: handoverId, controllerId } = await handoverOf(caseId);
  const actor = { kind: "controller", ref: controllerId, handoverId, caseId } as const;
  return contextFor({ actor, organisation, now: at, requestId: newId() });
}

/** The person on her own page, having shown that it is her; of no case yet while she asks. */
function personContext(organisation: OrganisationRow, caseId: string | null, at: Date): Context {
  const sessionId = newId();
  const actor = {
    kind: "person" as const,
    ref: personRef(caseId === null ? { sessionId } : { caseId }),
    sessionId,
    caseId,
    scope: "full" as const,
    provedAt: at,
  };
  return contextFor({ actor, organisation, now: at, requestId: newId() });
}

/** The running worker may have been quicker with a job; then its work is waited for. */
async function settle(organisation: OrganisationRow, story: Story): Promise<void> {
  const found = await unscopedFindCase(organisation.id, storyReference(organisation.slug, story));
  for (let tries = 0; found && tries < 100; tries++) {
    const [row] = await database().select({ status: cases.status }).from(cases).where(eq(cases.id, found.id));
    if (row?.status !== "collecting" && row?.status !== "preparing") return;
    await sleep(200);
  }
}
