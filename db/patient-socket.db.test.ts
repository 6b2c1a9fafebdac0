import { createServer, connect as connectTo, type AddressInfo, type Socket } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isDatabaseAway } from "#lib/database-away.ts";
import { patientSocket } from "./patient-socket.ts";
import { emptyDatabase, type TestDatabase } from "./testing/databases.ts";

let database: TestDatabase;
/** Stands between the client and the real server, and can fall silent as a frozen server does. */
let isSilent = false;
const open = new Set<Socket>();
const between = createServer((client) => {
  const { hostname, port } = new URL(database.url);
  const server = connectTo(Number(port), hostname);
  for (const socket of [client, server]) {
    open.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => open.delete(socket));
  }
  client.on("data", (chunk) => void (isSilent || server.write(chunk)));
  server.on("data", (chunk) => void (isSilent || client.write(chunk)));
});
beforeAll(async () => {
  database = await emptyDatabase();
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  for (const socket of open) socket.destroy();
  between.close();
  await database.drop();
});

const through = () =>
  Object.assign(new URL(database.url), { port: String((between.address() as AddressInfo).port) }).href;
const options = { max: 1, connect_timeout: 1, backoff: () => 0.05, socket: patientSocket(300) } as object;
const client = () => postgres(through(), options);

test("a server that falls silent is given up, and found again when it speaks", async () => {
  const sql = client();
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  isSilent = true;
  const failed = await sql`select 2 as two`.then(
    () => null,
    (error: unknown) => error,
  );
  expect(isDatabaseAway(failed)).toBe(true);
  isSilent = false;
  expect(await sql`select 3 as three`).toEqual([{ three: 3 }]);
  await sql.end();
});

test("one that is only slow is waited for, and a connection nobody uses is made anew when it is needed", async () => {
  const sql = client();
  expect(await sql`select pg_sleep(0.2), 1 as one`).toMatchObject([{ one: 1 }]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await sql`select 2 as two`).toEqual([{ two: 2 }]);
  await sql.end();
});

test("nobody there: it is said, and not waited for", async () => {
  const sql = postgres("postgres://u:p@127.0.0.1:9/none", options);
  const failed = await sql`select 1`.then(
    () => null,
    (error: unknown) => error,
  );
  expect(failed).toMatchObject({ code: "ECONNREFUSED" });
  expect(isDatabaseAway(failed)).toBe(true);
  await sql.end();
});
