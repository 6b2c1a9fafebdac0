/**
 * Expected trouble that a person or a caller must be told about, in a sentence that says what to do.
 * Rules return values; these are thrown only where a value would have to be carried through several layers.
 */
export type ErrorCode =
  | "not-found"
  | "not-allowed"
  | "not-signed-in"
  | "conflict"
  | "gone"
  | "too-many"
  | "bad-input"
  | "not-set-up"
  | "unreachable";

/** Status codes for HTTP answers, one per code. */
export const httpStatus = {
  "not-found": 404,
  "not-allowed": 403,
  "not-signed-in": 401,
  conflict: 409,
  gone: 410,
  "too-many": 429,
  "bad-input": 422,
  "not-set-up": 503,
  unreachable: 502,
} satisfies Record<ErrorCode, number>;

/** An expected "no". `message` is a sentence for people; it never holds a personal value. */
export class HabeasError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "HabeasError";
    this.code = code;
  }
}
