import { z } from "zod";
import { locales } from "#lib/locales/index.ts";
import { caps, optionalText, textInput } from "#lib/text.ts";

/** What a contract lets a controller instruct us to do with the data of its people (GDPR Art. 28(3)(a), (e)). */
export const helpKinds = ["search", "export", "erase"] as const;
export type HelpKind = (typeof helpKinds)[number];

/** What a controller can say about a request that was passed on to it. */
export const handoverAnswers = ["answered", "nothing-held", "only-processor", "not-ours"] as const;
export type HandoverAnswer = (typeof handoverAnswers)[number];

const ticked = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .union([z.enum(values).transform((one) => [one]), z.array(z.enum(values)).max(values.length)])
    .default([])
    .transform((list) => values.filter((value) => list.includes(value)));

/** An entry of the register of controllers: for whom we only process, and how they are reached. */
export const controllerSchema = z.object({
  /** As the person reads it. */
  name: textInput(120).refine((text) => text.length > 0, "Enter the name as people know it"),
  /** A business contact, to which requests are passed on. */
  email: textInput(caps.address).refine(
    (value) => z.email().safeParse(value).success,
    "Enter one e-mail address, such as privacy@example.org",
  ),
  locale: z.enum(locales),
  /** Number or date of the contract under which we process. */
  contract: optionalText(caps.line),
  help: ticked(helpKinds),
  /** For whom this controller is itself only a processor; null where it decides. */
  platformId: z
    .union([z.literal("").transform(() => null), z.uuid()])
    .nullable()
    .default(null),
  /** Whether people may choose it in the form. */
  isPublic: z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]).default(true),
});
export type ControllerInput = z.output<typeof controllerSchema>;
