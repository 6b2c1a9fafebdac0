import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { startEmbedded } from "../embedded.ts";

/** Run by a test as a process of its own: starts a database in the folder given and writes until it is killed. */
const folder = process.argv[2] ?? "";
const database = await startEmbedded({
  folder,
  databases: [{ name: "habeas", owner: "owner" }],
  purpose: "installation",
  say: () => {},
});
const pid = readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0];
console.log(`${database.port} ${pid}`);
const sql = postgres(database.url("owner", "habeas"), { max: 1 });
await sql`create table line (n int)`;
for (let n = 1; ; n++) {
  await sql`insert into line values (${n})`;
  console.log(n);
}
