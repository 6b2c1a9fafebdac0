/** What a ground may keep back: the whole request, one record, or words inside a record. */
export type GroundScope = "request" | "record" | "field";

type GroundKind = {
  scopes: readonly GroundScope[];
  /** The controller bears the burden: evidence is asked for, nothing is pre-filled. */
  evidence?: true;
};

const request: GroundKind = { scopes: ["request"] };
const data: GroundKind = { scopes: ["record", "field"] };
const anything: GroundKind = { scopes: ["request", "record", "field"] };
const burden: GroundKind = { scopes: ["request"], evidence: true };

/**
 * Every ground of refusal any law here knows. Which law allows which, for which rights, stands in the regimes;
 * the words for the person stand in the `law` catalogue under `grounds`.
 */
export const grounds = {
  "not-verified": request,
  /** Of an agent: that he may act for her was not shown. */
  "not-authorised": request,
  "not-identifiable": request,
  /** Of a request for a child: that somebody may act for her. */
  "relation-not-shown": request,
  /** Of a child who asks herself. */
  "child-not-able": request,
  unfounded: burden,
  excessive: burden,
  "too-many": request,
  "denied-recently": request,
  "suspected-fraud": burden,
  "not-owed": request,
  "notice-incomplete": request,
  "choice-offered": request,
  "others-rights": data,
  "trade-secret": data,
  "legal-advice": data,
  negotiations: data,
  "confidential-reference": data,
  "crime-or-tax": anything,
  "national-law": anything,
  "exempt-data": anything,
  "disproportionate-effort": anything,
  "never-handed-over": { scopes: ["field"] },
  "not-portable": anything,
  accurate: { scopes: ["request", "record"] },
  "retention-ended": request,
  "no-erasure-ground": { scopes: ["request", "record"] },
  "not-collected-from-you": { scopes: ["request", "record"] },
  "erasure-exception": { scopes: ["request", "record"] },
  "legal-duty": { scopes: ["request", "record"] },
  "legal-claims": { scopes: ["request", "record"] },
  "free-expression": { scopes: ["request", "record"] },
  "public-health": { scopes: ["request", "record"] },
  "public-archive": { scopes: ["request", "record"] },
  "no-restriction-ground": request,
  "compelling-grounds": request,
} as const satisfies Record<string, GroundKind>;

/** What is told with these says nothing of the data, nor whether there is any. */
export const silentGrounds: readonly GroundId[] = ["not-verified", "relation-not-shown", "child-not-able"];

export type GroundId = keyof typeof grounds;
export const groundIds = Object.keys(grounds) as GroundId[];
