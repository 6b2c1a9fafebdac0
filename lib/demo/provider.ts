import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { demoPeople } from "./people.ts";
import { writeClientFile } from "./provider/client-file.ts";
import { createProviderServer } from "./provider/server.ts";

/** The process that plays the demo company's own OpenID provider, on this machine only. `PORT` is where it listens. */

const { mode, port, url, keysFolder, demoProviderUrl } = env();
if (mode !== "demo")
  throw new HabeasError(
    "not-set-up",
    "The demo's provider knows invented people; production does not start it.",
  );

const slug = "ipc";
const settings = writeClientFile(keysFolder, slug, demoProviderUrl ?? `http://127.0.0.1:${port}`);
const accounts = Object.values(demoPeople).flatMap(({ login }) => (login ? [login] : []));
const server = createProviderServer({
  slug,
  company: "Instant Prospect Conversion",
  appUrl: url,
  settings,
  accounts,
});
server.listen(port, "127.0.0.1", () => log.info({ part: "provider", port }, "ready"));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
