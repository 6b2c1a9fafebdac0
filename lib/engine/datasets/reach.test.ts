import { expect, test } from "vitest";
import { parseDatasets } from "./parse.ts";
import { planReach, type Reach } from "./reach.ts";
import type { Dataset } from "./vocabulary.ts";
import { fieldAddressText, parseFieldAddress } from "./vocabulary.ts";

const from = (field: string, dataset = "d") => ({ dataset, field, direction: "from" });

const datasets: Dataset[] = (() => {
  const field = (name: string, ...references: object[]) => ({ name, fides_meta: { references } });
  const parsed = parseDatasets(
    JSON.stringify({
      dataset: [
        {
          fides_key: "d",
          collections: [
            {
              name: "accounts",
              fields: [field("no"), field("home", { dataset: "d", field: "addresses.id", direction: "to" })],
            },
            {
              name: "invoices",
              fields: [field("account", from("accounts.no")), field("id"), field("amount")],
            },
            {
              name: "lines",
              fields: [
                field("invoice", from("invoices.id")),
                field("ship", { dataset: "d", field: "addresses.id", direction: "to" }),
              ],
            },
            { name: "addresses", fields: [field("id"), field("zip")] },
            {
              name: "cards",
              fields: [field("holder", from("accounts.no")), field("payer", from("accounts.no"))],
            },
            { name: "notes", fields: [field("about", { dataset: "d", field: "accounts.no" })] },
            { name: "hidden", fides_meta: { skip_processing: true }, fields: [field("x")] },
          ],
        },
        {
          fides_key: "e",
          collections: [{ name: "contacts", fields: [field("account", from("accounts.no")), field("mail")] }],
        },
      ],
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.datasets;
})();

const told = (reach: Reach) =>
  reach.ok
    ? reach.hops.map((hop) => `${fieldAddressText(hop.from)} → ${fieldAddressText(hop.to)}`)
    : reach.reason;

test.each<[start: string, goal: string, hops: string[] | RegExp]>([
  ["d:accounts", "d:accounts", []],
  ["d:accounts", "d:invoices", ["d:accounts.no → d:invoices.account"]],
  ["d:accounts", "d:lines", ["d:accounts.no → d:invoices.account", "d:invoices.id → d:lines.invoice"]],
  ["d:accounts", "d:addresses", ["d:accounts.home → d:addresses.id"]],
  ["d:accounts", "e:contacts", ["d:accounts.no → e:contacts.account"]],
  ["d:accounts", "d:notes", ["d:accounts.no → d:notes.about"]],
  ["d:notes", "d:accounts", ["d:notes.about → d:accounts.no"]],
  ["d:invoices", "d:accounts", /No reference leads/],
  ["d:accounts", "d:cards", /More than one reference.*no → d:cards.holder or no → d:cards.payer/],
  ["d:accounts", "d:hidden", /no collection d:hidden/],
  ["d:gone", "d:accounts", /no collection d:gone/],
])("from %s to %s", (start, goal, hops) => {
  const result = told(planReach(datasets, start as `${string}:${string}`, goal as `${string}:${string}`));
  if (hops instanceof RegExp) expect(result).toMatch(hops);
  else expect(result).toEqual(hops);
});

test.each<[text: string, isAddress: boolean]>([
  ["shop.main:orders.customer.id", true],
  ["shop:orders", false],
  ["orders.id", false],
  ["shop:.id", false],
  ["shop:orders.", false],
  [":orders.id", false],
])("the address %j", (text, isAddress) => {
  const parsed = parseFieldAddress(text);
  expect(parsed !== null).toBe(isAddress);
  if (parsed) expect(fieldAddressText(parsed)).toBe(text);
});
