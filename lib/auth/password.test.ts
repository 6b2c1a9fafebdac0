import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./commands/hashing.ts";
import { cost, formatHash, isOutdated, parseHash, passwordSchema } from "./password.ts";

test("a stored hash is read back as it was written", () => {
  const stored = { cost, salt: Buffer.alloc(16, 7), hash: Buffer.alloc(32, 9) };
  const text = formatHash(stored);
  expect(text).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$[\w+/]+\$[\w+/]+$/);
  expect(parseHash(text)).toEqual(stored);
});

test.each([
  "",
  "plain",
  "$2b$12$abcdefghijklmnopqrstuv",
  "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
])("%j is no hash of ours", (text) => {
  expect(parseHash(text)).toBeNull();
});

test("a hash with smaller parameters is made anew at the next sign-in", () => {
  const made = { cost, salt: Buffer.alloc(16), hash: Buffer.alloc(32) };
  expect(isOutdated(made)).toBe(false);
  expect(isOutdated({ ...made, cost: { ...cost, passes: 2 } })).toBe(true);
});

test.each([
  ["short", false],
  ["twelve chars", true],
  ["длинный пароль", true],
  ["a".repeat(201), false],
  ["a NUL is no key\0", false],
  ["half of a pair \ud83d", false],
])("%j may be a password: %s", (password, allowed) => {
  expect(passwordSchema.safeParse(password).success).toBe(allowed);
});

test("only the password itself opens its hash, however its accents were typed", async () => {
  const stored = await hashPassword("demo-Zoë-2026");
  expect(stored).not.toBe(await hashPassword("demo-Zoë-2026"));
  const answers = await Promise.all([
    verifyPassword("demo-Zoë-2026", stored),
    verifyPassword("demo-Zoë-2026".normalize("NFD"), stored),
    verifyPassword("demo-zoë-2026", stored),
    verifyPassword("", stored),
    verifyPassword("demo-Zoë-2026", null),
    verifyPassword("demo-Zoë-2026", "not a hash"),
  ]);
  expect(answers).toEqual([true, true, false, false, false, false]);
});

test("a hash made with other parameters still opens", async () => {
  const { argon2Sync } = await import("node:crypto");
  const salt = Buffer.alloc(16, 1);
  const hash = argon2Sync("argon2id", {
    message: "old password",
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: 64,
    passes: 1,
  });
  const stored = formatHash({ cost: { memory: 64, passes: 1, lanes: 1 }, salt, hash });
  expect(await verifyPassword("old password", stored)).toBe(true);
  expect(await verifyPassword("new password", stored)).toBe(false);
});

test("checks beyond those under way wait their turn, and too many are sent away", async () => {
  const stored = await hashPassword("the same for all");
  const results = await Promise.allSettled(
    Array.from({ length: 44 }, () => verifyPassword("the same for all", stored)),
  );
  expect(results.filter((result) => result.status === "fulfilled" && result.value)).toHaveLength(42);
  const away = results.filter((result) => result.status === "rejected");
  expect(away.map((result) => result.reason.code)).toEqual(["too-many", "too-many"]);
  expect(await verifyPassword("the same for all", stored)).toBe(true);
});
