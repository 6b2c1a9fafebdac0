import { expect, test } from "vitest";
import { cheatCard } from "./facts.ts";
import { demoPeople } from "./people.ts";

test("says the amount with its money and the month before the demo's first day", () => {
  const card = cheatCard("2026-11-24");
  const of = (key: string) => card.find((row) => row.key === key);
  expect(of("maya")).toMatchObject({
    accountNo: "IP 4471 0936",
    invoice: "£18.40, October 2026",
    postcode: "BS6 5QA",
    born: "12 April 1987",
  });
  expect(of("leo")?.invoice).toBe("$24.00, September 2026");
  expect(of("nora")?.invoice).toBe("€12.00, October 2026");
  expect(of("carlos")).toMatchObject({ invoice: "$36.00, October 2026", card: "3306" });
});

test("counts months over the turn of the year", () => {
  expect(cheatCard("2027-01-31").find((row) => row.key === "leo")?.invoice).toBe("$24.00, November 2026");
});

test("the people of the demo have what the form must bear", () => {
  expect(demoPeople.wilhelmina.name).toHaveLength(200);
  expect(demoPeople.sean.name).toContain("’");
  expect(demoPeople.sean.name).toContain("'");
  expect(demoPeople.layla.name).toMatch(/^[\u0600-\u06ff ]+$/);
  expect(demoPeople.ada.email).toBe(demoPeople.alma.email);
  expect(demoPeople.walter.email).toBeNull();
  const numbers = Object.values(demoPeople).map((person) => person.accountNo);
  expect(new Set(numbers).size).toBe(numbers.length);
});
