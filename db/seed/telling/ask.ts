import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import { openCase, type Opened } from "#lib/cases/commands/open.ts";
import type { Context } from "#lib/context.ts";
import type { Request } from "#lib/intake/answers.ts";
import { addDays, addMonths } from "#lib/law/calendar.ts";
import type { DemoOrganisation } from "../organisation.ts";
import type { Received, Story } from "../story.ts";
import { controllerOf } from "./lookups.ts";

/** The instant `time` (UTC) on the day `daysAgo` before the demo's first day. */
export function instant(firstDay: string, daysAgo: number, time: string): Date {
  return new Date(`${addDays(firstDay, -daysAgo)}T${time}:00Z`);
}

/** How many days before the demo's first day a request came in. */
export function receivedDaysAgo(firstDay: string, received: Received): number {
  if ("daysAgo" in received) return received.daysAgo;
  const due = addDays(firstDay, received.dueIn);
  const on = received.clock === "month" ? addMonths(due, -1).on : addDays(due, -received.clock);
  return Math.round((Date.parse(firstDay) - Date.parse(on)) / 86_400_000);
}

/** The same reference in every demo: 8 signs that cannot be mistaken for one another, drawn from the story's name. */
export function storyReference(slug: string, { key }: Pick<Story, "key">): string {
  const signs = "23456789CDFGHJKMNPQRTVWX";
  const bytes = createHash("sha256").update(`${slug}/${key}`).digest();
  const drawn = Array.from(
    { length: 8 },
    (_, index) => signs[bytes.readUInt16LE(index * 2) % signs.length],
  ).join("");
  return `HB-${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}

/**
 * Opens the case of a story as the form or the desk would.
 * @param house the organisation, whose register of controllers the story may name
 * @param ctx of the person, or of the member of staff who enters what she sent
 * @param issuer the organisation's OpenID provider
 */
export async function askFor(
  ctx: Context,
  house: DemoOrganisation,
  story: Story,
  firstDay: string,
  issuer: string,
): Promise<Opened> {
  const { asker, proof, entered } = story;
  const receivedAt = instant(firstDay, receivedDaysAgo(firstDay, story.received), story.time);
  const login = proof === "login" && asker.subject ? { issuer, subject: asker.subject } : null;
  const opening = {
    idempotencyKey: `demo/${story.key}`,
    channel: entered?.from ?? ("portal" as const),
    locale: asker.locale,
    receivedAt,
    request: {
      ...requestOf(story, firstDay, receivedAt),
      controller: story.gaveTo
        ? {
            id: story.gaveTo.controller && (await controllerOf(ctx, house, story.gaveTo.controller)).id,
            name: null,
            also: story.gaveTo.also,
          }
        : null,
    },
    login,
    ...(entered?.needs ? { needs: entered.needs } : {}),
  };
  return openCase(ctx, opening, async (tx, caseId) => {
    const reference = storyReference(ctx.organisation.slug, story);
    await tx.update(cases).set({ reference }).where(eq(cases.id, caseId));
    return [];
  });
}

function requestOf(
  { asker, rights, proof, details, narrow, consents, declares, child }: Story,
  firstDay: string,
  receivedAt: Date,
): Request {
  return {
    residence: asker.residence,
    rights: [...rights],
    relationship: asker.relationship,
    name: asker.name,
    email: asker.email,
    telephone: asker.telephone ?? null,
    post: asker.post ?? null,
    details: details ?? {},
    narrow: narrow ?? null,
    ...(consents ? { consents: [...consents] } : {}),
    proof:
      typeof proof === "string"
        ? ({ method: proof, ...(proof === "other" ? { note: null } : {}) } as Request["proof"])
        : { method: "facts", facts: factsOf(asker.facts(firstDay), proof) },
    declaration: declares
      ? { name: asker.name, place: "California", on: receivedAt.toISOString().slice(0, 10) }
      : null,
    child: child ?? null,
  };
}

function factsOf(
  known: Record<string, string>,
  { facts, but = {} }: { facts: readonly string[]; but?: Record<string, string> },
): Record<string, string> {
  return Object.fromEntries(facts.map((fact) => [fact, but[fact] ?? known[fact] ?? ""]));
}
