import { z } from "zod";
import { disclosedKinds } from "#lib/law/disclosed-kinds.ts";
import { regimeIds, type RegimeId } from "#lib/law/ids.ts";
import { noticeParts } from "#lib/law/notice-parts.ts";
import { locales } from "#lib/locales/index.ts";
import { rightIds, type RightId } from "#lib/rights/ids.ts";
import { recipientUses } from "#lib/rights/right.ts";
import { factKinds } from "#lib/identity/kinds.ts";
import { children, childrenOfOld, promiseFields } from "./policy-promises.ts";
import { fieldPath, localised, name, slug, type Localised } from "./policy-words.ts";

export { nameIn, type Localised, type Name } from "./policy-words.ts";

/** Where the organisation answers from: decides time zone and holidays of the deadlines (law.md, RECEIPT-DATE). */
const establishment = z.object({
  place: z.string().min(1).max(80),
  zone: z.string().refine(isZone, "name an IANA time zone such as Europe/Dublin"),
  /** Holiday calendar (`IE`, `GB-ENG`, `US-CA`, `DE-BE`); null where no holiday moves a date. */
  calendar: z.string().max(10).nullable(),
});
export type Establishment = z.infer<typeof establishment>;

/** A thing the person can tell us that a source can confirm. */
const fact = z.object({
  id: slug,
  kind: z.enum(factKinds),
  /** The question, and where she finds the answer. */
  label: localised,
  hint: localised.optional(),
  /** The field it is compared with; `month` is the date field beside an amount. */
  field: fieldPath,
  month: fieldPath.optional(),
  /** `latest`: only the newest row by this date field counts ("my last invoice"). */
  latestBy: fieldPath.optional(),
});
export type FactPolicy = z.infer<typeof fact>;

/** A place in every language. Policies from before places had languages hold one name, or an empty one for none. */
const place = z
  .union([localised, z.string().max(80)])
  .nullable()
  .transform((value): Localised | null => {
    if (typeof value !== "string") return value;
    return value === "" ? null : (Object.fromEntries(locales.map((locale) => [locale, value])) as Localised);
  });

/** Somebody else who got data of one kind from one source. */
const recipient = z.object({
  /** What a company calls itself; in every language where it is a description: "the host of each meeting". */
  name,
  /** Null where it is no one place. */
  place,
  why: localised,
  /** What kind of company or person it is: "payment companies" (Cal. Civ. Code 1798.110(c)(4)). */
  kind: localised.nullable().default(null),
  /**
   * How it got there within the last twelve months (Cal. Civ. Code 1798.115(a), 1798.140(e), (ad), (ah)): `disclosed` for
   * our own business, `shared` for advertising across other sites, `sold` for money or anything else of value. Null in
   * policies that do not say; the answer then says that it is not noted.
   */
  dealing: z.enum(["disclosed", "shared", "sold"]).nullable().default(null),
  /**
   * Where it used the data for its own direct marketing (Cal. Civ. Code 1798.83(a)): from which calendar year on, to which
   * one (null: still), what it got, where it is, and what it sells where its name does not show that.
   */
  directMarketing: z
    .object({
      from: z.number().int().min(2000).max(2199),
      to: z.number().int().min(2000).max(2199).nullable(),
      kinds: z.array(z.enum(disclosedKinds)).min(1),
      address: z.string().min(1).max(300),
      sells: localised.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** What it uses the data for, where somebody who says no to that must be passed on to it. */
  uses: z.array(z.enum(recipientUses)).optional(),
});

/** What allows a use, as GDPR Art. 6(1)(a) to (f) has it; the words for people stand beside it. */
const legalBases = ["consent", "contract", "duty", "vital", "public-task", "interests"] as const;

/** Whether data has to be given (GDPR Art. 13(2)(e)). */
const requirements = ["statutory", "contractual", "pre-contract", "none"] as const;

/** One row of the record of processing (GDPR Art. 30), told per human category and source. */
const registerEntry = z.object({
  category: slug,
  source: slug,
  purposes: z.array(localised).min(1),
  legalBasis: localised,
  basis: z.enum(legalBases).nullable().default(null),
  /** Whether somebody must give it, and what happens if she does not. */
  requirement: z
    .object({ kind: z.enum(requirements), words: localised.nullable().default(null) })
    .nullable()
    .default(null),
  /** For `interests`, in summary: what we want, why it takes this data, and why it does not weigh more than hers. */
  balancingTest: z
    .object({ interest: localised, need: localised, weighing: localised })
    .nullable()
    .default(null),
  /** Named recipients (CJEU C-154/21); empty where nobody else gets it. */
  recipients: z.array(recipient),
  origin: localised,
  retention: localised,
  transfers: localised.nullable(),
  automatedDecisions: localised.nullable(),
  /** CCPA category (Civ. Code 1798.140(v)) for a categories answer. */
  ccpaCategory: slug.nullable(),
});
export type RegisterEntry = z.infer<typeof registerEntry>;
/** An entry as it is written in a file: what may be left out is left out. */
export type RegisterRow = z.input<typeof registerEntry>;

/** Something people can have agreed to, and can take back. */
const consent = z.object({
  id: slug,
  label: localised,
  /** A service hangs on it, so that nobody else may end it; the others are ended without a question. */
  needsProof: z.boolean(),
  /** What she must know before she sends. */
  warning: localised.optional(),
  /** Recipients that hear of it, by what they use the data for. */
  uses: z.array(z.enum(recipientUses)).optional(),
});
export type ConsentPolicy = z.infer<typeof consent>;

/** Ways of advertising. */
export const marketingWays = ["email", "letter", "telephone", "sms"] as const;

export const policySchema = z
  .object({
    name: z.string().min(1).max(120),
    /** One line under every page and mail, names alone since all languages share it: "Harbour Lights · Dublin · Bristol". */
    imprint: z.string().min(1).max(200),
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .nullable(),
    contact: z.object({
      email: z.email().max(254),
      telephone: z.string().max(40).nullable(),
      hours: localised.nullable(),
      post: z.string().max(300).nullable(),
    }),
    privacyNotice: z.url().max(500).nullable(),
    /** The place that answers, and other places for the people of some laws (one per family of laws). */
    establishments: z.object({
      default: establishment,
      others: z.array(establishment.extend({ regimes: z.array(z.enum(regimeIds)).min(1) })),
    }),
    regimes: z.array(z.enum(regimeIds)).min(1),
    rights: z.array(z.enum(rightIds)).min(1),
    relationships: z
      .array(
        z.object({
          id: slug,
          label: localised,
          /** Another notice tells of these people's data: they are led there first, and may ask here all the same. */
          elsewhere: z.object({ text: localised, notice: z.url().max(500) }).optional(),
          /**
           * For these people's data somebody else decides: a name in the register of controllers, or `asked`, and she is
           * asked to whom she gave her data.
           */
          controller: z.string().min(1).max(120).optional(),
        }),
      )
      .min(1)
      .max(12),
    /**
     * Laws promised to people who live where none governs what they ask: to all of them, or to those of some places. What a
     * law of the place gives stays.
     */
    promises: z
      .array(
        z.object({
          regime: z.enum(regimeIds),
          residences: z.union([
            z.literal("all"),
            z.array(z.string().regex(/^([A-Z]{2}|US-[A-Z]{2})$/)).min(1),
          ]),
        }),
      )
      .optional(),
    /** The contact made known for Shine the Light notices (Cal. Civ. Code 1798.83(b)), and what is wanted in one. */
    shineTheLight: z
      .object({
        email: z.email().max(254),
        /** Channels that lead to it; what comes otherwise runs on the longer clock. */
        channels: z.array(z.enum(["portal", "mail", "phone", "paper", "counter"])).min(1),
        wants: z.array(z.enum(noticeParts)).min(1),
      })
      .optional(),
    /** What she must know before she sends, per right: that a service may end when a consent is taken back. */
    warnings: z.partialRecord(z.enum(rightIds), localised).optional(),
    /**
     * Rights that are answered with a statement, because what they stop is not done here. She reads it before she sends,
     * and gets it in writing if she sends all the same.
     */
    statements: z.partialRecord(z.enum(rightIds), localised).optional(),
    /** What people can take back, by name; without it they say it in their own words, and prove who they are. */
    consents: z.array(consent).min(1).max(20).optional(),
    /** How it advertises. Where by telephone or SMS, a number alone says whom to leave alone. */
    marketing: z.array(z.enum(marketingWays)).optional(),
    /**
     * For whose browsers' opt-out signal (Global Privacy Control) it acts besides the people of the states that order it:
     * everybody's, or those of further places.
     */
    signal: z
      .union([z.literal("everybody"), z.array(z.string().regex(/^([A-Z]{2}|US-[A-Z]{2})$/))])
      .optional(),
    proof: z.object({
      login: z.boolean(),
      /** The fact that finds the one row everything else is compared with. */
      locator: fact,
      facts: z.array(fact).min(1).max(12),
      /** Where the e-mail address on file and the date of its last change stand. */
      contact: z.object({ field: fieldPath, changedAt: fieldPath.nullable() }),
      /** Where the postal address on file stands: the fields of each line, as it is written on an envelope. */
      post: z
        .object({
          lines: z.array(z.array(fieldPath).min(1).max(4)).min(1).max(6),
          changedAt: fieldPath.nullable(),
        })
        .nullable()
        .default(null),
      /** Where the name on file stands, so that letters greet the person the data is about. */
      name: fieldPath.nullable(),
      /** Field that holds the subject of the organisation's OpenID provider. */
      loginSubject: fieldPath.nullable(),
      /** Other identities to search by once the person is known: seed name → field it is read from. */
      seeds: z.record(z.string().max(60), fieldPath),
    }),
    categories: z
      .array(
        z.object({
          id: slug,
          title: localised,
          /** "What is this?" at the top of the category's page. */
          about: localised,
          /** Collections that belong to it, as `dataset:collection`. */
          collections: z.array(z.string().max(200)).min(1),
        }),
      )
      .min(1),
    /** Kinds of data the organisation is asked about and does not hold ("nothing held"). */
    notHeld: z.array(localised),
    register: z.array(registerEntry),
    ...promiseFields,
    /** What people call the sources, by their keys, where the name in the settings is not for readers of every language. */
    sourceNames: z.record(slug, name).optional(),
    /** Requests for which a controller decides for whom we only process (GDPR Art. 28(3)(e)). */
    processing: z
      .object({
        /** Whether what she says herself is passed on by itself, or staff look at it first. */
        passOn: z.enum(["at-once", "by-staff"]),
        /** Days after passing on at which a silent controller is reminded, and on which staff are told. */
        chaseDays: z.array(z.number().int().min(1).max(90)).max(5),
        escalateDays: z.number().int().min(1).max(120),
      })
      .default({ passOn: "at-once", chaseDays: [7, 14], escalateDays: 21 }),
    children: children.default(childrenOfOld),
    /** Days before the statutory day by which the organisation wants to be ready. */
    aimDaysBefore: z.number().int().min(0).max(30),
    delivery: z.object({
      linkDays: z.number().int().min(1).max(90),
      keepDays: z.number().int().min(1).max(365),
      /** A contact on file changed less than this many days ago receives nothing by itself (security rule L5). */
      contactAgeDays: z.number().int().min(0).max(365),
      transfersPerLink: z.number().int().min(1).max(20),
    }),
    /** Days advertised for an appeal or complaint; later ones are taken too. */
    appealDays: z.number().int().min(1).max(365),
    /** Days for which the person's page stays readable after the answer. */
    trackerDays: z.number().int().min(1).max(3660),
    factsKeptDays: z.number().int().min(0).max(90),
  })
  .superRefine((policy, context) => {
    const known = new Set(policy.categories.map((category) => category.id));
    policy.register.forEach((entry, index) => {
      const wrong = (field: keyof RegisterEntry, message: string) =>
        context.addIssue({ code: "custom", path: ["register", index, field], message });
      if (!known.has(entry.category))
        wrong("category", `names the category "${entry.category}", which the policy does not describe`);
      if (policy.rights.includes("legal-basis") && entry.requirement === null)
        wrong(
          "requirement",
          "is missing: people who ask for the legal basis are told whether they must give this data",
        );
      if (!policy.rights.includes("balancing-test")) return;
      if (entry.basis === null)
        wrong("basis", "is missing: the balancing test is told for what rests on legitimate interests");
      else if (entry.basis === "interests" && entry.balancingTest === null)
        wrong(
          "balancingTest",
          "is missing: this rests on legitimate interests, and people may ask how they were weighed",
        );
    });
    if (policy.rights.includes("shine-the-light") !== (policy.shineTheLight !== undefined))
      context.addIssue({
        code: "custom",
        path: ["shineTheLight"],
        message:
          "and the right shine-the-light go together: name the contact for such notices, or offer none",
      });
    for (const right of Object.keys(policy.statements ?? {}) as RightId[]) {
      if (!policy.rights.includes(right))
        context.addIssue({
          code: "custom",
          path: ["statements", right],
          message: "answers a right that the policy does not offer",
        });
    }
  });

/** The place that answers a person of this law: its time zone and holidays count. */
export function establishmentFor(policy: Policy, regime: RegimeId): Establishment {
  return (
    policy.establishments.others.find((place) => place.regimes.includes(regime)) ??
    policy.establishments.default
  );
}

/** Every field of the sources that proving an identity, and finding a person, depends on. */
export function proofFields({ proof, children: { born } }: Policy): string[] {
  const { locator, facts, contact, post, name, loginSubject, seeds } = proof;
  const named = [
    ...[locator, ...facts].flatMap((one) => [one.field, one.month, one.latestBy]),
    contact.field,
    contact.changedAt,
    ...(post?.lines.flat() ?? []),
    post?.changedAt,
    name,
    loginSubject,
    born,
    ...Object.values(seeds),
  ];
  return [...new Set(named.filter((field) => field != null))];
}

/** What an organisation promises and how it works, as validated, versioned data. */
export type Policy = z.infer<typeof policySchema>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
