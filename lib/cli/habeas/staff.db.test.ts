import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { testInstallation } from "#db/testing/installation.ts";
import { aMember, anOrganisation } from "#lib/auth/house.test.kit.ts";
import { signInStaff } from "#lib/auth/commands/sign-in.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { commands } from "./commands.ts";
import { askPassword, type Keyboard } from "./staff/passwords.ts";

testInstallation();

beforeAll(async () => {
  const acme = await anOrganisation("acme");
  await anOrganisation("other");
  await aMember(acme, "root@acme.example", ["admin"], "a long enough one");
  await aMember(acme, "ana@acme.example", ["caseworker"], "a long enough one");
});

let said: string[] = [];
let complained: string[] = [];
beforeEach(() => {
  [said, complained] = [[], []];
});

/** Runs a command as `habeas` would. @returns its status */
async function habeas(line: string): Promise<number> {
  const words = line.split(" ");
  const command = commands.find(({ name }) => words.slice(0, 2).join(" ") === name);
  if (command?.needs !== "installation") throw new Error(`no command ${line}`);
  const desk = {
    env: env(),
    say: (sentence: string) => void said.push(sentence),
    complain: (sentence: string) => void complained.push(sentence),
  };
  return (await command.load()).run(words.slice(2), desk);
}

test.each([
  [
    "staff list",
    0,
    /acme: 2\n {2}ana@acme\.example {4}.* {3}caseworker\n {2}root@acme\.example {3}.* {3}admin\nother: nobody yet$/,
  ],
  ["staff list nowhere", 1, /^There is no organisation "nowhere"\. There is: acme, other\.$/],
  ["staff list acme more", 1, /^Usage/],
  [
    "staff change acme Ana@Acme.example approver, auditor",
    0,
    /^From now on ana@acme\.example is approver, auditor\.$/,
  ],
  [
    "staff change acme ana@acme.example approver,auditor",
    1,
    /^The roles are approver, auditor already\. Nothing was changed\.$/,
  ],
  [
    "staff change acme ana@acme.example boss",
    1,
    /^There is no role "boss"\. Roles are caseworker, approver, auditor, admin\.$/,
  ],
  ["staff change acme ana@acme.example", 1, /^Usage.*\nRoles: caseworker/],
  ["staff change acme ana admin", 1, /^"ana" is no e-mail address\. Give one such as ana@example\.org\.$/],
  ["staff change nowhere ana@acme.example admin", 1, /no organisation "nowhere"/],
  [
    "staff change other ana@acme.example admin",
    1,
    /^Nobody with this e-mail address works at "other"\. Nothing was changed\.$/,
  ],
  ["staff change acme root@acme.example auditor", 1, /only admin left.*Nothing was changed\.$/],
  ["staff disable acme root@acme.example", 1, /only admin left/],
  ["staff disable acme", 1, /^Usage/],
  ["staff disable acme ana@acme.example", 0, /can no longer sign in, and is signed out everywhere\.$/],
  ["staff list acme", 0, /approver, auditor \(disabled since \d{4}-\d\d-\d\d\)/],
  [
    "staff enable acme ana@acme.example",
    0,
    /can sign in again, as approver, auditor, with the password from before\.$/,
  ],
  ["staff enable acme ana@acme.example", 1, /^The account is not disabled\. Nothing was changed\.$/],
  ["staff password acme ana@acme.example my-own-password", 1, /^Usage[\s\S]*asked for/],
  ["staff password acme nobody@acme.example draw", 1, /^Nobody with this e-mail/],
])("%s: status %i", async (line, status, says) => {
  expect(await habeas(line)).toBe(status);
  expect((status === 0 ? said : complained).join("\n")).toMatch(says);
  expect(status === 0 ? complained : said).toEqual([]);
});

test("a drawn password is shown once, and is the one that opens", async () => {
  expect(await habeas("staff password acme ana@acme.example draw")).toBe(0);
  const password = /shown only now: (\S+)/.exec(said.join("\n"))?.[1] ?? "";
  const visit = { network: "192.0.2.1", now: new Date(), requestId: newId(), afterwards: () => {} };
  const signedIn = await signInStaff({ email: "ana@acme.example", password, ...visit });
  expect(signedIn.ok).toBe(true);
});

/** Types into the prompt. @returns what came of it, and what the screen showed */
async function typed(keys: string, isTTY: boolean) {
  const keyboard: Keyboard & PassThrough = Object.assign(new PassThrough(), { isTTY });
  const screen = new PassThrough();
  const answer = askPassword("ana@acme.example", keyboard, screen);
  keyboard.end(keys);
  const read = await answer;
  screen.end();
  return { read, shown: await text(screen) };
}

test.each([
  ["piped", "piped in word\nignored\n", false, { ok: true, value: "piped in word" }],
  ["piped without a line's end", "piped in word", false, { ok: true, value: "piped in word" }],
  [
    "piped with blanks around, which are part of it",
    " piped in word \n",
    false,
    { ok: true, value: " piped in word " },
  ],
  ["nothing piped", "", false, { ok: false, says: "No password was given." }],
  ["typed twice", "typed in word\rtyped in word\r", true, { ok: true, value: "typed in word" }],
  [
    "typed with a slip",
    "typed in word\rtyped in work\r",
    true,
    { ok: false, says: "The two were not the same." },
  ],
  ["only Enter", "\r", true, { ok: false, says: "No password was given." }],
  ["Ctrl-C", "typed\u0003", true, { ok: false, says: "No password was given." }],
])("the password, %s", async (_how, keys, isTTY, comes) => {
  const { read, shown } = await typed(keys, isTTY);
  expect(read).toEqual(comes);
  expect(shown).not.toContain("word\n");
  expect(shown.includes("New password for ana@acme.example")).toBe(isTTY);
});
