import { parseFieldAddress } from "#lib/engine/datasets/vocabulary.ts";
import type { SearchedPlace } from "../input.ts";
import type { Parts } from "../queries/answer/parts.ts";
import { plainLabel } from "./fields.ts";
import { deletedIn, unopenedIn } from "./promises.ts";

/** One place that was searched: what it is for, what it was searched by, when, and what came of it. */
export function searchedPlace(parts: Parts, source: Parts["sources"][number]): SearchedPlace {
  const { policy, locale } = parts;
  const seeds = Object.keys(policy.proof.seeds);
  const purposes = policy.register
    .filter((entry) => entry.source === source.key)
    .flatMap((entry) => entry.purposes.map((one) => one[locale]));
  return {
    name: source.name,
    what: [...new Set(purposes)].join(" "),
    identifiers: source.identitiesUsed
      .filter((name) => seeds.includes(name))
      .map((name) => seedName(parts, name)),
    searchedAt: source.finishedAt?.toISOString() ?? null,
    unreadable: source.problems,
    unopened: unopenedIn(parts, source),
    outcome: outcomeWords(source, parts),
  };
}

/** What a search went by, as the map calls the field it comes from: "Account number". */
function seedName({ policy, maps, locale }: Parts, seed: string): string {
  const address = parseFieldAddress(policy.proof.seeds[seed] ?? "");
  const field = maps
    .find(({ dataset }) => dataset === address?.dataset)
    ?.collections.find(({ name }) => name === address?.collection)
    ?.fields.find(({ name }) => name === address?.path[0]);
  return field?.habeas.label?.[locale] ?? field?.habeas.label?.["en"] ?? plainLabel(seed);
}

function outcomeWords(source: Parts["sources"][number], { policy, locale }: Parts): SearchedPlace["outcome"] {
  switch (source.outcome) {
    case "found":
      return { kind: "found", records: source.rows };
    case "nothing held":
      return { kind: "nothing-held" };
    case "deleted by rule": {
      const deleted = deletedIn(source, policy, locale);
      return deleted ? { kind: "deleted", ...deleted } : { kind: "nothing-held" };
    }
    case "not known here":
      return { kind: "not-known-here" };
    case "skipped":
      if (source.unopened.length > 0) return { kind: "not-opened" };
      return { kind: "skipped", reason: source.says ?? "" };
    default: {
      const sentWithout = source.sentWithout ?? "";
      // What was read before it failed is hers, and is in the answer.
      return source.rows > 0
        ? { kind: "read-in-part", records: source.rows, sentWithout }
        : { kind: "failed", sentWithout };
    }
  }
}
