import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findField } from "#lib/engine/datasets/fields.ts";
import { parseDatasets } from "#lib/engine/datasets/parse.ts";
import { checkReferences } from "#lib/engine/datasets/references.ts";
import { planTraversal } from "#lib/engine/datasets/traversal.ts";
import { addressOf, type Dataset } from "#lib/engine/datasets/vocabulary.ts";
import { isCalendar } from "#lib/law/holidays.ts";
import { nameIn } from "#lib/organisations/policy.ts";
import { connact } from "./connact/index.ts";
import { immediateConnect } from "./immediate-connect/index.ts";
import { informetric } from "./informetric/index.ts";
import { instantConnect } from "./instant-connect/index.ts";
import { ipc } from "./ipc/index.ts";
import { ipcPeople } from "./ipc/people.ts";
import { accountTables } from "./ipc/stores/account-rows.ts";
import { marketingTables } from "./ipc/stores/marketing.ts";
import { supportTables } from "./ipc/stores/support.ts";
import type { DemoOrganisation } from "./organisation.ts";

function mapsOf({ sources }: DemoOrganisation): Dataset[] {
  return sources.flatMap((source) => {
    const parsed = parseDatasets(readFileSync(source.datasetFile, "utf8"));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.warnings).toEqual([]);
    return parsed.datasets;
  });
}

/** Whether `dataset:collection.path` names a field of a map; collections may have dots in their names. */
function isField(datasets: readonly Dataset[], path: string): boolean {
  return datasets.some((dataset) =>
    dataset.collections.some((collection) => {
      const start = `${dataset.fidesKey}:${collection.name}.`;
      return path.startsWith(start) && findField(collection, path.slice(start.length).split(".")) !== null;
    }),
  );
}

describe.each([
  ["ipc", ipc],
  ["informetric", informetric],
  ["connact", connact],
  ["instant-connect", instantConnect],
  ["immediate-connect", immediateConnect],
] as [string, DemoOrganisation][])("%s", (_, organisation) => {
  const datasets = mapsOf(organisation);
  const { policy, sources } = organisation;
  const collections = datasets.flatMap((dataset) =>
    dataset.collections.map((collection) => addressOf(dataset.fidesKey, collection.name)),
  );

  test("its maps fit together, and every collection is reached from what a person proves", () => {
    expect(checkReferences(datasets)).toEqual([]);
    const plan = planTraversal(datasets, Object.keys(policy.proof.seeds));
    expect(plan.leftOut).toEqual([]);
    expect(plan.broken).toEqual([]);
    expect(plan.steps.map((step) => step.address).sort((a, b) => a.localeCompare(b))).toEqual(
      [...collections].sort((a, b) => a.localeCompare(b)),
    );
  });

  test("its policy names fields that are there", () => {
    const { locator, facts, contact, name, loginSubject, seeds } = policy.proof;
    const named = [locator, ...facts].flatMap((fact) => [fact.field, fact.month, fact.latestBy]);
    const all = [
      ...named,
      contact.field,
      contact.changedAt,
      name,
      loginSubject,
      ...Object.values(seeds),
    ].filter((path) => path != null);
    expect(all.filter((path) => !isField(datasets, path))).toEqual([]);
  });

  test("its categories hold every collection once", () => {
    const held = policy.categories.flatMap((category) => category.collections);
    expect([...held].sort()).toEqual([...collections].sort());
  });

  test("its register tells of every category and source that belong together", () => {
    const keyOf = new Map(
      sources.flatMap((source, index) => [[datasets[index]?.fidesKey, source.key]]) as [string, string][],
    );
    const owed = policy.categories.flatMap((category) =>
      category.collections.map(
        (address) => `${category.id} ${keyOf.get(address.slice(0, address.indexOf(":")))}`,
      ),
    );
    expect(new Set(policy.register.map((entry) => `${entry.category} ${entry.source}`))).toEqual(
      new Set(owed),
    );
  });

  test("its fields are named for people in both languages", () => {
    const bare = datasets.flatMap((dataset) =>
      dataset.collections.flatMap((collection) =>
        collection.fields
          .filter((field) => !field.habeas.label?.["en"] || !field.habeas.label["de"])
          .map((field) => `${collection.name}.${field.name}`),
      ),
    );
    expect(bare).toEqual([]);
  });

  test("what all languages share holds names alone, and no words of one of them", () => {
    const names = policy.register.flatMap(({ recipients }) => recipients.map(({ name }) => name));
    const shared = [policy.imprint, ...names.filter((name) => typeof name === "string")];
    expect(shared.filter((text) => /\b(and|und|the|of|in)\b/i.test(text))).toEqual([]);
  });

  test("its sources have a name for readers of both languages, in English that of the settings", () => {
    const inEnglish = sources.map(({ key, name }) => [key, name]);
    expect(Object.entries(policy.sourceNames ?? {}).map(([key, name]) => [key, nameIn(name, "en")])).toEqual(
      inEnglish,
    );
    for (const { key, name } of sources)
      expect(nameIn(policy.sourceNames?.[key] ?? name, "de")).not.toBe(name);
  });

  test("a customer's number is not called like that of a bank account", () => {
    expect(JSON.stringify([policy, datasets])).not.toMatch(/kontonummer/i);
  });

  test("its contacts are reserved ones, its calendars known ones", () => {
    const { contact, privacyNotice, establishments } = policy;
    expect(contact.email).toMatch(/\.example$/);
    expect(privacyNotice).toMatch(/^https:\/\/[\w.-]+\.example\//);
    for (const { email } of organisation.staff) expect(email).toMatch(/\.example$/);
    const calendars = [establishments.default, ...establishments.others].flatMap(
      ({ calendar }) => calendar ?? [],
    );
    expect(calendars.filter((calendar) => !isCalendar(calendar))).toEqual([]);
  });
});

describe("what ipc holds", () => {
  const today = "2026-11-24";
  const people = ipcPeople();
  const accounts = accountTables(people, today);
  const support = supportTables(people, today);
  const marketing = marketingTables(people, today);
  const own = <T extends Record<string, unknown>>(rows: readonly T[], key: string, value: unknown) =>
    rows.filter((row) => row[key] === value);

  test("is the same every time", () => {
    expect(accountTables(ipcPeople(), today)).toEqual(accounts);
    expect(supportTables(ipcPeople(), today).messages).toEqual(support.messages);
    expect(marketingTables(ipcPeople(), today)).toEqual(marketing);
  });

  test("of Maya is what the demo speaks of", () => {
    const ticketIds = own(support.tickets, "customer_id", 5001).map((ticket) => ticket["ticket_id"]);
    const messages = support.messages.filter((message) => ticketIds.includes(message["ticket_id"] ?? null));
    const messageIds = messages.map((message) => message["message_id"]);
    expect({
      invoices: own(accounts.invoices, "account_id", 1001).length,
      devices: own(accounts.devices, "account_id", 1001).length,
      meetings:
        own(accounts.meetings, "host_id", 1001).length +
        own(accounts.participants, "account_id", 1001).length,
      tickets: ticketIds.length,
      messages: messages.length,
      files: support.attachments.filter((file) => messageIds.includes(file["message_id"] ?? null)).length,
      clicks: own(marketing.clicks, "contact_id", 60_001).length,
      letters: own(marketing.newsletter, "email", "maya.santos@mail.example").length,
    }).toEqual({
      invoices: 24,
      devices: 6,
      meetings: 212,
      tickets: 5,
      messages: 18,
      files: 6,
      clicks: 31,
      letters: 24,
    });
    expect(own(accounts.invoices, "account_id", 1001).at(-1)).toMatchObject({
      amount: "18.40",
      currency: "GBP",
      issued_on: "2026-10-03",
    });
  });

  test("names her neighbour in three of her messages and in one file", () => {
    const naming = support.messages.filter((message) => String(message["body"]).includes("Daniel Whitlock"));
    expect(naming).toHaveLength(3);
    const files = support.files.filter((file) =>
      Buffer.from(file.content).toString("latin1").includes("Daniel Whitlock"),
    );
    expect(files.map((file) => file.path)).toEqual(["maya/guest-list.txt"]);
  });

  test.each(["2026-01-01", "2026-03-31", "2028-02-29"])(
    "has its newest invoice in the month before, also on %s",
    (day) => {
      const { invoices } = accountTables(people.slice(0, 1), day);
      const issued = String(invoices.at(-1)?.["issued_on"]);
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(months(day) - months(issued)).toBe(1);
    },
  );

  test("lies in the past", () => {
    const later = [
      ...accounts.meetings.map((row) => row["started_at"]),
      ...support.messages.map((row) => row["sent_at"]),
      ...marketing.clicks.map((row) => row.clicked_at),
    ].filter((at) => String(at) >= today);
    expect(later).toEqual([]);
  });

  test("keeps files below its folder, whatever their rows say", () => {
    expect(support.files.filter((file) => file.path.includes(".."))).toEqual([]);
    expect(support.attachments.some((row) => String(row["path"]).startsWith("../"))).toBe(true);
    expect(support.attachments.some((row) => /^\.\.[/\\]/.test(String(row["file_name"])))).toBe(true);
  });
});
