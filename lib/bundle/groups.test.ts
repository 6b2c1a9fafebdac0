import { expect, it } from "vitest";
import { shareColumns, type Column } from "./columns.ts";
import { groupKeyOf, unusedName } from "./groups.ts";
import { fixedRecords, sampleCategory, sampleGroup } from "./sample.test.fixture.ts";

it.each([
  [[], "record_type"],
  [["kind"], "record_type"],
  [["record_type"], "record_type_2"],
  [["Record_Type", "record_type_2"], "record_type_3"],
])("beside the fields %j the group is named under %s", (names, key) => {
  const fields = names.map((name) => ({ name, label: name, kind: "text" as const }));
  const group = { ...sampleGroup, fields, records: fixedRecords([]) };
  expect(groupKeyOf(sampleCategory("x", group))).toBe(key);
});

it.each([
  ["files", [], "files"],
  ["files", ["FILES"], "files_2"],
  ["files", ["files", "files_2", "files_4"], "files_3"],
])("%s beside %j becomes %s", (wanted, taken, name) => {
  expect(unusedName(wanted, taken)).toBe(name);
});

it("puts columns of one name into one, and keeps two of one name in a group apart", () => {
  const column = (header: string): Column => ({
    header,
    path: [header],
    label: header,
    field: { name: header, label: header, kind: "text" },
    isLong: false,
  });
  const [a, b, c] = [column("a"), column("b"), column("c")];
  const twice = column("b");
  const { headers, cells } = shareColumns([[a, b], [], [b, c, twice]]);
  expect(headers).toEqual(["a", "b", "c", "b"]);
  expect(cells).toEqual([
    [a, b, null, null],
    [null, null, null, null],
    [null, b, c, twice],
  ]);
});
