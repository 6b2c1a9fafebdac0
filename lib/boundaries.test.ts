import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Guards the arrows between the rooms of the house (README, "What imports what"): who may import whom, no circles, no
 * clock, environment or randomness in pure files, every door to the outside made by its wrapper.
 */

const root = join(import.meta.dirname, "..");

type Kind = "pure" | "io" | "web" | "db" | "db-tools" | "components" | "app" | "top";

/** IO has honest names: these four as file or folder in any area, and the few rooms named here. */
const ioNames = /(^|\/)(queries|commands|jobs|client)(\.ts$|\/)/;
const ioRooms =
  /^lib\/(jobs\/queue|auth\/options|engine\/connectors\/index|env|clock|ids|log)\.ts$|^lib\/(files|keys|demo)\//;

function kindOf(file: string): Kind {
  if (
    /\.(test|spec)\.tsx?$|\.test\.(kit|fixture)\.ts$|^e2e\/|^lib\/cli\/|^db\/testing|^lib\/demo\/seed/.test(
      file,
    )
  )
    return "top";
  if (/^db\/(factories|seed|testing)/.test(file)) return "db-tools";
  if (file.startsWith("db/")) return "db";
  if (file.startsWith("components/")) return "components";
  if (file.startsWith("app/") || file === "proxy.ts") return "app";
  if (file.startsWith("lib/web/") && !ioNames.test(file)) return "web";
  return ioNames.test(file) || ioRooms.test(file) ? "io" : "pure";
}

const allowed: Record<Kind, readonly Kind[]> = {
  pure: ["pure"],
  io: ["pure", "io", "db"],
  web: ["pure", "io", "web", "components"],
  db: ["pure", "db", "io"],
  "db-tools": ["pure", "io", "db", "db-tools", "top"],
  components: ["pure", "components"],
  app: ["app", "components", "web", "io", "pure"],
  top: ["pure", "io", "web", "db", "db-tools", "components", "app", "top"],
};

/** Packages that compute and nothing else. */
const purePackages =
  /^(zod|yaml|canonicalize|temporal-polyfill|date-holidays|libphonenumber-js|use-intl|csv-parse|file-type)(\/|$)/;
const pureBuiltins = new Set(["node:crypto", "node:path", "node:buffer"]);

type File = { path: string; text: string };

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

function readHouse(): File[] {
  const paths = [...["app", "components", "db", "lib", "e2e"].flatMap(listFiles), "proxy.ts"];
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** What a file imports at run time; type-only imports do not count. */
function importsOf({ path, text }: File): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(
    /^(?:import|export)\s+(?!type\b)([^"';]*?)\s*from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gms,
  )) {
    const names = /\{([^}]*)\}/.exec(match[1] ?? "")?.[1];
    const isTypeOnly =
      names !== undefined &&
      !/^\s*[\w$]+\s*,/.test(match[1] ?? "") &&
      names
        .split(",")
        .filter((one) => one.trim())
        .every((one) => one.trim().startsWith("type "));
    const target = match[2] ?? match[3] ?? match[4];
    if (target && !isTypeOnly) found.push(resolve(path, target));
  }
  return found;
}

function resolve(from: string, target: string): string {
  if (target.startsWith("#")) return target.slice(1);
  if (target.startsWith(".")) return join(from, "..", target).replaceAll("\\", "/");
  return target;
}

const isOurs = (target: string) => /^(app|components|db|lib|e2e)\//.test(target) || target === "proxy.ts";

function wrongArrows(files: readonly File[]): string[] {
  return files.flatMap((file) => {
    const kind = kindOf(file.path);
    return importsOf(file).flatMap((target) => {
      if (isOurs(target))
        return allowed[kind].includes(kindOf(target))
          ? []
          : [`${file.path} (${kind}) imports ${target} (${kindOf(target)})`];
      if (target === "server-only")
        return kind === "web" ? [] : [`${file.path} imports server-only outside lib/web`];
      if (kind === "pure" && !purePackages.test(target) && !pureBuiltins.has(target))
        return [`${file.path} (pure) imports ${target}`];
      return [];
    });
  });
}

const impure =
  /\bDate\.now\(|\bnew Date\(\)|\bprocess\.env\b|\bMath\.random\(|\brandom(UUID|Bytes|Int)\(|\bperformance\.now\(/;

function impurities(files: readonly File[]): string[] {
  return files
    .filter(
      (file) => kindOf(file.path) === "pure" && impure.test(file.text.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, "")),
    )
    .map((file) => `${file.path} reads clock, environment or randomness`);
}

function readers(files: readonly File[]): string[] {
  return files
    .filter(
      (file) =>
        kindOf(file.path) !== "top" && file.path !== "lib/env.ts" && /\bprocess\.env\b/.test(file.text),
    )
    .map((file) => `${file.path} reads process.env`);
}

/** Circles between files, each told once. */
function circles(files: readonly File[], nodeOf: (path: string) => string | null): string[] {
  const edges = new Map<string, Set<string>>();
  for (const file of files) {
    const from = nodeOf(file.path);
    if (!from) continue;
    for (const target of importsOf(file).filter(isOurs)) {
      const to = nodeOf(target);
      if (to && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  const found: string[] = [];
  const state = new Map<string, "open" | "done">();
  const walk = (node: string, way: string[]) => {
    if (state.get(node) === "done") return;
    if (state.get(node) === "open") {
      found.push([...way.slice(way.indexOf(node)), node].join(" → "));
      return;
    }
    state.set(node, "open");
    for (const next of edges.get(node) ?? []) walk(next, [...way, node]);
    state.set(node, "done");
  };
  for (const node of edges.keys()) walk(node, []);
  return found;
}

/** Every export of a "use server" file is made by `action(…)`, every handler of a route by `route(…)`. */
function openDoors(files: readonly File[]): string[] {
  return files.flatMap(({ path, text }) => {
    if (/^\s*"use server"/.test(text)) {
      return [...text.matchAll(/^export\s+(?!type\b)(.*)$/gm)]
        .filter((match) => !/^const \w+ = (action|caseAction|demoAction)\(/.test(match[1] ?? ""))
        .map((match) => `${path} exports an action that is not made by action(…): ${match[1]}`);
    }
    if (/(^|\/)route\.ts$/.test(path) && !path.includes("[...nextauth]")) {
      return [
        ...text.matchAll(
          /^export\s+(?:const|async function|function)\s+(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b(.*)$/gm,
        ),
      ]
        .filter((match) => !/^ = \w*[rR]oute\(/.test(match[2] ?? ""))
        .map((match) => `${path} has a ${match[1]} that is not made by route(…)`);
    }
    return [];
  });
}

const fileNode = (path: string) => (kindOf(path) === "top" ? null : path);

const house = readHouse();

describe("the house", () => {
  test("has only the arrows it allows", () => expect(wrongArrows(house)).toEqual([]));
  test("keeps clock, environment and randomness out of pure files", () =>
    expect(impurities(house)).toEqual([]));
  test("reads the environment in one place", () => expect(readers(house)).toEqual([]));
  test("has no circle between files", () => expect(circles(house, fileNode)).toEqual([]));
  test("makes every door by its wrapper", () => expect(openDoors(house)).toEqual([]));
});

describe("the guard bites", () => {
  const planted = (path: string, text: string): File[] => [...house, { path, text }];
  test.each([
    ["pure code that opens the database", "lib/law/planted.ts", 'import { database } from "#db/client.ts";'],
    ["a page that opens the database", "app/planted.tsx", 'import { database } from "#db/client.ts";'],
    [
      "a component that runs a command",
      "components/ui/planted.tsx",
      'import { change } from "#lib/cases/commands/change.ts";',
    ],
    ["pure code with a network package", "lib/law/planted.ts", 'import postgres from "postgres";'],
    ["server-only outside lib/web", "lib/cases/commands/planted.ts", 'import "server-only";'],
  ])("on %s", (_name, path, text) => {
    expect(wrongArrows(planted(path, text)).some((says) => says.startsWith(path))).toBe(true);
  });

  test("not on imports of types", () => {
    const text = 'import type { Database } from "#db/client.ts";\nimport { type Tx } from "#db/client.ts";';
    expect(
      wrongArrows(planted("lib/law/planted.ts", text)).filter((says) => says.includes("planted")),
    ).toEqual([]);
  });

  test("on a clock in pure code", () => {
    expect(
      impurities(planted("lib/law/planted.ts", "export const now = () => Date.now();")).join(),
    ).toContain("planted");
  });

  test("on a second reader of the environment", () => {
    expect(
      readers(
        planted("lib/cases/commands/planted.ts", "export const url = process.env.DATABASE_URL;"),
      ).join(),
    ).toContain("planted");
  });

  test("on a circle", () => {
    const pair = [
      { path: "lib/law/a-planted.ts", text: 'import { b } from "./b-planted.ts";' },
      { path: "lib/law/b-planted.ts", text: 'import { a } from "./a-planted.ts";' },
    ];
    expect(circles([...house, ...pair], fileNode).join()).toContain("planted");
  });

  test("on an action and a route without their wrappers", () => {
    const text = '"use server";\nexport async function approve() {}';
    expect(openDoors(planted("app/planted/actions.ts", text)).join()).toContain("planted");
    expect(openDoors(planted("app/planted/route.ts", "export async function GET() {}")).join()).toContain(
      "planted",
    );
  });
});
