import { expect, test } from "vitest";
import { completeLock } from "./complete-lock.mjs";

test("optional packages of other systems that are named but not locked are added, with their system", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/next": {
        version: "16.0.0",
        optionalDependencies: {
          "@next/swc-linux-x64-musl": "16.0.0",
          "@next/swc-win32-arm64-msvc": "16.0.0",
          "@img/here": "1.0.0",
          "@img/sharp-darwin-x64": "^0.35.0",
        },
      },
      "node_modules/@img/here": { version: "1.0.0" },
      "node_modules/vite": {
        version: "9.0.0",
        dev: true,
        optionalDependencies: { fsevents: "~2.3.3", inner: "1.0.0" },
      },
      "node_modules/vite/node_modules/inner": { version: "1.0.0" },
    } as Record<string, object>,
  };
  expect(completeLock(lock)).toHaveLength(4);
  expect(lock.packages).toMatchObject({
    "node_modules/@next/swc-linux-x64-musl": {
      version: "16.0.0",
      optional: true,
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
    },
    "node_modules/@next/swc-win32-arm64-msvc": { os: ["win32"], cpu: ["arm64"] },
    "node_modules/@img/sharp-darwin-x64": { version: "0.35.0", os: ["darwin"], cpu: ["x64"] },
    "node_modules/fsevents": { version: "2.3.3", dev: true, optional: true },
  });
  expect(completeLock(lock)).toEqual([]);
});
