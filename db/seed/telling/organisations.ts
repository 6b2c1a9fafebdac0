import { readFileSync } from "node:fs";
import { database } from "#db/client.ts";
import type { DemoOrganisation, DemoSource, DemoStaff, Place } from "../organisation.ts";
import { addStaff, renewHash } from "#lib/auth/commands/staff.ts";
import { unscopedFindAccount, type Account } from "#lib/auth/queries/staff.ts";
import { contextFor, systemRefs, type Context, type StaffContext } from "#lib/context.ts";
import { addController } from "#lib/controllers/commands/register.ts";
import { listControllers } from "#lib/controllers/queries/register.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource } from "#lib/engine/sources/commands/sources.ts";
import { saveTest } from "#lib/engine/sources/commands/tests.ts";
import { mappedSources, testSource } from "#lib/engine/sources/client.ts";
import { listSources } from "#lib/engine/sources/queries/sources.ts";
import { parseFieldAddress } from "#lib/engine/datasets/vocabulary.ts";
import { newId } from "#lib/ids.ts";
import { addOrganisation } from "#lib/organisations/commands.ts";
import { findOrganisation, type OrganisationRow } from "#lib/organisations/queries.ts";

const demo = { kind: "system", ref: systemRefs.demo, part: "demo" } as const;

export type { OrganisationRow };

export async function getOrganisation(slug: string): Promise<OrganisationRow> {
  const found = await findOrganisation(slug);
  if (!found) throw new Error(`There is no organisation ${slug}.`);
  return found;
}

/** A context in which the demo itself acts, as the command line would. */
function demoContext(organisation: OrganisationRow, at: Date): Context {
  return contextFor({ actor: demo, organisation, now: at, requestId: newId() });
}

/** A context of a member of staff, as if she had signed in at that moment. */
export function staffContext({ organisation, ...staff }: Account, at: Date): StaffContext {
  const actor = {
    kind: "staff" as const,
    id: staff.id,
    ref: staff.ref,
    name: staff.name,
    roles: staff.roles,
  };
  return contextFor({ actor, organisation, now: at, requestId: newId() }) as StaffContext;
}

/** Adds an organisation of the demo with its staff; what is there already stays as it is. */
export async function ensureOrganisation(
  { slug, policy, staff }: DemoOrganisation,
  at: Date,
): Promise<OrganisationRow> {
  const organisation =
    (await findOrganisation(slug)) ?? (await addOrganisation(demo, { slug, policy, at, inForceFrom: at }));
  for (const one of staff) await ensureStaff(demoContext(organisation, at), one);
  return organisation;
}

/** Enters the controllers that are not in the register yet. */
export async function ensureControllers(
  ctx: StaffContext,
  { controllers = [] }: DemoOrganisation,
): Promise<void> {
  const known = new Map((await listControllers(ctx)).map(({ name, id }) => [name, id]));
  for (const { key: _key, platform, ...entry } of controllers) {
    if (known.has(entry.name)) continue;
    const behind = controllers.find((one) => one.key === platform);
    const added = await addController(ctx, {
      ...entry,
      platformId: behind ? (known.get(behind.name) ?? null) : null,
    });
    if (!added.ok) throw new Error(`${entry.name}: ${added.says}`);
    known.set(entry.name, added.id);
  }
}

async function ensureStaff(ctx: Context, { name, email, password, roles }: DemoStaff): Promise<void> {
  if (await unscopedFindAccount({ address: email })) return;
  // Passwords that stand on the demo's first page are shorter than a real one may be, so they are set past that rule.
  const added = await addStaff(ctx, { name, email, password: null, roles: [...roles] });
  if (added.ok) await renewHash(added.id, password);
}

/** Makes the stores that are missing and connects those that are not connected, each with its map. */
export async function ensureSources(
  ctx: StaffContext,
  { sources }: DemoOrganisation,
  place: Place,
  firstDay: string,
): Promise<void> {
  for (const source of sources) await source.make(place, firstDay);
  const known = new Map((await listSources(ctx)).map((one) => [one.key, one]));
  for (const source of sources) {
    const before = known.get(source.key);
    const id = before?.id ?? (await connect(ctx, source, place));
    if (!before?.dataset) await enterMap(ctx, id, readFileSync(source.datasetFile, "utf8"));
  }
}

async function connect(ctx: StaffContext, source: DemoSource, place: Place): Promise<string> {
  const { config, secrets } = await source.connect(place);
  const added = await addSource(ctx, {
    key: source.key,
    kind: source.kind,
    name: source.name,
    config,
    secrets,
  });
  if (!added.ok) throw new Error(`${source.key}: ${added.says}`);
  return added.id;
}

/** Puts a version of a source's map into use. @throws an Error with every problem of the file */
export async function enterMap(ctx: StaffContext, sourceId: string, yaml: string): Promise<void> {
  const saved = await changeDataset(ctx, sourceId, yaml);
  if (!saved.ok) throw new Error(saved.problems.map(({ path, says }) => `${path} ${says}`).join("\n"));
}

/** Tests the sources that nobody has tested yet, as the settings page would, and keeps what the tests said. */
export async function ensureTests(ctx: StaffContext, { policy }: DemoOrganisation): Promise<void> {
  const locator = parseFieldAddress(policy.proof.locator.field);
  const untested = new Set((await listSources(ctx)).filter((one) => !one.lastTest).map((one) => one.id));
  for (const { source, dataset } of await mappedSources(database(), ctx.organisation.id)) {
    if (!untested.has(source.id)) continue;
    const locators = locator?.dataset === dataset.fidesKey ? [locator] : [];
    await saveTest(ctx, source.id, await testSource(database(), source, { datasets: [dataset], locators }));
  }
}
