import type { GroundId } from "#lib/law/grounds.ts";

/** A ground on which a request, a record or a part of one is refused. Which law knows which stands in its regime. */
export type ReasonCode = GroundId;
