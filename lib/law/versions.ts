import type { CivilDay, Regime, RegimeVersion } from "./regime.ts";

/**
 * The rules that govern something received on `day`: the last version that had begun by then.
 * Before the law began there is none; `inForce` is then false and the earliest version serves as the safe reading.
 */
export function versionOn(regime: Regime, day: CivilDay): { version: RegimeVersion; inForce: boolean } {
  const version = regime.versions.findLast((candidate) => candidate.from === null || candidate.from <= day);
  return version ? { version, inForce: true } : { version: regime.versions[0], inForce: false };
}
