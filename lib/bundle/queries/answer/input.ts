import { listMessages } from "#lib/messages/queries.ts";
import { routesBlocks } from "#lib/decisions/letter/sections.ts";
import type { Context } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes, rightsGiven } from "#lib/law/index.ts";
import { versionOn } from "#lib/law/versions.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { BundleInput } from "../../input.ts";
import { assembleAbout } from "../../assemble/about.ts";
import { assembleCategories } from "./data.ts";
import { happenings } from "../../assemble/history.ts";
import { assembleLeftOut, assembleLetter, copyClaim } from "../../assemble/letter.ts";
import type { Parts } from "./parts.ts";
import { coveringReasons, letterRoute, reasonName } from "../../assemble/reasons.ts";
import { searchedPlace } from "../../assemble/searched.ts";

/** Names the form of the archive in its manifest; raise it when pages or files change. */
const productVersion = "0.3.0";

/** Turns a decided case into the one input from which the archive's bytes follow. */
export async function assembleBundle(ctx: Context, bundleId: string, parts: Parts): Promise<BundleInput> {
  const { row, policy, locale, claims, requester, onFile, preparedAt } = parts;
  const copy = copyClaim(claims);
  const receivedOn = dayIn(row.receivedAt, row.zone);
  const all = copy ? await assembleCategories(parts) : [];
  const categories = all.filter(
    (category) => category.groups.length > 0 || category.files.length > 0 || category.withheld > 0,
  );
  const leftOut = copy ? assembleLeftOut(parts, all) : [];
  const isWhole = copy?.scope === "whole";
  const elements = copy ? versionOn(regimes[copy.regime], receivedOn).version.about.elements : [];
  return {
    bundleId,
    reference: row.reference,
    locale,
    zone: row.zone,
    createdAt: preparedAt.toISOString(),
    productVersion,
    organisation: {
      name: policy.name,
      accent: policy.accent,
      contact: { ...policy.contact, hours: policy.contact.hours?.[locale] ?? null },
    },
    personName: ["proved", "not-needed"].includes(parts.identityStanding)
      ? (onFile?.name ?? requester.child?.name ?? requester.name)
      : null,
    letter: assembleLetter(parts, { categories, leftOut }, null),
    about: copy
      ? assembleAbout(
          policy,
          categories.map((category) => category.id),
          elements,
          locale,
        )
      : null,
    data:
      copy && isWhole
        ? {
            collectedOn: collectedOn(parts),
            categories,
            notHeld: policy.notHeld.map((words) => words[locale]),
          }
        : null,
    leftOut: copy && isWhole ? leftOut : null,
    searched: copy ? parts.sources.map((source) => searchedPlace(parts, source)) : null,
    history: {
      throughEvent: parts.events.at(-1)?.seq ?? 0,
      events: happenings(parts.events, locale),
      messages: await threadOf(ctx, parts),
    },
    rights: {
      again: routesBlocks(
        claims.map((claim) => ({
          right: claim.right,
          outcome: claim.decision?.outcome ?? "granted",
          reasons: [],
          tasks: [],
          route: letterRoute(
            claim,
            requester.residence,
            dayIn(preparedAt, claim.zone),
            policy.appealDays,
            null,
            locale,
          ),
        })),
        { locale },
      ),
      others: otherRights(parts, receivedOn),
      requestUrl: `${env().url}/${ctx.organisation.slug}/track/${row.reference}`,
    },
    redactionReasons: Object.fromEntries(
      (isWhole ? coveringReasons(parts.redactions, categories) : []).map((code) => [
        code,
        reasonName(code, locale),
      ]),
    ),
  };
}

function collectedOn({ sources, row, preparedAt }: Parts): string {
  const last = sources.map((source) => source.finishedAt?.getTime() ?? 0).reduce((a, b) => Math.max(a, b), 0);
  return dayIn(last > 0 ? new Date(last) : preparedAt, row.zone);
}

async function threadOf(
  ctx: Context,
  { row, preparedAt }: Parts,
): Promise<BundleInput["history"]["messages"]> {
  const messages = await listMessages(ctx, row.id);
  return messages
    .filter((message) => message.direction !== "note" && message.at <= preparedAt)
    .map((message) => ({
      at: message.at.toISOString(),
      from: message.direction === "in" ? ("you" as const) : ("us" as const),
      text: message.body,
    }));
}

/** What else this law lets her ask for, of what the organisation offers. */
function otherRights({ claims, policy }: Parts, receivedOn: string): RightId[] {
  const [first] = claims;
  if (!first) return [];
  const given = Object.keys(rightsGiven(first.regime, receivedOn)) as RightId[];
  const asked = claims.map((claim) => claim.right);
  return given.filter((right) => policy.rights.includes(right) && !asked.includes(right));
}
