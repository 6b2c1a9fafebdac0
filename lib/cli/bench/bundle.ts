import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPolicy } from "#db/factories.ts";
import { cases, claim } from "#db/schema/index.ts";
import { emptyDatabase } from "#db/testing/databases.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { newestBundle } from "#lib/bundle/commands.ts";
import { htmlPages } from "#lib/bundle/layout.ts";
import { approve, askApproval } from "#lib/decisions/commands/answer.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { openTestServer } from "../test/house.ts";
import { connectStore, fillStore } from "./bundle-store.ts";
import { copyRows } from "./copy.ts";
import { openBareInstallation, type BareInstallation } from "./installation.ts";
import { count, megabytes, numberFrom, seconds } from "./options.ts";

type Walked = {
  collectMs: number;
  buildMs: number;
  records: number;
  archiveBytes: number;
  peaks: { before: number; collect: number; build: number };
};

/** From the rows of one person in a real Postgres to the sealed, approved bundle, beside COPY into gzip -1. */
export async function run(words: string[], say: (line: string) => void): Promise<void> {
  const rows = numberFrom(words, "--rows", 200_000);
  const rounds = numberFrom(words, "--rounds", 1);
  const server = await openTestServer(say);
  const store = await emptyDatabase();
  const sql = postgres(store.url, { max: 1, onnotice: () => {} });
  const ratios: number[] = [];
  const [shown = 0] = htmlPages([rows]).shown;
  try {
    await fillStore(sql, rows);
    const [size] = await sql<{ bytes: string }[]>`select pg_table_size('activity')::text as bytes`;
    say(
      `One person with ${count(rows)} rows of 10 columns in Postgres: a table of ${megabytes(Number(size?.bytes))}.`,
    );
    for (let round = 1; round <= rounds; round += 1) {
      const installation = await openBareInstallation(new URL(store.url).host);
      try {
        const walked = await walk(installation, store.url);
        const copied = await copyRows(sql, installation.dataFolder, {
          all: rows,
          shown,
        });
        const copyMs = copied.reduce((sum, one) => sum + one.ms, 0);
        const habeasMs = walked.collectMs + walked.buildMs;
        ratios.push(habeasMs / copyMs);
        tell(say, `Round ${round} of ${rounds}`, walked, rows);
        say(
          `  COPY      ${copied.map((one) => `${one.format} ${seconds(one.ms)} (${megabytes(one.plainBytes)})`).join(" · ")}` +
            ` · together ${seconds(copyMs)} · ${count((rows * 1000) / copyMs)} rows per second`,
        );
        say(`  Ratio     Habeas takes ${(habeasMs / copyMs).toFixed(1)} times as long as COPY into gzip -1.`);
      } finally {
        await installation.close();
      }
    }
    if (rounds > 1)
      say(
        `Ratio over ${rounds} rounds: ${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}.`,
      );
    say(
      "Habeas also looks for other people's names in every text, seals every page and the archive, and keeps every step after kill -9.",
    );
    say(
      `HTML holds the first ${count(shown)} rows, as in the bundle; JSON and CSV hold all. The database writes without fsync, the files with.`,
    );
  } finally {
    await sql.end();
    await store.drop();
    await server.stop();
  }
}

function tell(say: (line: string) => void, title: string, walked: Walked, rows: number): void {
  const { collectMs, buildMs, peaks } = walked;
  const wholeMs = collectMs + buildMs;
  say(title);
  say(
    `  Habeas    collect ${seconds(collectMs)} · build ${seconds(buildMs)} · together ${seconds(wholeMs)} · ` +
      `${count((rows * 1000) / wholeMs)} rows per second`,
  );
  say(
    `  Bundle    ${count(walked.records)} records, archive of ${megabytes(walked.archiveBytes)}, sealed and approved`,
  );
  say(
    `  Memory    at most ${megabytes(peaks.collect)} while collecting, ${megabytes(peaks.build)} in all ` +
      `(${megabytes(peaks.before)} before it began)`,
  );
}

/** One request from open to approved, by the commands that pages and worker call. */
async function walk(installation: BareInstallation, storeUrl: string): Promise<Walked> {
  const category = {
    id: "activity",
    title: { en: "Activity", de: "Aktivität" },
    about: { en: "What you did.", de: "Was Sie taten." },
    collections: ["shop:activity"],
  };
  const organisation = await anOrganisation("harbour", {
    categories: [...aPolicy.categories, category],
  } as Partial<typeof aPolicy>);
  const caseworker = await aMember(organisation, "Ana Ruiz", ["caseworker"]);
  const approver = await aMember(organisation, "Tom Okafor", ["approver"]);
  await connectStore(await aMember(organisation, "Rafa Lindqvist", ["admin"]), storeUrl);
  collectGarbage();
  const before = process.memoryUsage.rss();
  const { id } = await aCase(organisation);

  const collectMs = await timed(() => runJobs(installation.url));
  await expectStatus(id, "reviewing");
  const collect = peakBytes();
  const claims = await database().select().from(claim).where(eq(claim.caseId, id));
  for (const one of claims)
    await decideClaim(caseworker, id, {
      claimId: one.id,
      outcome: "granted",
      reasons: [],
      explanation: null,
    });
  const asked = await askApproval(caseworker, id);
  if (!asked.ok) throw new Error(asked.says);

  const buildMs = await timed(() => runJobs(installation.url));
  await expectStatus(id, "awaiting-approval");
  const build = peakBytes();
  const bundle = await newestBundle(database(), id);
  await approve(approver, id, Buffer.from(bundle?.manifestHash ?? []).toString("hex"));
  await expectStatus(id, "approved");
  return {
    collectMs,
    buildMs,
    records: bundle?.recordCount ?? 0,
    archiveBytes: bundle?.sizeBytes ?? 0,
    peaks: { before, collect, build },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** So that what an earlier round left lying does not count as this one's. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/** The most memory that this process has ever held, as the system counts it. */
const peakBytes = () => process.resourceUsage().maxRSS * 1024;

async function expectStatus(caseId: string, status: string): Promise<void> {
  const [row] = await database().select({ status: cases.status }).from(cases).where(eq(cases.id, caseId));
  if (row?.status !== status) throw new Error(`The case should be ${status} and is ${row?.status}.`);
}
