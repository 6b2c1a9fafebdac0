/**
 * What an action hands back when it could not go on: everything that was typed, so that nothing is lost (React clears
 * a form after its action), and one sentence per field. `null`: nothing was sent yet.
 *
 * `errors` is keyed by the name of the input the sentence belongs to, in the order of the page; a group of inputs
 * (radios, the three parts of a date) goes by the name of its first one. The key `form` is for a sentence about the
 * whole form, such as a change that somebody else made meanwhile.
 */
export type FormState = {
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
} | null;

/** A server action that a form may send to. Success redirects, so it never hands anything back. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
