import { z } from "zod";
import { regimeIds } from "#lib/law/ids.ts";
import { rightIds } from "#lib/rights/ids.ts";
import type { CaseTab } from "./next-step.ts";

/** The built-in views of the queue, in the order of their tabs. */
export const queueViews = [
  "open",
  "today",
  "unassigned",
  "not-verified",
  "waiting-source",
  "to-approve",
  "late",
  "appeals",
  "passed-on",
  "answered",
] as const;
export type QueueView = (typeof queueViews)[number];

export const queueViewNames = {
  open: "All open",
  today: "Needs me today",
  unassigned: "Unassigned",
  "not-verified": "Not verified",
  "waiting-source": "Waiting for a source",
  "to-approve": "To approve",
  late: "Late",
  appeals: "Appeals",
  "passed-on": "Passed on",
  answered: "Answered",
} satisfies Record<QueueView, string>;

export const queueSorts = ["due", "aim", "received", "last"] as const;
export type QueueSort = (typeof queueSorts)[number];

const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);

/** Everything about a list of cases that stands in its address: opened elsewhere, it shows the same list. */
export const queueFiltersSchema = z.object({
  view: one(z.enum(queueViews).catch("open")),
  right: one(z.enum(rightIds).nullable().catch(null)),
  law: one(z.enum(regimeIds).nullable().catch(null)),
  /** `me`, `nobody`, or the id of a colleague. */
  who: one(
    z
      .union([z.enum(["me", "nobody"]), z.uuid()])
      .nullable()
      .catch(null),
  ),
  /** Days from today within which an answer is due. */
  due: one(z.coerce.number().int().min(0).max(365).nullable().catch(null)),
  /** What was looked for: a reference, or keyed digests of a name, address or account number. */
  find: one(z.string().max(120).nullable().catch(null)),
  sort: one(z.enum(queueSorts).catch("due")),
  order: one(z.enum(["asc", "desc"]).catch("asc")),
  /** Keyset: the last row of the page before, as `value~id`. */
  after: one(z.string().max(120).nullable().catch(null)),
});
export type QueueFilters = z.infer<typeof queueFiltersSchema>;

/** Reads filters from an address; what it does not know it ignores. */
export function parseQueueFilters(parameters: Record<string, string | string[] | undefined>): QueueFilters {
  return queueFiltersSchema.parse({
    view: parameters["view"],
    right: parameters["right"] ?? null,
    law: parameters["law"] ?? null,
    who: parameters["who"] ?? null,
    due: parameters["due"] === undefined ? null : parameters["due"],
    find: parameters["find"] ?? null,
    sort: parameters["sort"],
    order: parameters["order"],
    after: parameters["after"] ?? null,
  });
}

/** The address of a list with some filters changed; a change of filter starts at the first page again. */
export function queueAddress(filters: QueueFilters, changes: Partial<QueueFilters> = {}): string {
  return addressWith("/desk", parametersOf({ ...filters, after: null, ...changes }));
}

/**
 * A case opened out of a list. Its address carries the list, for the way back and on to the neighbours; `more` is what
 * the tab itself says in it.
 */
export function caseAddress(
  list: QueueFilters,
  reference: string,
  tab: CaseTab = "overview",
  more: Record<string, string> = {},
): string {
  const base = `/desk/cases/${reference}${tab === "overview" ? "" : `/${tab}`}`;
  return addressWith(base, { ...more, ...parametersOf(list) });
}

/** The list that the address of a case carries; all open cases where it carries none. */
export function listIn(address: string): QueueFilters {
  return parseQueueFilters(Object.fromEntries(new URL(address, "http://desk").searchParams));
}

/** What differs from the list that shows itself unasked. */
function parametersOf({ view, sort, order, ...filters }: QueueFilters): Record<string, string> {
  return {
    ...(view === "open" ? {} : { view }),
    ...Object.fromEntries(
      (["find", "right", "law", "who", "due", "after"] as const).flatMap((key) =>
        filters[key] === null ? [] : [[key, String(filters[key])]],
      ),
    ),
    ...(sort === "due" ? {} : { sort }),
    ...(order === "asc" ? {} : { order }),
  };
}

function addressWith(path: string, parameters: Record<string, string>): string {
  const query = new URLSearchParams(parameters).toString();
  return query ? `${path}?${query}` : path;
}
