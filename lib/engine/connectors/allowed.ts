import { isAbsolute, relative } from "node:path";
import type { Operator } from "./connector.ts";

/** Said of every connection that would lead back into this installation. */
export const ownDatabase = "This is the database of Habeas itself, which is never a source.";

type Database = { host: string; addresses?: readonly string[]; port: number; database: string };

/** What a source wants to open. Paths are real ones, symbolic links resolved; `addresses` are those of the host. */
export type Wanted = (Database & { schema: string }) | { path: string };

/** Why something may not be opened, or null where it may. Pure: the operator's lists come in, nothing is looked up. */
export function refusal(operator: Operator, wanted: Wanted): string | null {
  if ("path" in wanted) {
    return operator.folders.some((folder) => isInside(folder, wanted.path))
      ? null
      : "The folder is not among those that this installation may read.";
  }
  const own = operator.own.find((one) => isOwn(one, wanted));
  if (own && !own.openSchemas.includes(wanted.schema)) return ownDatabase;
  return operator.hosts.some((entry) => isHost(entry, wanted.host, wanted.port))
    ? null
    : `The host ${hostName(wanted.host)}:${wanted.port} is not among those that this installation may read.`;
}

/** Whether a real path is a folder or lies below it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!isAbsolute(way) && way !== ".." && !/^\.\.[/\\]/.test(way));
}

/** `db.example.org`, `db.example.org:5432`, `[::1]:5432`, `*.example.org` (any name below, not the domain itself) or `*`. */
function isHost(entry: string, host: string, port: number): boolean {
  if (entry === "*") return true;
  const [, name = entry, entryPort] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  if (entryPort !== undefined && Number(entryPort) !== port) return false;
  const [allowed, wanted] = [hostName(name), hostName(host)];
  return allowed.startsWith("*.") ? wanted.endsWith(allowed.slice(1)) : allowed === wanted;
}

function isOwn(own: Database, wanted: Database): boolean {
  if (own.port !== wanted.port || own.database !== wanted.database) return false;
  const names = [wanted.host, ...(wanted.addresses ?? [])].map(machine);
  return [own.host, ...(own.addresses ?? [])].some((host) => names.includes(machine(host)));
}

/** One spelling per host name: lower case, no brackets, no final dot. */
function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
}

/** The many names of this machine as one, so that Habeas's own database is recognised under each. */
function machine(host: string): string {
  const name = hostName(host);
  const isThis =
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "::1" ||
    name === "::" ||
    name === "0.0.0.0";
  return isThis || /^(::ffff:)?127(\.\d+){3}$/.test(name) ? "localhost" : name;
}
