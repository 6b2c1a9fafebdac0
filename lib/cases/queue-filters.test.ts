import { expect, test } from "vitest";
import { caseAddress, listIn, parseQueueFilters, queueAddress } from "./queue-filters.ts";

const colleague = "7d9f2f0e-8c0b-4e5e-9d42-3f0b7a1c5e60";

test.each([
  ["all open cases", {}, "/desk/cases/HB-2222-3333"],
  ["a view", { view: "late" }, "/desk/cases/HB-2222-3333?view=late"],
  [
    "everything at once",
    {
      view: "to-approve",
      right: "access",
      law: "uk-gdpr",
      who: colleague,
      due: "7",
      sort: "aim",
      order: "desc",
    },
    `/desk/cases/HB-2222-3333?view=to-approve&right=access&law=uk-gdpr&who=${colleague}&due=7&sort=aim&order=desc`,
  ],
  ["a later page", { after: "2026-11-24~x" }, "/desk/cases/HB-2222-3333?after=2026-11-24%7Ex"],
])("a case opened out of %s carries the list in its address", (_what, asked, address) => {
  const list = parseQueueFilters(asked);
  expect(caseAddress(list, "HB-2222-3333")).toBe(address);
  expect(listIn(address)).toEqual(list);
});

test("what a tab says of itself stands beside the list, and is no part of it", () => {
  const list = parseQueueFilters({ view: "late" });
  const address = caseAddress(list, "HB-2222-3333", "review", { category: "a&b=c", from: "25" });
  expect(address).toBe("/desk/cases/HB-2222-3333/review?category=a%26b%3Dc&from=25&view=late");
  expect(listIn(address)).toEqual(list);
  expect(queueAddress(list, { after: null })).toBe("/desk?view=late");
});

test("an address that carries nothing we know is one of all open cases", () => {
  expect(listIn("/desk/cases/HB-2222-3333?view=elsewhere&who=x&_rsc=1")).toEqual(parseQueueFilters({}));
});
