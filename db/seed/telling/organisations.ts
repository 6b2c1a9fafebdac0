import { readFileSync } from "node:fs";
import { database } from "#db/client.ts";
import type { DemoOrganisation, DemoSource, DemoStaff, Place } from "../organisation.ts";
import { addStaff, renewHash } from "#lib/auth/commands/staff.ts";
import { unscopedFindAccount, type Account } from "#lib/auth/queries/staff.ts";
import { contextFor, systemRefs, type Context, type StaffContext } from "#lib/context.ts";
import { addSource, changeDataset, saveTest } from "#lib/engine/sources/commands.ts";
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
export function demoContext(organisation: OrganisationRow, at: Date): Context {
  return contextFor({ actor: demo, organisation, now: at, requestId: newId() });
}

/** A context of a member of staff, as if she had signed in at that moment. */
export function staffContext({ organisation, ...staff }: Account, at: Date): StaffContext {
  const actor = { kind: "staff" as const, id: staff.id, ref: staff.ref, name: staff.name, roles: staff.roles };
  return contextFor({ actor, organisation, now: at, requestId: newId() }) as StaffContext;
}

/** Adds an organisation of the demo with its staff; what is there already stays as it is. */
export async function ensureOrganisation({ slug, policy, staff }: DemoOrganisation, at: Date): Promise<OrganisationRow> {
  const organisation = (await findOrganisation(slug)) ?? (await addOrganisation(demo, { slug, policy, at, inForceFrom: at }));
  for (const one of staff) await ensureStaff(demoContext(organisation, at), one);
  return organisation;
}

async function ensureStaff(ctx: Context, { name, email, password, roles }: DemoStaff): Promise<void> {
  if (await unscopedFindAccount({ address: email })) return;
  // Passwords that stand on the demo's first page are shorter than a real one may be, so they are set past that rule.
  const added = await addStaff(ctx, { name, email, password: null, roles: [...roles] });
  if (added.ok) await renewHash(added.id, password);
}

/** Makes the stores that are missing and connects those that are not connected, each with its map and a first test. */
export async function ensureSources(ctx: StaffContext, { sources, policy }: DemoOrganisation, place: Place, firstDay: string): Promise<void> {
  for (const source of sources) await source.make(place, firstDay);
  const known = new Map((await listSources(ctx)).map((one) => [one.key, one]));
  for (const source of sources) {
    const before = known.get(source.key);
    const id = before?.id ?? (await connect(ctx, source, place));
    if (!before?.dataset) await enterMap(ctx, id, readFileSync(source.datasetFile, "utf8"));
    if (!before?.lastTest) await testStore(ctx, source.key, policy.proof.locator.field);
  }
}

async function connect(ctx: StaffContext, source: DemoSource, place: Place): Promise<string> {
  const { config, secrets } = await source.connect(place);
  const added = await addSource(ctx, { key: source.key, kind: source.kind, name: source.name, config, secrets });
  if (!added.ok) throw new Error(`${source.key}: ${added.says}`);
  return added.id;
}

/** Puts a version of a source's map into use. @throws an Error with every problem of the file */
export async function enterMap(ctx: StaffContext, sourceId: string, yaml: string): Promise<void> {
  const saved = await changeDataset(ctx, sourceId, yaml);
  if (!saved.ok) throw new Error(saved.problems.map(({ path, says }) => `${path} ${says}`).join("\n"));
}

/** Tests a source as the settings page would, and keeps what the test said. */
async function testStore(ctx: StaffContext, key: string, locator: string): Promise<void> {
  const found = (await mappedSources(database(), ctx.organisation.id)).find(({ source }) => source.key === key);
  if (!found) return;
  const address = parseFieldAddress(locator);
  const isHere = address?.dataset === found.dataset.fidesKey;
  const steps = await testSource(database(), found.source, { datasets: [found.dataset], locators: isHere ? [address] : [] });
  await saveTest(ctx, found.source.id, steps);
}
