import type { Mode } from "#lib/env.ts";

/** What the terminal shows once everything runs. */
export function addressTable(url: string, mode: Mode): string {
  const rows: [string, string][] =
    mode === "demo"
      ? [
          ["Start here", `${url}/demo`],
          ["Ask for your data", `${url}/ipc`],
          ["Desk (staff)", `${url}/desk`],
          ["Audit room", `${url}/audit`],
          ["Mailbox", `${url}/demo/mailbox`],
        ]
      : [
          ["Ask for your data", `${url}/`],
          ["Desk (staff)", `${url}/desk`],
          ["Audit room", `${url}/audit`],
          ["Health", `${url}/api/health`],
        ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, address]) => `  ${name.padEnd(width)}   ${address}`);
  const mood =
    mode === "demo"
      ? "Demo mode: the people are invented, and no mail leaves this machine."
      : "Production mode.";
  return ["", ...lines, "", mood, "Ctrl-C ends it; what was saved stays.", ""].join("\n");
}
