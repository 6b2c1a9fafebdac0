import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { parseDatasets } from "./parse.ts";
import { serialiseDatasets } from "./serialise.ts";
import type { Dataset } from "./vocabulary.ts";
import { yamlMaxBytes } from "./yaml.ts";

/** One dataset written with every key there is, at every level. */
const everything = `
dataset:
  - fides_key: shop.main-<instance>
    organization_fides_key: acme
    name: Shop
    description: Orders and people
    tags: [a, b]
    meta: { anything: [1, { deep: true }] }
    data_categories: [user]
    fides_meta:
      after: [crm]
      namespace: { connection_type: postgres, database_name: shop, schema: sales }
      redact: name
      resource_id: shop.main
    collections:
      - name: person
        description: People
        data_categories: [user.contact]
        fides_meta:
          after: [crm.accounts]
          erase_after: [shop.orders, crm.accounts]
          skip_processing: false
          masking_strategy_override: { strategy: delete }
          partitioning: [{ field: created, start: NOW() - 30 DAYS, end: NOW(), interval: 7 DAYS }]
          redact: name
        habeas_meta:
          label: { en: Your account, de: Ihr Konto }
          explanation: { en: What you told us }
          category: account
          title: mail
          order_by: { field: created, direction: desc }
          attachment: { path: photo, name: mail }
        fields:
          - name: id
            description: Key
            data_categories: [user.unique_id]
            fides_meta: { primary_key: True, data_type: integer }
          - name: mail
            data_categories: [user.contact.email]
            fides_meta:
              identity: email
              data_type: string
              length: 80
              read_only: true
              custom_request_field: mail_field
              redact: name
              references: [{ dataset: crm, field: accounts.login.mail, direction: from }, { dataset: crm, field: visits.mail }]
              masking_strategy_override: { strategy: string_rewrite, configuration: { rewrite_value: GONE } }
            habeas_meta:
              label: { en: E-mail }
              explanation: { en: Where we write to you }
              category: contact
              normalise: email
              stored_form: lower
              contact: email
              contact_changed_at: created
              third_party: email
          - name: created
            habeas_meta: { codes: { A: { en: active } }, money: EUR }
          - name: secret
            habeas_meta: { never_release: true }
          - name: photo
          - name: addresses
            fides_meta: { data_type: "object[]", return_all_elements: true }
            fields:
              - name: zip
                fides_meta: { data_type: string }
              - name: tags
                fides_meta: { data_type: "string[]" }
`;

function datasetsOf(yaml: string): Dataset[] {
  const parsed = parseDatasets(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.datasets;
}

describe("a file with every key", () => {
  test("imports every one, without a warning", () => {
    const parsed = parseDatasets(everything);
    expect(parsed).toMatchObject({ ok: true, warnings: [] });
    const [dataset] = datasetsOf(everything) as [Dataset];
    expect(dataset).toMatchObject({
      fidesKey: "shop.main-<instance>",
      organizationFidesKey: "acme",
      name: "Shop",
      description: "Orders and people",
      tags: ["a", "b"],
      dataCategories: ["user"],
      after: ["crm"],
      namespace: { connection_type: "postgres", database_name: "shop", schema: "sales" },
      redactName: true,
      resourceId: "shop.main",
    });
    const [person] = dataset.collections;
    expect(person).toMatchObject({
      name: "person",
      description: "People",
      dataCategories: ["user.contact"],
      after: ["crm.accounts"],
      eraseAfter: ["shop.orders", "crm.accounts"],
      skipProcessing: false,
      deleteRows: true,
      redactName: true,
      partitioning: {
        windows: [{ field: "created", start: "NOW() - 30 DAYS", end: "NOW()", interval: "7 DAYS" }],
      },
      habeas: {
        label: { en: "Your account", de: "Ihr Konto" },
        explanation: { en: "What you told us" },
        category: "account",
        title: "mail",
        orderBy: [{ field: "created", direction: "desc" }],
        attachment: { path: "photo", content: null, name: "mail", mediaType: null },
      },
    });
    const [id, mail, created, secret, , addresses] = person?.fields ?? [];
    expect(id).toMatchObject({
      primaryKey: true,
      dataType: { base: "integer", isArray: false },
      description: "Key",
    });
    expect(mail).toMatchObject({
      identity: "email",
      length: 80,
      readOnly: true,
      customRequestField: "mail_field",
      redactName: true,
      references: [
        { dataset: "crm", field: "accounts.login.mail", direction: "from" },
        { dataset: "crm", field: "visits.mail", direction: null },
      ],
      masking: { strategy: "string_rewrite", configuration: { rewrite_value: "GONE" } },
      habeas: {
        label: { en: "E-mail" },
        category: "contact",
        normalise: "email",
        storedForm: "lower",
        contact: "email",
        contactChangedAt: "created",
        thirdParty: "email",
        neverRelease: false,
      },
    });
    expect(created?.habeas).toMatchObject({ codes: { A: { en: "active" } }, money: "EUR" });
    expect(secret?.habeas.neverRelease).toBe(true);
    expect(addresses).toMatchObject({ dataType: { base: "object", isArray: true }, returnAllElements: true });
    expect(addresses?.fields.map((field) => [field.name, field.returnAllElements])).toEqual([
      ["zip", true],
      ["tags", true],
    ]);
  });

  test("comes back from the export with every key, and again the same", () => {
    const exported = serialiseDatasets(datasetsOf(everything));
    expect(datasetsOf(exported)).toEqual(datasetsOf(everything));
    expect(serialiseDatasets(datasetsOf(exported))).toBe(exported);
  });

  test("may be JSON, hold several datasets, anchors and merge keys", () => {
    const yaml = `
base: &meta { data_type: string }
dataset:
  - fides_key: a
    collections: [{ name: c, fields: [{ name: x, fides_meta: { <<: *meta, identity: email } }, { name: y, fides_meta: *meta }] }]
  - fides_key: b
    collections: []
`;
    const parsed = parseDatasets(yaml);
    expect(parsed).toMatchObject({ ok: true, warnings: [{ path: "base", line: 2 }] });
    const datasets = datasetsOf(yaml);
    expect(datasets.map((dataset) => dataset.fidesKey)).toEqual(["a", "b"]);
    expect(datasets[0]?.collections[0]?.fields[0]).toMatchObject({
      identity: "email",
      dataType: { base: "string" },
    });
    expect(datasetsOf(serialiseDatasets(datasets))).toEqual(datasets);
    expect(datasetsOf(JSON.stringify({ dataset: datasets.map((dataset) => dataset.imported) }))).toEqual(
      datasets,
    );
  });
});

/** A dataset with one collection and one field, changed in one place. */
function withField(field: object, collection: object = {}, dataset: object = {}): string {
  return stringify({
    dataset: [
      {
        fides_key: "shop",
        collections: [{ name: "person", fields: [{ name: "x", ...field }], ...collection }],
        ...dataset,
      },
    ],
  });
}

describe("keys that do nothing are listed with their place", () => {
  test.each<[what: string, yaml: string, path: string, says: RegExp]>([
    ["another family", withField({}) + "system: []\n", "system", /another kind of Fides resource/],
    ["an unknown key at the top", withField({}) + "datasets: []\n", "datasets", /not known at the top/],
    [
      "an unknown key of a dataset",
      withField({}, {}, { retention: "30 days" }),
      "dataset[0].retention",
      /not known on a dataset/,
    ],
    [
      "our own key where it does not belong",
      withField({}, {}, { habeas_meta: {} }),
      "dataset[0].habeas_meta",
      /not known on a dataset/,
    ],
    [
      "an unknown key of a collection",
      withField({}, { owner: "x" }),
      "dataset[0].collections[0].owner",
      /not known on a collection/,
    ],
    [
      "an unknown key of a field",
      withField({ nullable: true }),
      "dataset[0].collections[0].fields[0].nullable",
      /not known on a field/,
    ],
    [
      "a key beside the meta it belongs in",
      withField({ references: [] }),
      "dataset[0].collections[0].fields[0].references",
      /belongs inside/,
    ],
    [
      "an override beside the meta",
      withField({ masking_strategy_override: {} }),
      "dataset[0].collections[0].fields[0].masking_strategy_override",
      /belongs inside/,
    ],
    [
      "a key inside the meta it belongs beside",
      withField({ fides_meta: { data_categories: [] } }),
      "dataset[0].collections[0].fields[0].fides_meta.data_categories",
      /belongs beside it/,
    ],
    [
      "type for data_type",
      withField({ fides_meta: { type: "string" } }),
      "dataset[0].collections[0].fields[0].fides_meta.type",
      /written as data_type/,
    ],
    [
      "an unknown key of a meta",
      withField({ fides_meta: { colour: "red" } }),
      "dataset[0].collections[0].fields[0].fides_meta.colour",
      /not known in the fides_meta/,
    ],
    [
      "an unknown key of a namespace",
      withField({}, {}, { fides_meta: { namespace: { schema: "s", port: 1 } } }),
      "dataset[0].fides_meta.namespace.port",
      /in a namespace/,
    ],
    [
      "the old meta beside the new",
      withField({ fides_meta: {}, fidesops_meta: { identity: "email" } }),
      "dataset[0].collections[0].fields[0].fidesops_meta",
      /has no effect, because/,
    ],
    [
      "a leaf's key on an object",
      withField({ fields: [{ name: "y" }], fides_meta: { identity: "email" } }),
      "dataset[0].collections[0].fields[0].fides_meta.identity",
      /nested fields/,
    ],
    [
      "the same under the old name",
      withField({ fields: [{ name: "y" }], fidesops_meta: { length: 3 } }),
      "dataset[0].collections[0].fields[0].fidesops_meta.length",
      /nested fields/,
    ],
    [
      "an unknown key deep down",
      withField({ fields: [{ name: "y", fields: [{ name: "z", is_pk: 1 }] }] }),
      "dataset[0].collections[0].fields[0].fields[0].fields[0].is_pk",
      /not known on a field/,
    ],
  ])("%s", (_, yaml, path, says) => {
    const parsed = parseDatasets(yaml);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.warnings.map((warning) => warning.path)).toEqual([path]);
    expect(parsed.warnings[0]?.says).toMatch(says);
    expect(parsed.warnings[0]?.line).toBeGreaterThan(0);
    // What does nothing still comes back.
    expect(datasetsOf(serialiseDatasets(parsed.datasets))).toEqual(parsed.datasets);
    if (path.startsWith("dataset["))
      expect(serialiseDatasets(parsed.datasets)).toContain(path.split(".").at(-1));
  });

  test("what belongs on leaves does not act on an object", () => {
    const [dataset] = datasetsOf(
      withField({
        fields: [{ name: "y" }],
        fides_meta: {
          identity: "email",
          primary_key: true,
          length: 2,
          read_only: true,
          references: [{ dataset: "a", field: "b.c" }],
        },
      }),
    ) as [Dataset];
    expect(dataset.collections[0]?.fields[0]).toMatchObject({
      identity: null,
      primaryKey: false,
      length: null,
      readOnly: false,
      references: [],
    });
  });

  test("the old name of the meta counts at every level where it stands alone", () => {
    const yaml = stringify({
      dataset: [
        {
          fides_key: "shop",
          fidesops_meta: { after: ["crm"] },
          collections: [
            {
              name: "person",
              fidesops_meta: { skip_processing: "yes" },
              fields: [{ name: "x", fidesops_meta: { identity: "email" } }],
            },
          ],
        },
      ],
    });
    const [dataset] = datasetsOf(yaml) as [Dataset];
    expect(dataset.after).toEqual(["crm"]);
    expect(dataset.collections[0]?.skipProcessing).toBe(true);
    expect(dataset.collections[0]?.fields[0]?.identity).toBe("email");
    expect(serialiseDatasets([dataset])).toContain("fidesops_meta");
  });
});

describe("a bad file is refused with place and reason, and nothing of it is imported", () => {
  test.each<[what: string, yaml: string, path: string, says: RegExp]>([
    ["no YAML", "dataset: [", "", /not valid YAML/],
    ["a tab for indentation", "dataset:\n\t- a", "", /not valid YAML/],
    ["a key twice", "dataset: []\ndataset: []", "", /unique/],
    ["a tag that makes an object", "dataset: !!python/object:os.system [x]", "", /not valid YAML/],
    ["two documents", "dataset: []\n---\ndataset: []", "", /not valid YAML/],
    ["nothing", "", "", /no list named dataset/],
    ["a list at the top", "- dataset", "", /no list named dataset/],
    ["a text", "hello", "", /no list named dataset/],
    ["no list", "dataset: { fides_key: a }", "", /must be a list/],
    ["an empty list", "dataset: []", "", /is empty/],
    ["NUL", "dataset: \u0000", "", /no text/],
    ["no key", "dataset: [{ collections: [] }]", "dataset[0].fides_key", /is missing/],
    [
      "a key with a space",
      withField({}, {}, { fides_key: "my shop" }),
      "dataset[0].fides_key",
      /may only hold/,
    ],
    ["a key that is a number", withField({}, {}, { fides_key: 7 }), "dataset[0].fides_key", /must be text/],
    ["no collections", "dataset: [{ fides_key: a }]", "dataset[0].collections", /must be a list/],
    [
      "a collection that is a text",
      "dataset: [{ fides_key: a, collections: [b] }]",
      "dataset[0].collections[0]",
      /must be a mapping/,
    ],
    ["no fields", withField({}, { fields: undefined }), "dataset[0].collections[0].fields", /must be a list/],
    [
      "a collection without a name",
      withField({}, { name: undefined }),
      "dataset[0].collections[0].name",
      /is missing/,
    ],
    [
      "a field with an empty name",
      withField({ name: "" }),
      "dataset[0].collections[0].fields[0].name",
      /is empty/,
    ],
    [
      "two collections of one name",
      withField(
        {},
        {},
        {
          collections: [
            { name: "c", fields: [] },
            { name: "c", fields: [] },
          ],
        },
      ),
      "dataset[0].collections[1].name",
      /earlier collection/,
    ],
    [
      "two fields of one name",
      withField({}, { fields: [{ name: "x" }, { name: "x" }] }),
      "dataset[0].collections[0].fields[1].name",
      /earlier field/,
    ],
    [
      "two nested fields of one name",
      withField({ fields: [{ name: "y" }, { name: "y" }] }),
      "dataset[0].collections[0].fields[0].fields[1].name",
      /earlier field/,
    ],
    [
      "two datasets of one key",
      stringify({
        dataset: [
          { fides_key: "a", collections: [] },
          { fides_key: "a", collections: [] },
        ],
      }),
      "dataset[1].fides_key",
      /earlier dataset/,
    ],
    [
      "categories that are a text",
      withField({ data_categories: "user" }),
      "dataset[0].collections[0].fields[0].data_categories",
      /must be a list/,
    ],
    [
      "an unknown data type",
      withField({ fides_meta: { data_type: "text" } }),
      "dataset[0].collections[0].fields[0].fides_meta.data_type",
      /"text" is no data type/,
    ],
    [
      "an array of arrays",
      withField({ fides_meta: { data_type: "string[][]" } }),
      "dataset[0].collections[0].fields[0].fides_meta.data_type",
      /no data type/,
    ],
    [
      "the same under the old name",
      withField({ fidesops_meta: { data_type: "text" } }),
      "dataset[0].collections[0].fields[0].fidesops_meta.data_type",
      /no data type/,
    ],
    [
      "an object that says it is a text",
      withField({ fides_meta: { data_type: "string" }, fields: [{ name: "y" }] }),
      "dataset[0].collections[0].fields[0].fides_meta.data_type",
      /must be object/,
    ],
    [
      "a length of nothing",
      withField({ fides_meta: { length: 0 } }),
      "dataset[0].collections[0].fields[0].fides_meta.length",
      /more than 0/,
    ],
    [
      "a flag that is neither",
      withField({ fides_meta: { primary_key: "perhaps" } }),
      "dataset[0].collections[0].fields[0].fides_meta.primary_key",
      /true or false/,
    ],
    [
      "all elements of what is no array",
      withField({ fides_meta: { return_all_elements: false } }),
      "dataset[0].collections[0].fields[0].fides_meta.return_all_elements",
      /only stand on an array/,
    ],
    [
      "all elements of what is one element",
      withField({ fides_meta: { data_type: "string", return_all_elements: true } }),
      "dataset[0].collections[0].fields[0].fides_meta.return_all_elements",
      /only stand on an array/,
    ],
    [
      "a reference without a field",
      withField({ fides_meta: { references: [{ dataset: "a", field: "b" }] } }),
      "dataset[0].collections[0].fields[0].fides_meta.references[0].field",
      /collection\.field/,
    ],
    [
      "a reference of no direction",
      withField({ fides_meta: { references: [{ dataset: "a", field: "b.c", direction: "both" }] } }),
      "dataset[0].collections[0].fields[0].fides_meta.references[0].direction",
      /from or to/,
    ],
    [
      "a reference to its own collection",
      withField({ fides_meta: { references: [{ dataset: "shop", field: "person.y" }] } }),
      "dataset[0].collections[0].fields[0].fides_meta.references[0].field",
      /its own collection/,
    ],
    [
      "an order with three parts",
      withField({}, { fides_meta: { after: ["a.b.c"] } }),
      "dataset[0].collections[0].fides_meta.after[0]",
      /dataset\.collection/,
    ],
    [
      "an order with one part",
      withField({}, { fides_meta: { erase_after: ["a"] } }),
      "dataset[0].collections[0].fides_meta.erase_after[0]",
      /dataset\.collection/,
    ],
    [
      "a strategy for a collection",
      withField({}, { fides_meta: { masking_strategy_override: { strategy: "null_rewrite" } } }),
      "dataset[0].collections[0].fides_meta.masking_strategy_override.strategy",
      /only be: delete/,
    ],
    [
      "a strategy that needs a secret",
      withField({ fides_meta: { masking_strategy_override: { strategy: "hmac" } } }),
      "dataset[0].collections[0].fields[0].fides_meta.masking_strategy_override.strategy",
      /needs a secret/,
    ],
    [
      "another redaction",
      withField({ fides_meta: { redact: "value" } }),
      "dataset[0].collections[0].fields[0].fides_meta.redact",
      /only be: name/,
    ],
    [
      "a namespace that is a text",
      withField({}, {}, { fides_meta: { namespace: "public" } }),
      "dataset[0].fides_meta.namespace",
      /must be a mapping/,
    ],
    [
      "partitions without a bound",
      withField({}, { fides_meta: { partitioning: [{ field: "d" }] } }),
      "dataset[0].collections[0].fides_meta.partitioning[0]",
      /needs a start or an end/,
    ],
    [
      "partitions by a query",
      withField({}, { fides_meta: { partitioning: { where_clauses: ["`d` > (SELECT 1)"] } } }),
      "dataset[0].collections[0].fides_meta.partitioning.where_clauses[0]",
      /plain condition/,
    ],
    [
      "our own key misspelt",
      withField({ habeas_meta: { lable: { en: "x" } } }),
      "dataset[0].collections[0].fields[0].habeas_meta.lable",
      /not known in habeas_meta/,
    ],
    [
      "our own key misspelt deep down",
      withField({}, { habeas_meta: { attachment: { path: "x", file: "x" } } }),
      "dataset[0].collections[0].habeas_meta.attachment.file",
      /not known in attachment/,
    ],
    [
      "a label without a language",
      withField({ habeas_meta: { label: { English: "x" } } }),
      "dataset[0].collections[0].fields[0].habeas_meta.label.English",
      /language tag/,
    ],
    [
      "a heading that is no field",
      withField({}, { habeas_meta: { title: "y" } }),
      "dataset[0].collections[0].habeas_meta.title",
      /no field/,
    ],
    [
      "an order by no field",
      withField({}, { habeas_meta: { order_by: ["x", "y"] } }),
      "dataset[0].collections[0].habeas_meta.order_by",
      /no field/,
    ],
    [
      "an attachment twice",
      withField({}, { habeas_meta: { attachment: { path: "x", content: "x" } } }),
      "dataset[0].collections[0].habeas_meta.attachment",
      /either path or content/,
    ],
    [
      "a change date that is no field",
      withField({ habeas_meta: { contact: "email", contact_changed_at: "y" } }),
      "dataset[0].collections[0].fields[0].habeas_meta.contact_changed_at",
      /no field/,
    ],
    [
      "a contact of no kind",
      withField({ habeas_meta: { contact: "fax" } }),
      "dataset[0].collections[0].fields[0].habeas_meta.contact",
      /email, phone or post/,
    ],
    [
      "money of no kind",
      withField({ habeas_meta: { money: "euro" } }),
      "dataset[0].collections[0].fields[0].habeas_meta.money",
      /currency code/,
    ],
    [
      "money by an empty field",
      withField({ habeas_meta: { money: { field: "" } } }),
      "dataset[0].collections[0].fields[0].habeas_meta.money.field",
      /is empty/,
    ],
    [
      "money that is a number",
      withField({ habeas_meta: { money: 3 } }),
      "dataset[0].collections[0].fields[0].habeas_meta.money",
      /currency code/,
    ],
  ])("%s", (_, yaml, path, says) => {
    const parsed = parseDatasets(yaml);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problems.map((problem) => problem.path)).toEqual([path]);
    expect(parsed.problems[0]?.says).toMatch(says);
    if (path !== "") expect(parsed.problems[0]?.line).toBeGreaterThan(0);
  });

  test("every reason is named at once, each with its line", () => {
    const parsed = parseDatasets(
      "dataset:\n  - fides_key: a b\n    collections:\n      - name: c\n        fields:\n          - name: x\n            fides_meta:\n              data_type: text\n          - description: nameless\n",
    );
    expect(parsed).toMatchObject({
      ok: false,
      problems: [
        { path: "dataset[0].fides_key", line: 2 },
        { path: "dataset[0].collections[0].fields[0].fides_meta.data_type", line: 8 },
        { path: "dataset[0].collections[0].fields[1].name", line: 9 },
      ],
    });
  });

  test("one bad dataset of two leaves neither", () => {
    const parsed = parseDatasets(
      "dataset:\n  - { fides_key: good, collections: [] }\n  - { fides_key: bad }\n",
    );
    expect(parsed.ok).toBe(false);
    expect(parsed).not.toHaveProperty("datasets");
  });
});

describe("partitions of BigQuery", () => {
  test.each([
    [{ where_clauses: ["`created` > '2024-01-01'", "`created` <= CURRENT_TIMESTAMP()"] }],
    [[{ field: "d", start: "2024-01-01" }]],
    [
      [
        { field: "d", end: "2024-01-01T10:00:00Z" },
        { field: "d", start: "NOW() - 1000 DAYS", end: "NOW()", interval: "500 DAYS" },
      ],
    ],
    [[{ field: "d", start: "TODAY() + 1 WEEK", end: "TIMESTAMP(TODAY())" }]],
    [[{ field: "d", start: "TIMESTAMP(TODAY() - 2 MONTHS)", end: "TIMESTAMP('2024-01-01')" }]],
    [[{ field: "d", start: "TIMESTAMP('2024-01-01 10:00:00')" }]],
  ])("%j is taken", (partitioning) => {
    expect(parseDatasets(withField({}, { fides_meta: { partitioning } }))).toMatchObject({
      ok: true,
      warnings: [],
    });
  });

  test.each([
    [{ where_clauses: [] }],
    [{ where_clauses: ["`a` > 1; drop table x"] }],
    [{ where_clauses: ["`a` > 1 UNION ALL x"] }],
    [[]],
    [[{ field: "d", start: "yesterday" }]],
    [[{ start: "NOW()" }]],
    [[{ field: "d", start: "NOW()", interval: "often" }]],
    ["NOW()"],
  ])("%j is refused", (partitioning) => {
    expect(parseDatasets(withField({}, { fides_meta: { partitioning } })).ok).toBe(false);
  });
});

describe("files made to hurt", () => {
  test("an alias bomb, endless nesting and a file too large are refused, quickly", () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${"bcdefghijk"
      .split("")
      .map(
        (name, index) =>
          `${name}: &${name} [${Array.from({ length: 10 }, () => `*${"abcdefghij"[index]}`).join(", ")}]`,
      )
      .join("\n")}\ndataset: *k\n`;
    expect(parseDatasets(bomb)).toMatchObject({
      ok: false,
      problems: [{ says: expect.stringMatching(/grow without end/) }],
    });
    for (const open of ["[", "{a: ", "- "]) {
      expect(parseDatasets(`dataset: ${open.repeat(50_000)}`).ok, open).toBe(false);
    }
    expect(
      parseDatasets(
        `dataset:\n${Array.from({ length: 2_000 }, (_, depth) => `${" ".repeat(depth + 1)}a:`).join("\n")}`,
      ).ok,
    ).toBe(false);
    expect(parseDatasets("#".repeat(yamlMaxBytes + 1))).toMatchObject({
      ok: false,
      problems: [{ says: expect.stringMatching(/larger than 5 MB/) }],
    });
  });

  test("a key named __proto__ is only a key", () => {
    const parsed = parseDatasets(
      '{"dataset": [{"fides_key": "a", "collections": [], "__proto__": {"polluted": true}}]}',
    );
    expect(parsed).toMatchObject({ ok: true, warnings: [{ path: "dataset[0].__proto__" }] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("words of YAML 1.1 are texts where a name is meant", () => {
    const [dataset] = datasetsOf(
      "dataset: [{ fides_key: a, collections: [{ name: on, fields: [{ name: y }, { name: no }] }] }]",
    ) as [Dataset];
    expect(dataset.collections[0]?.fields.map((field) => field.name)).toEqual(["y", "no"]);
  });
});
