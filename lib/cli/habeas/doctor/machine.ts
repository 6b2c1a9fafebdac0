import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Env } from "#lib/env.ts";
import { readRing } from "#lib/keys/ring.ts";
import { isBuilt } from "../../build.ts";
import { dataFolderProblem } from "../../data-folder.ts";
import { fine, worth, wrong, type Finding } from "./finding.ts";

export function checkNode(): Finding[] {
  const major = Number(process.versions.node.split(".")[0]);
  return major >= 24
    ? [fine(`Node ${process.versions.node}.`)]
    : [
        wrong(
          `This runs on Node ${process.versions.node}; Habeas needs 24. Use "npm run -s habeas -- …", which brings its own.`,
        ),
      ];
}

export function checkAddress({ mode, url }: Env): Finding[] {
  const isLocal = /^https?:\/\/(localhost|127\.|\[)/.test(url);
  return mode === "demo"
    ? [fine(`Demo mode, at ${url}.`)]
    : isLocal
      ? [
          worth(
            `Production mode, at ${url}: links in mails lead to this machine only. Set HABEAS_URL to the address people use.`,
          ),
        ]
      : [fine(`Production mode, at ${url}.`)];
}

/** Below this the database and the bundles soon have no room. Bytes. */
const littleSpace = 1_000_000_000;

export function checkFolders({ dataFolder }: Env): Finding[] {
  const problem = dataFolderProblem(dataFolder);
  if (problem) return [wrong(problem)];
  if (!existsSync(dataFolder))
    return [worth(`The data folder ${dataFolder} does not exist yet; "npm start" makes it.`)];
  const { bavail, bsize } = statfsSync(dataFolder);
  const others = process.platform === "win32" ? 0 : statSync(dataFolder).mode & 0o066;
  return [
    bavail * bsize < littleSpace
      ? wrong(
          `The disk of ${dataFolder} has less than 1 GB left. Free some, or set HABEAS_DATA to a larger one.`,
        )
      : fine(`Data folder ${dataFolder}.`),
    ...(others
      ? [wrong(`The data folder ${dataFolder} can be read by others. Run: chmod 700 ${dataFolder}`)]
      : []),
  ];
}

/** Settings already refused a folder in the project, one of the demo's and one open to others. */
export function checkKeys({ keysFolder, mode }: Env): Finding[] {
  if (mode === "demo" && !existsSync(keysFolder))
    return [worth(`There are no keys yet; "npm start" makes them in ${keysFolder}.`)];
  try {
    const { kekIds } = readRing(keysFolder);
    return [fine(`Keys in ${keysFolder}: ${kekIds.join(", ")}.`)];
  } catch (error) {
    return [wrong((error as Error).message)];
  }
}

export function checkSources({ allowedHosts, allowedFolders, mode }: Env): Finding[] {
  const findings = allowedFolders.map((folder) =>
    isAllowed(folder, constants.R_OK | constants.X_OK)
      ? fine(`Sources may read the folder ${folder}.`)
      : wrong(
          `HABEAS_ALLOWED_FOLDERS names ${folder}, which ${existsSync(folder) ? "this user cannot read" : "does not exist"}.`,
        ),
  );
  for (const host of allowedHosts) {
    findings.push(
      /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(host)
        ? fine(`Sources may connect to ${host}.`)
        : wrong(`HABEAS_ALLOWED_HOSTS names "${host}", which is neither host nor host:port.`),
    );
  }
  if (!findings.length && mode === "production") {
    findings.push(
      worth(
        "No source can be connected yet: name their hosts in HABEAS_ALLOWED_HOSTS, their folders in HABEAS_ALLOWED_FOLDERS.",
      ),
    );
  }
  return findings;
}

export function checkBuild(): Finding[] {
  return [
    isBuilt()
      ? fine("The pages are built.")
      : worth('The pages are not built from the present sources; "npm start" builds them.'),
  ];
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return existsSync(dirname(path));
  } catch {
    return false;
  }
}
