import { randomBytes } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProviderSettings } from "#lib/auth/provider.ts";

/**
 * Tells the portal about the demo's provider in the way an operator would: the settings lie in the key folder. The
 * secret is drawn anew at every start and is nowhere else.
 */
export function writeClientFile(keysFolder: string, slug: string, issuer: string): ProviderSettings {
  const settings: ProviderSettings = {
    issuer,
    clientId: `habeas-${slug}`,
    clientSecret: randomBytes(32).toString("base64url"),
    idTokenAlgorithm: "RS256",
    origins: [],
  };
  const path = join(keysFolder, `oidc-${slug}.json`);
  writeFileSync(`${path}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return settings;
}
