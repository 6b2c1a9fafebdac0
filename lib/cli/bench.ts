import { cpus, totalmem } from "node:os";
import { benches } from "./bench/benches.ts";
import { complain, say } from "./say.ts";

/** `npm run bench -- <name>`: figures of this machine, printed with what the machine is. */

const [name = "", ...words] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name as keyof typeof benches] : null;
if (!bench) {
  complain(
    [
      "npm run bench -- <name>",
      "",
      ...Object.entries(benches).map(([key, { summary }]) => `  ${key.padEnd(9)} ${summary}`),
    ].join("\n"),
  );
  process.exit(name ? 1 : 0);
}
const [cpu] = cpus();
say(
  `${cpus().length} × ${cpu?.model.trim() ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GB, ` +
    `${process.platform} ${process.arch}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 16)}Z`,
);
const { run } = await bench.load();
await run(words, say);
process.exit(0);
