import type { NoticePart } from "#lib/law/notice-parts.ts";
import { otherConsent } from "#lib/organisations/consents.ts";
import { rights } from "#lib/rights/index.ts";
import { factDemand, rightsToProve } from "./demand.ts";
import type { Answers } from "./draft.ts";
import { ageOn } from "#lib/children/age.ts";
import { areaOf } from "./places.ts";
import { settingFor, type House } from "./setting.ts";

/** The pages of the form, in their order. Each asks one question; its id is the last part of its address. */
export const stepIds = [
  "residence",
  "rights",
  "consents",
  "whose",
  "child",
  "grown-up",
  "details",
  "relationship",
  "elsewhere",
  "controller",
  "contact",
  "notice",
  "certificate",
  "narrow",
  "proof",
  "sign-in",
  "declaration",
  "files",
  "check",
] as const;
export type StepId = (typeof stepIds)[number];

type Rule = {
  /** Whether what was answered so far makes it necessary. */
  needed: (answers: Answers, house: House) => boolean;
  /** Whether it is answered, as it stands now: what a changed earlier answer makes insufficient is asked again. */
  answered: (answers: Answers, house: House) => boolean;
};

const always = () => true;
const mustProve = (answers: Answers, { policy }: House) => rightsToProve(policy, answers).length > 0;

/** Whether we are the ones who ask who she is: not where all of it is somebody else's to decide. */
function provesHere(answers: Answers, house: House): boolean {
  const theirs = offered(answers, house).controller;
  return (
    mustProve(answers, house) &&
    (theirs === null || (isOf(answers, theirs) && answers.controller?.also === true))
  );
}

/** Whether to whom she gave her data was asked about this relationship. */
const isOf = ({ controller }: Answers, theirs: { for: string }) => controller?.for === theirs.for;

/** `settingFor` says what a question offers; the language has no say in that. */
const offered = (answers: Answers, house: House) => settingFor(house, answers, "en");

const rules = {
  residence: {
    needed: always,
    answered: (answers, house) => areaOf(answers.residence, offered(answers, house).places) !== null,
  },
  rights: {
    needed: always,
    answered: (answers, house) => {
      const { rights: chosen = [] } = answers;
      return chosen.length > 0 && chosen.every((right) => offered(answers, house).rights.includes(right));
    },
  },
  consents: {
    needed: (answers, house) => offered(answers, house).consents.length > 0,
    answered: ({ consents = [] }, { policy }) =>
      consents.length > 0 &&
      consents.every((id) => id === otherConsent || policy.consents?.some((one) => one.id === id)),
  },
  whose: { needed: mustProve, answered: ({ whose }) => whose !== undefined },
  child: {
    needed: isForChild,
    answered: ({ child }, { policy }) => policy.children.relations.some((one) => one.id === child?.relation),
  },
  // There is nothing to answer: she changes what led here, or the young person asks herself.
  "grown-up": { needed: isGrownUp, answered: () => false },
  details: {
    needed: (answers, house) => offered(answers, house).details.length > 0,
    answered: (answers, house) =>
      offered(answers, house).details.every(({ right, isRequired }) => {
        const text = answers.details?.[right];
        return isRequired ? Boolean(text) : text !== undefined;
      }),
  },
  // Somebody who only says no to something is asked for nothing that is not needed to obey (11 CCR 7060(b)).
  relationship: {
    needed: mustProve,
    answered: ({ relationship }, { policy }) => policy.relationships.some((one) => one.id === relationship),
  },
  elsewhere: {
    needed: (answers, house) => offered(answers, house).elsewhere !== null,
    answered: ({ elsewhere, relationship }) => elsewhere === relationship,
  },
  controller: {
    needed: (answers, house) => offered(answers, house).controller !== null,
    answered: (answers, house) => {
      const theirs = offered(answers, house).controller;
      return theirs !== null && isOf(answers, theirs);
    },
  },
  contact: {
    needed: always,
    answered: (answers, house) => {
      const { name, email, telephone } = answers.contact ?? {};
      if (mustProve(answers, house)) return Boolean(name && (email ?? telephone));
      return Boolean(email ?? (offered(answers, house).contact === "address-or-number" && telephone));
    },
  },
  notice: {
    needed: (answers, house) => wants(answers, house, "name", "address"),
    answered: ({ notice }) => notice !== undefined,
  },
  // Also where the policy wants none: whom the law covers is asked here.
  certificate: {
    needed: (answers, house) => offered(answers, house).wants.length > 0,
    answered: ({ certificate }) => certificate !== undefined,
  },
  narrow: {
    needed: ({ rights: chosen = [] }) => chosen.some((right) => rights[right].plan === "collect"),
    answered: ({ narrow }) => narrow !== undefined,
  },
  proof: { needed: provesHere, answered: isProofEnough },
  "sign-in": {
    needed: (answers, house) => provesHere(answers, house) && answers.proof?.method === "login",
    answered: (_answers, { isSignedIn }) => isSignedIn,
  },
  declaration: { needed: owesDeclaration, answered: ({ declaration }) => declaration !== undefined },
  // Asked where somebody has to judge what a paper can show: what is right, or who she is. Nobody has to add one.
  files: {
    needed: (answers, house) =>
      (mustProve(answers, house) && answers.rights?.includes("rectification") === true) ||
      (provesHere(answers, house) && answers.proof?.method === "other"),
    answered: always,
  },
  check: { needed: always, answered: () => false },
} satisfies Record<StepId, Rule>;

/** Whether she sends a notice in which one of these parts is wanted. */
const wants = (answers: Answers, house: House, ...parts: NoticePart[]) =>
  parts.some((part) => offered(answers, house).wants.includes(part));

function isForChild(answers: Answers, house: House): boolean {
  return offered(answers, house).isForChild;
}

/** Whether who is asked for is old enough to ask herself. */
function isGrownUp(answers: Answers, house: House): boolean {
  const { age } = house.policy.children;
  return (
    isForChild(answers, house) &&
    answers.child !== undefined &&
    ageOn(answers.child.born, offered(answers, house).today) >= age
  );
}

function isProofEnough(answers: Answers, house: House): boolean {
  const { proof } = answers;
  const { methods, locator, facts, factsLeast } = offered(answers, house);
  if (!proof || !methods.includes(proof.method)) return false;
  if (proof.method !== "facts") return true;
  const known = facts.filter((fact) => proof.facts[fact.id]);
  const { count } = factDemand(house.policy, answers, house.now);
  return Boolean(proof.facts[locator.id]) && known.length >= factsLeast && proof.asked >= count;
}

/** Whether the law asks for a declaration with as many facts as she gave (11 CCR 7062(c)). */
export function owesDeclaration(answers: Answers, house: House): boolean {
  const { policy, now } = house;
  if (!provesHere(answers, house) || answers.proof?.method !== "facts") return false;
  const { count, declaration } = factDemand(policy, answers, now);
  return declaration && Object.keys(answers.proof.facts).length >= count;
}

/** Whether fewer facts were given than the whole answer needs, so that only kinds of data can be told (11 CCR 7062(b)). */
export function isReduced(answers: Answers, house: House): boolean {
  const { policy, now } = house;
  if (!provesHere(answers, house) || answers.proof?.method !== "facts") return false;
  return Object.keys(answers.proof.facts).length < factDemand(policy, answers, now).count;
}

/** The pages that these answers make necessary, in their order. The last one is `check`. */
export function neededSteps(answers: Answers, house: House): StepId[] {
  return stepIds.filter((id) => rules[id].needed(answers, house));
}

/** The first page that still waits for an answer; `check` when none does. */
export function firstOpen(answers: Answers, house: House): StepId {
  return neededSteps(answers, house).find((id) => !rules[id].answered(answers, house)) ?? "check";
}

/**
 * Where a page stands among the needed ones. Until she has chosen what she wants, the pages of what most people want are
 * counted, so that the number of steps does not double on the way.
 */
export function placeOf(
  step: StepId,
  answers: Answers,
  house: House,
): { step: number; steps: number; before: StepId | null } {
  const [usual = "access"] = answers.wanted ? [answers.wanted] : house.policy.rights;
  const needed = neededSteps(answers.rights?.length ? answers : { ...answers, rights: [usual] }, house);
  const index = needed.indexOf(step);
  return { step: index + 1, steps: needed.length, before: needed[index - 1] ?? null };
}

/**
 * The page after one that was just answered. From a Change link it is the check again, unless a question has become
 * necessary.
 */
export function stepAfter(
  step: StepId,
  answers: Answers,
  house: House,
  { isChange }: { isChange: boolean },
): StepId {
  const open = firstOpen(answers, house);
  if (isChange) return open;
  const needed = neededSteps(answers, house);
  const next = stepIds.slice(stepIds.indexOf(step) + 1).find((id) => needed.includes(id)) ?? "check";
  // Signed in already: there is nothing to do on that page.
  const passed =
    next === "sign-in" && rules[next].answered(answers, house)
      ? stepAfter(next, answers, house, { isChange })
      : next;
  return stepIds.indexOf(open) < stepIds.indexOf(passed) ? open : passed;
}

/**
 * Whether a page may be opened now: it is needed, and nothing before it waits for an answer. The one for files is there
 * for everybody who has answered everything.
 */
export function mayOpen(step: StepId, answers: Answers, house: House): boolean {
  return (
    (step === "files" || neededSteps(answers, house).includes(step)) &&
    stepIds.indexOf(step) <= stepIds.indexOf(firstOpen(answers, house))
  );
}
