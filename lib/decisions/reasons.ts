import { grounds, type GroundId, type GroundScope } from "#lib/law/grounds.ts";
import type { RegimeId } from "#lib/law/ids.ts";
import { regimes } from "#lib/law/index.ts";
import type { CivilDay, Ground } from "#lib/law/regime.ts";
import { versionOn } from "#lib/law/versions.ts";
import type { RightId } from "#lib/rights/ids.ts";

/** A ground on which a request, a record or a part of one is refused. */
export type ReasonCode = GroundId;

/** The grounds a law knew on the day of receipt for keeping back a whole request, a record or a field. */
export function groundsFor(
  regime: RegimeId,
  right: RightId,
  receivedOn: CivilDay,
  scope: GroundScope,
): Ground[] {
  const { refusal, children } = versionOn(regimes[regime], receivedOn).version;
  const { citation, mark } = children;
  const ofChildren = (["relation-not-shown", "child-not-able"] as const).map((id) => ({
    id,
    rights: "all" as const,
    citation,
    mark,
  }));
  return [...refusal.grounds, ...ofChildren].filter(
    (ground) =>
      (ground.rights === "all" || ground.rights.includes(right)) &&
      (grounds[ground.id].scopes as readonly GroundScope[]).includes(scope),
  );
}
