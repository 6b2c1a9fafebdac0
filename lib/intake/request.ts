import { caps } from "#lib/text.ts";
import { requestSchema, type Request } from "./answers.ts";
import type { Answers } from "./draft.ts";
import type { House } from "./setting.ts";
import { firstOpen, neededSteps } from "./steps.ts";

/** Stands for the relationship of somebody who was not asked, because nothing has to be proved. */
export const notAsked = "not-asked";

/**
 * The request that these answers make, or null while one of them is missing. Answers to questions that are not
 * necessary any more are left behind. Whoever gives only an address has no other name here.
 */
export function requestFrom(answers: Answers, house: House): Request | null {
  if (firstOpen(answers, house) !== "check") return null;
  const needed = neededSteps(answers, house);
  const { residence, rights = [], details = {}, relationship, contact, narrow, proof, declaration } = answers;
  const mustProve = needed.includes("proof");
  return requestSchema.parse({
    residence,
    rights,
    relationship: mustProve ? relationship : notAsked,
    name: (mustProve ? contact?.name : null) ?? contact?.email?.slice(0, caps.line),
    email: contact?.email ?? null,
    telephone: mustProve ? (contact?.telephone ?? null) : null,
    details: Object.fromEntries(rights.flatMap((right) => (details[right] ? [[right, details[right]]] : []))),
    narrow: needed.includes("narrow") ? (narrow?.text ?? null) : null,
    proof: mustProve ? proof : { method: "none" },
    declaration: needed.includes("declaration") ? declaration : null,
  });
}
