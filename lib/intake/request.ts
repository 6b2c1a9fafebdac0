import { caps } from "#lib/text.ts";
import { requestSchema, type Request } from "./answers.ts";
import type { Answers } from "./draft.ts";
import type { Notice } from "./notice.ts";
import type { House } from "./setting.ts";
import { firstOpen, neededSteps } from "./steps.ts";

/** Stands for the relationship of somebody who was not asked, because nothing has to be proved. */
export const notAsked = "not-asked";
/** That of somebody who was asked nothing but whether she deals with the house for a company, and does. */
const forCompany = "business-contact";

/**
 * The request that these answers make, or null while one of them is missing. Answers to questions that are not
 * necessary any more are left behind. Whoever gives only an address or a number has no other name here.
 */
export function requestFrom(answers: Answers, house: House): Request | null {
  if (firstOpen(answers, house) !== "check") return null;
  const needed = neededSteps(answers, house);
  const { residence, rights = [], consents = [], details = {}, relationship, contact } = answers;
  const { narrow, proof, declaration, certificate, child } = answers;
  const isKnown = needed.includes("relationship");
  const theirs = needed.includes("controller") ? answers.controller : undefined;
  return requestSchema.parse({
    residence,
    rights,
    relationship: isKnown ? relationship : certificate?.household === false ? forCompany : notAsked,
    name:
      (isKnown ? contact?.name : null) ??
      nameIn(answers.notice) ??
      (contact?.email ?? contact?.telephone)?.slice(0, caps.line),
    email: contact?.email ?? null,
    // Without a proof, one of the two is all that is asked, and all that is kept.
    telephone: isKnown || !contact?.email ? (contact?.telephone ?? null) : null,
    consents: needed.includes("consents") ? consents : [],
    details: Object.fromEntries(
      rights.flatMap((right) =>
        needed.includes("details") && details[right] ? [[right, details[right]]] : [],
      ),
    ),
    narrow: needed.includes("narrow") ? (narrow?.text ?? null) : null,
    controller: theirs ? { id: theirs.id, name: theirs.name, also: theirs.also } : null,
    // Who decides asks who she is; where that turns out to be us, staff do.
    proof: needed.includes("proof") ? proof : theirs ? { method: "other", note: null } : { method: "none" },
    declaration: needed.includes("declaration") ? declaration : null,
    notice: needed.includes("certificate") ? noticeOf(answers) : null,
    child: needed.includes("child") ? child : null,
  });
}

/** The words by which the notice is known are the portal's own, and the portal is where it is asked for. */
function noticeOf({ notice, certificate }: Answers): Notice {
  return {
    way: "designated",
    isLabelled: true,
    firstName: notice?.firstName ?? null,
    lastName: notice?.lastName ?? null,
    address: notice?.address ?? null,
    certifiedOn: certificate?.on ?? null,
  };
}

const nameIn = (notice: Answers["notice"]) => notice && `${notice.firstName} ${notice.lastName}`;
