import type { FactKind } from "#lib/identity/kinds.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { lies, placesOf, regimes } from "#lib/law/index.ts";
import type { NoticePart } from "#lib/law/notice-parts.ts";
import type { Locale } from "#lib/locales/index.ts";
import { otherConsent } from "#lib/organisations/consents.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { isAnsweredInWords } from "#lib/organisations/words.ts";
import { rights } from "#lib/rights/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { factDemand, rightsToProve } from "./demand.ts";
import type { Answers, DraftProof } from "./draft.ts";
import { placesIn, type Places } from "./places.ts";
import type { DateOrder } from "./typed.ts";

/** What a form needs to know to check one question; plain data, the same in the browser and on the server. */
export type FormSetting = {
  locale: Locale;
  /** The organisation's civil day, for what is dated. */
  today: string;
  places: Places;
  rights: RightId[];
  /** Chosen rights that take a word of hers. */
  details: { right: RightId; isRequired: boolean }[];
  /** Consents to choose from, where she takes one back and the policy names them; else none. */
  consents: string[];
  relationships: string[];
  /** As what she may ask for a child. */
  relations: string[];
  /** Whether she asks for a child. */
  isForChild: boolean;
  /** The chosen relationship, where another notice tells of its people; null elsewhere. */
  elsewhere: string | null;
  /** Where somebody else decides about her data: whom she can choose, and the one her relationship names; else null. */
  controller: { for: string; choices: Controller[]; chosen: string | null } | null;
  /**
   * Everything; or, where nothing has to be proved, one thing that identifies the record: an address, or, where the
   * organisation advertises by telephone or SMS, a number; or, where the answer is words alone, an address to send it to.
   */
  contact: "whole" | "address" | "address-or-number" | "reply";
  methods: DraftProof["method"][];
  locator: { id: string; kind: FactKind };
  facts: { id: string; kind: FactKind }[];
  /** What stands in a notice of hers, as the policy wants it; empty where she sends none. */
  wants: readonly NoticePart[];
  /** Facts beside the locator: how many are asked, and how many will do for the kinds of data. */
  factsAsked: number;
  factsLeast: number;
  dateOrder: DateOrder;
};

/** Somebody for whom the organisation only processes, as the public reads it. */
export type Controller = { id: string; name: string };

/** What the organisation is like at this moment, for this browser. */
export type House = {
  policy: Policy;
  now: Date;
  /** Whether its people can sign in. */
  hasProvider: boolean;
  /** Whether this browser is signed in as one of them. */
  isSignedIn: boolean;
  /** The register of controllers, as far as it is public. */
  controllers?: readonly Controller[];
};

/** The setting of a form, from the policy and what was answered before. */
export function settingFor(house: House, answers: Answers, locale: Locale): FormSetting {
  const { policy, now, hasProvider } = house;
  const chosen = answers.rights ?? [];
  const mustProve = rightsToProve(policy, answers).length > 0;
  const consents = chosen.some((right) => rights[right].proof === "by-consent")
    ? (policy.consents ?? []).map((one) => one.id)
    : [];
  const isForChild = mustProve && answers.whose === "child";
  const { count, reduced } = factDemand(policy, answers, now);
  const { locator, facts, login } = policy.proof;
  return {
    locale,
    today: dayIn(now, policy.establishments.default.zone),
    places: placesIn(regimes["eu-gdpr"].residences),
    rights: policy.rights.filter((right) => isFor(right, answers.residence)),
    details: chosen
      .filter((right) => rights[right].details !== "none")
      // Consents chosen by name say it already.
      .filter(
        (right) =>
          rights[right].proof !== "by-consent" ||
          consents.length === 0 ||
          (answers.consents ?? []).includes(otherConsent),
      )
      .map((right) => ({ right, isRequired: rights[right].details === "required" })),
    consents: consents.length > 0 ? [...consents, otherConsent] : [],
    relationships: policy.relationships.map((one) => one.id),
    relations: policy.children.relations.map((one) => one.id),
    isForChild,
    elsewhere: mustProve
      ? (policy.relationships.find((one) => one.id === answers.relationship && one.elsewhere)?.id ?? null)
      : null,
    controller: controllerFor(house, answers),
    contact: contactFor(policy, answers),
    methods: [...(login && hasProvider && !isForChild ? (["login"] as const) : []), "facts", "other"],
    locator: { id: locator.id, kind: locator.kind },
    facts: facts.map(({ id, kind }) => ({ id, kind })),
    wants: chosen.some((right) => placesOf(right) !== null) ? (policy.shineTheLight?.wants ?? []) : [],
    factsAsked: Math.min(facts.length, count - 1),
    factsLeast: Math.min(facts.length, (reduced ?? count) - 1),
    dateOrder: answers.residence?.startsWith("US") ? "mdy" : "dmy",
  };
}

function controllerFor({ policy, controllers = [] }: House, answers: Answers): FormSetting["controller"] {
  const known = policy.relationships.find((one) => one.id === answers.relationship);
  if (!known?.controller || rightsToProve(policy, answers).length === 0) return null;
  return {
    for: known.id,
    choices: [...controllers],
    chosen: controllers.find(({ name }) => name === known.controller)?.id ?? null,
  };
}

/** A right of one state's law is offered to the people of that state. */
function isFor(right: RightId, residence: string | undefined): boolean {
  const places = placesOf(right);
  return places === null || places.some((place) => residence !== undefined && lies(residence, place));
}

function contactFor(policy: Policy, answers: Answers): FormSetting["contact"] {
  if (rightsToProve(policy, answers).length > 0) return "whole";
  const { rights: chosen = [] } = answers;
  if (chosen.length > 0 && chosen.every((right) => isAnsweredInWords(policy, right))) return "reply";
  const isToldInWriting = chosen.some((right) => rights[right].plan === "register");
  return reachesByNumber(policy) && !isToldInWriting ? "address-or-number" : "address";
}

/** Whether a telephone number alone can say whom to leave alone. */
function reachesByNumber({ marketing = [] }: Policy): boolean {
  return marketing.includes("sms") || marketing.includes("telephone");
}
