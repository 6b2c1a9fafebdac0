import { z } from "zod";
import { rightIds } from "#lib/rights/ids.ts";
import { noticeSchema } from "./notice.ts";
import { caps, isStorable, optionalText, textInput } from "#lib/text.ts";

/** ISO 3166-1 country, for the United States with its state: `DE`, `GB`, `US-CA`. */
export const residenceSchema = z.string().regex(/^([A-Z]{2}|US-[A-Z]{2})$/, "residence");

/** A person's name: any script, 1 to 200 characters, one word or many. */
export const nameSchema = textInput(caps.line, "unstorable").refine((value) => value.length >= 1, "name");

/** An address that mail can reach; compared and stored as typed but for blanks around it. */
export const emailSchema = textInput(caps.address).refine(
  (value) => z.email().safeParse(value).success && value.normalize("NFKC").split("@").length === 2,
  "email",
);

const details = z.partialRecord(z.enum(rightIds), textInput(caps.paragraph));

/** What the person says to prove who she is. */
export const proofAnswerSchema = z.discriminatedUnion("method", [
  z.object({ method: z.literal("login") }),
  z.object({
    method: z.literal("facts"),
    /** Fact id → as typed (`18.40|2026-10` for amount and month). */
    facts: z.record(z.string().max(caps.word), z.string().max(caps.line).refine(isStorable, "unstorable")),
  }),
  z.object({ method: z.literal("other"), note: optionalText(caps.paragraph) }),
  z.object({ method: z.literal("none") }),
]);
export type ProofAnswer = z.infer<typeof proofAnswerSchema>;

/** Under penalty of perjury, for specific pieces under California law (11 CCR 7062(c)). */
export const declarationSchema = z.object({
  name: nameSchema,
  place: textInput(caps.line).refine((value) => value.length >= 1, "place"),
  /** Civil day on which it was given. */
  on: z.iso.date(),
});

/** The child somebody asks for. `relation` is one of the policy's. */
export const childSchema = z.object({
  name: nameSchema,
  /** Civil day. */
  born: z.iso.date(),
  relation: textInput(caps.word).refine((value) => value.length >= 1, "relation"),
});
export type Child = z.infer<typeof childSchema>;

/** Everything a request says, whoever enters it. The same schema checks the form, the desk and later every API. */
export const requestSchema = z
  .object({
    residence: residenceSchema,
    rights: z
      .array(z.enum(rightIds))
      .min(1, "rights")
      .refine((list) => new Set(list).size === list.length, "rights"),
    relationship: z.string().min(1, "relationship").max(caps.word),
    name: nameSchema,
    email: emailSchema.nullable(),
    telephone: optionalText(caps.word),
    /** Postal address, one line of it a line, for whoever is written to on paper. */
    post: optionalText(caps.postal).optional(),
    /** What the person adds to a right: what is wrong, what to delete, what to stop. */
    details: details.default({}),
    narrow: optionalText(caps.paragraph),
    /**
     * To whom she gave her data, where somebody else decides about it: one of the register, a name in her words, or
     * neither, where she does not know. `also`: she is one of our own people as well.
     */
    controller: z
      .object({ id: z.uuid().nullable(), name: optionalText(caps.line), also: z.boolean() })
      .nullable()
      .optional(),
    /** Which consents are taken back, by the policy's ids. */
    consents: z.array(z.string().min(1).max(caps.word)).max(21).optional(),
    proof: proofAnswerSchema,
    declaration: declarationSchema.nullable().default(null),
    /** Of a Shine the Light notice: what stood in it. */
    notice: noticeSchema.nullish(),
    /** Whom it is about, where a parent or guardian asks; null and absent where somebody asks for herself. */
    child: childSchema.nullable().optional(),
  })
  // Signing in to an account of her own says nothing about a child.
  .refine(({ child, proof }) => !child || proof.method !== "login", { path: ["proof"], message: "how" });
export type Request = z.infer<typeof requestSchema>;

/** The part of a request that is kept sealed with the case; facts are sealed apart and deleted sooner. */
export type Requester = Pick<
  Request,
  | "residence"
  | "relationship"
  | "name"
  | "email"
  | "telephone"
  | "post"
  | "details"
  | "narrow"
  | "controller"
  | "declaration"
  | "notice"
  | "child"
> & {
  method: ProofAnswer["method"];
  note: string | null;
  consents?: string[] | undefined;
};

/** Splits a request into what stays with the case and the facts, which do not. */
export function splitRequest(request: Request): { requester: Requester; facts: Record<string, string> } {
  const { proof, rights: _rights, ...rest } = request;
  return {
    requester: { ...rest, method: proof.method, note: proof.method === "other" ? proof.note : null },
    facts: proof.method === "facts" ? proof.facts : {},
  };
}
