import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { providerSettingsSchema, type ProviderSettings } from "../provider.ts";

type Read = { stamp: string; settings: ProviderSettings };
const known = new Map<string, Read>();

/**
 * How an organisation's people sign in: read from `oidc-<slug>.json` in the operator's key folder, so that the secret
 * lies with the keys and outside the project. A changed file counts at once. Null where the organisation has none.
 * @throws HabeasError `not-set-up` with what is wrong with the file
 */
export function findProvider(slug: string): ProviderSettings | null {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(slug)) return null;
  const path = join(/*turbopackIgnore: true*/ env().keysFolder, `oidc-${slug}.json`);
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info) return null;
  if (process.platform !== "win32" && (info.mode & 0o077) !== 0) {
    throw new HabeasError("not-set-up", `${path} can be read by others. Run: chmod 600 ${path}`);
  }
  const stamp = `${info.mtimeMs}/${info.size}/${info.ino}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before.settings;
  const settings = parse(path, readFileSync(path, "utf8"));
  known.set(path, { stamp, settings });
  return settings;
}

function parse(path: string, text: string): ProviderSettings {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HabeasError("not-set-up", `${path} is not JSON. It needs issuer, clientId and clientSecret.`);
  }
  const parsed = providerSettingsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new HabeasError(
    "not-set-up",
    `${path}: ${issue?.path.join(".") || "it"} ${issue?.message ?? "cannot be read"}.`,
  );
}
