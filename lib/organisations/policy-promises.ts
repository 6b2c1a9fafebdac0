import { z } from "zod";
import { channels } from "#lib/cases/channels.ts";
import { regimeIds } from "#lib/law/ids.ts";
import { rightIds } from "#lib/rights/ids.ts";
import { fieldPath, localised, name, slug } from "./policy-words.ts";

/** Asking for a child, and children who ask. */
export const children = z.object({
  /** From this age on everybody asks for herself; below it a parent or guardian may. */
  age: z.number().int().min(13).max(21),
  /** As what somebody may ask for a child. */
  relations: z
    .array(z.object({ id: slug, label: localised }))
    .min(1)
    .max(8),
  /** Where the date of birth on file stands; null where no store holds one. */
  born: fieldPath.nullable(),
});

/** Policies from before children were asked for by somebody else. */
export const childrenOfOld: z.input<typeof children> = {
  age: 16,
  relations: [
    { id: "parent", label: { en: "I am a parent", de: "Ich bin Mutter oder Vater" } },
    {
      id: "guardian",
      label: {
        en: "A court or an authority made me the guardian",
        de: "Ein Gericht oder ein Amt hat mich als Vormund eingesetzt",
      },
    },
  ],
  born: null,
};

/** What one organisation promises beside the rest, or has to say beside its policy. */
export const promiseFields = {
  /** Notices of their own for the people of some laws: linked beside the general one, and in letters under these laws. */
  notices: z
    .array(
      z.object({
        name: localised,
        url: z.url().max(500),
        regimes: z.array(z.enum(regimeIds)).min(1),
      }),
    )
    .max(12)
    .optional(),
  /** Promises about keeping that a store's map can name (`habeas_meta.tombstone`), when people were deleted by them. */
  retention: z
    .object({
      rules: z
        .array(
          z.object({
            id: slug,
            /** As it stands in a sentence: "the two-year rule". */
            name: localised,
            /** What a request does to it, where it counts as contact: said in every answer to somebody we know. */
            restartedByRequest: localised.optional(),
          }),
        )
        .min(1)
        .max(12),
    })
    .optional(),
  /**
   * Where the published policy and the law part, for staff, in English: what each says, and which is acted on, the kinder.
   * Shown on cases that meet every condition named; one without conditions concerns all.
   */
  partings: z
    .array(
      z.object({
        when: z.object({
          rights: z.array(z.enum(rightIds)).min(1).optional(),
          regimes: z.array(z.enum(regimeIds)).min(1).optional(),
          channels: z.array(z.enum(channels)).min(1).optional(),
          residences: z
            .array(z.string().regex(/^([A-Z]{2}|US-[A-Z]{2})$/))
            .min(1)
            .optional(),
        }),
        policy: z.string().min(1).max(500),
        law: z.string().min(1).max(500),
        citation: z.string().min(1).max(300),
        acts: z.string().min(1).max(500),
      }),
    )
    .max(20)
    .optional(),
  /** Whose yes it takes to open content under an account owner's authority, and how to reach whoever can give it. */
  accountOwner: z.object({ who: localised, how: localised }).optional(),
  /** Others to whom people pass data themselves and who answer for it themselves: applications, sites, networks. */
  answerThemselves: z
    .array(z.object({ name, what: localised, contact: z.string().min(1).max(300) }))
    .max(50)
    .optional(),
  /** Where one can turn after the law's own route, last of all, in this order; `regimes`: only under these laws. */
  complaints: z
    .array(
      z.object({
        text: localised,
        url: z.url().max(500).optional(),
        regimes: z.array(z.enum(regimeIds)).min(1).optional(),
      }),
    )
    .max(10)
    .optional(),
};
