import { database } from "#db/client.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context } from "#lib/context.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { connectors } from "../../connectors/index.ts";
import { parseDatasets, type Finding } from "../../datasets/parse.ts";
import { planTraversal } from "../../datasets/traversal.ts";
import { listUnread, type Unread } from "../../datasets/unread.ts";
import { addressOf } from "../../datasets/vocabulary.ts";
import { mappedSources } from "../client.ts";

/** How records are found, for a picture: what is proved, the stores, their collections and the ways between them. */
export type SearchGraph = {
  seeds: { id: string; label: string }[];
  stores: { id: string; label: string; kind: string }[];
  nodes: { id: string; store: string; label: string; trouble?: string }[];
  edges: { from: string; to: string; field: string }[];
};

/**
 * The plan for somebody of whom everything the policy names is known, with the collections that are not searched, the
 * declared fields that are not read, and why. No values.
 */
export async function readSearchGraph(
  ctx: Context,
  policy: Policy,
): Promise<{
  graph: SearchGraph;
  leftOut: { address: string; says: string }[];
  unread: (Unread & { source: string })[];
}> {
  await authorise(ctx, "settings.read");
  const sources = await mappedSources(database(), ctx.organisation.id);
  const datasets = sources.map((one) => one.dataset);
  const plan = planTraversal(datasets, Object.keys(policy.proof.seeds));
  const used = new Set<string>();
  const edges = plan.steps.flatMap((step) =>
    step.entries.map(({ path, from }) => {
      if ("identity" in from) used.add(from.identity);
      const start =
        "identity" in from
          ? `identity ${from.identity}`
          : addressOf(from.field.dataset, from.field.collection);
      return { from: start, to: step.address as string, field: path.join(".") };
    }),
  );
  return {
    graph: {
      seeds: [...used].map((name) => ({ id: `identity ${name}`, label: name.replaceAll("_", " ") })),
      stores: sources.map(({ source }) => ({
        id: source.id,
        label: source.name,
        kind: connectors[source.kind].label,
      })),
      nodes: plan.steps.map((step) => ({
        id: step.address,
        store: sources.find((one) => one.dataset.fidesKey === step.dataset)?.source.id ?? "",
        label: step.collection,
      })),
      edges,
    },
    leftOut: plan.leftOut.map(({ address, says }) => ({ address, says })),
    unread: sources.flatMap(({ source, dataset }) =>
      listUnread(dataset, datasets).map((one) => ({ ...one, source: source.id })),
    ),
  };
}

/** What in a saved map has no effect, each with its place. */
export function listWarnings(yaml: string): Finding[] {
  const parsed = parseDatasets(yaml);
  return parsed.ok ? parsed.warnings : parsed.problems;
}
