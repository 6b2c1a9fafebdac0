import { access } from "./access.ts";
import { balancingTest } from "./balancing-test.ts";
import { erasure } from "./erasure.ts";
import type { RightId } from "./ids.ts";
import { legalBasis } from "./legal-basis.ts";
import { limitSensitive } from "./limit-sensitive.ts";
import { objection } from "./objection.ts";
import { optOutMarketing } from "./opt-out-marketing.ts";
import { optOutProfiling } from "./opt-out-profiling.ts";
import { optOutSale } from "./opt-out-sale.ts";
import { portability } from "./portability.ts";
import { rectification } from "./rectification.ts";
import { restriction } from "./restriction.ts";
import type { Right } from "./right.ts";
import { shineTheLight } from "./shine-the-light.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

/** Every right, one entry each. */
export const rights: Record<RightId, Right> = {
  access,
  portability,
  rectification,
  erasure,
  restriction,
  objection,
  "opt-out-sale": optOutSale,
  "opt-out-marketing": optOutMarketing,
  "opt-out-profiling": optOutProfiling,
  "limit-sensitive": limitSensitive,
  "withdraw-consent": withdrawConsent,
  "legal-basis": legalBasis,
  "balancing-test": balancingTest,
  "shine-the-light": shineTheLight,
} satisfies Record<RightId, Right>;

/** The rights of one request in the order in which they are worked: the copy first, erasure last. */
export function inWorkOrder(asked: readonly RightId[]): RightId[] {
  return [...asked].sort((a, b) => rights[a].order - rights[b].order);
}

/** Rights of the same request whose work still holds this one up. */
export function waitsFor(right: RightId, unfinished: readonly RightId[]): RightId[] {
  return rights[right].after.filter((other) => unfinished.includes(other));
}
