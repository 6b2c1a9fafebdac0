import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { ipcPolicy } from "#db/seed/ipc/policy.ts";
import { readOrganisationFile } from "./organisation-file.ts";

const good = { slug: "acme", policy: ipcPolicy };

/** The good file with one thing changed; `undefined` takes it out. */
function changed(path: (string | number)[], value: unknown): string {
  const copy = structuredClone(good) as never;
  const last = path.at(-1) as never;
  const owner = path.slice(0, -1).reduce((inner: never, key) => inner[key as never], copy);
  if (value === undefined) delete owner[last];
  else owner[last] = value as never;
  return stringify(copy);
}

describe("the file of a new organisation", () => {
  test.each([
    ["YAML", stringify(good)],
    ["JSON", JSON.stringify(good)],
  ])("is read as %s", (_, text) => {
    expect(readOrganisationFile(text)).toEqual({ ok: true, ...good });
  });

  test.each([
    ["no name", changed(["policy", "name"], undefined), /^Line \d+: policy\.name is missing\.$/],
    ["a number for a name", changed(["policy", "name"], 7), /policy\.name must be text\.$/],
    ["an empty name", changed(["policy", "name"], ""), /policy\.name is empty\.$/],
    [
      "one language only",
      changed(["policy", "categories", 0, "title"], { en: "Account" }),
      /policy\.categories\[0\]\.title\.de is missing\.$/,
    ],
    [
      "an unknown law",
      changed(["policy", "regimes", 0], "us-xx"),
      /policy\.regimes\[0\] must be one of eu-gdpr, uk-gdpr/,
    ],
    [
      "no zone of this world",
      changed(["policy", "establishments", "default", "zone"], "Mars/Base"),
      /name an IANA time zone/,
    ],
    [
      "a field that is no path",
      changed(["policy", "proof", "contact", "field"], "email"),
      /write it as dataset:collection\.field\.$/,
    ],
    [
      "a misspelt key that would change the meaning",
      changed(["policy", "proof", "facts", 0, "latestby"], "a:b.c"),
      /policy\.proof\.facts\[0\]\.latestby is not known here/,
    ],
    ["a key beside the policy", changed(["polcy"], {}), /polcy is not known here/],
    [
      "a room of the house as address",
      changed(["slug"], "desk"),
      /slug is the address of one of Habeas's own rooms/,
    ],
    ["an address with capitals", changed(["slug"], "Acme"), /slug must be 2 to 40 lower-case letters/],
    [
      "too many days",
      changed(["policy", "delivery", "linkDays"], 900),
      /policy\.delivery\.linkDays must be at most 90\.$/,
    ],
    [
      "no mail address",
      changed(["policy", "contact", "email"], "nobody"),
      /policy\.contact\.email must be an e-mail address\.$/,
    ],
    [
      "a register of an unknown kind of data",
      changed(["policy", "register", 0, "category"], "shoes"),
      /names the category "shoes"/,
    ],
    ["broken YAML", "slug: [", /^Line 1: This is not valid YAML/],
    ["broken JSON", '{"slug": "acme", "policy": {', /^Line 1: This is not valid JSON: /],
    ["a list", "- 1", /The file must be a mapping\.$/],
    ["nothing", "", /The file must be a mapping\.$/],
    ["a NUL", "slug: a\0", /characters that are no text/],
  ])("is refused with %s", (_, text, says) => {
    const read = readOrganisationFile(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problems).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
  });
});
