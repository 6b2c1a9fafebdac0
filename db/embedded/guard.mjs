/**
 * Stands between Habeas and Postgres on systems whose kernel cannot end a child with its parent (macOS, Windows):
 * when the connection to the parent closes, for whatever reason, Postgres is asked to stop.
 */
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";

const { file, args, uid, gid } = JSON.parse(process.argv[2] ?? "");
const child = spawn(file, args, { stdio: ["ignore", "inherit", "inherit"], uid, gid, windowsHide: true });

function stop() {
  if (process.platform !== "win32") return child.kill("SIGINT");
  // Windows has no SIGINT for another process; Postgres listens to pg_ctl there.
  const folder = args[args.indexOf("-D") + 1];
  spawnSync(join(dirname(file), "pg_ctl.exe"), ["stop", "-D", folder, "-m", "fast", "-W"], {
    windowsHide: true,
  });
}

process.on("disconnect", stop);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
process.on("SIGQUIT", () => child.kill("SIGQUIT"));
child.on("error", () => process.exit(1));
child.on("exit", (status) => process.exit(status ?? 1));
