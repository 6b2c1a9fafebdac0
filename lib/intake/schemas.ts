import { z } from "zod";
import { rightIds } from "#lib/rights/ids.ts";
import { caps, isStorable, textInput } from "#lib/text.ts";
import { emailSchema } from "./answers.ts";
import { whoseOptions, type Answers } from "./draft.ts";
import { areas } from "./places.ts";
import { factName, readFact } from "./facts.ts";
import type { FormSetting } from "./setting.ts";
import type { StepId } from "./steps.ts";
import { readDay } from "./typed.ts";

/** Lines of text that stand beside others, by the keys of their labels in `intake`, and how long each may be. */
export const lineLabels = {
  "contact.name": caps.line,
  "contact.email": caps.address,
  "contact.telephone": caps.word,
  "declaration.name": caps.line,
  "declaration.place": caps.line,
  "notice.first": caps.word,
  "notice.last": caps.word,
  "child.name": caps.line,
} as const;
type LineLabel = keyof typeof lineLabels;

/** Pages whose form has a schema; signing in, files and the check have none. */
export type FormStep = Exclude<StepId, "grown-up" | "sign-in" | "files" | "check">;

/*
 * One schema per question, built from the setting, for the browser and the server alike. Its messages are keys of
 * `intake.errors`, or `missing:<fact>` and `too-long:<label>`; `messages.ts` has the sentences.
 */

/**
 * A field that may be missing or empty. Blanks around what was pasted do not count.
 * @param tooLong the key of what is said where other fields stand beside it, and this one must be named
 */
const text = (max: number, tooLong: string = "too-long") =>
  z
    .string()
    .default("")
    .transform((value) => value.trim())
    .refine((value) => value.length <= max, tooLong)
    .pipe(textInput(max));
/** A text in one line, by the key of its label. */
const line = (label: LineLabel) => text(lineLabels[label], `too-long:${label}`);
const orNull = (value: string) => (value === "" ? null : value);
const choice = <T extends string>(values: readonly T[], message: string) =>
  z.custom<T>((value) => values.includes(value as T), message);

const schemas = {
  residence: ({ places }) =>
    z
      .object({
        area: choice(areas, "area"),
        europe: text(caps.word),
        state: text(caps.word),
        country: text(caps.word),
      })
      .transform(({ area, europe, state, country }, context) => {
        const [residence, field, known] = {
          uk: ["GB", "area", ["GB"]] as const,
          europe: [europe, "europe", places.europe] as const,
          us: [state, "state", places.states] as const,
          other: [country, "country", places.countries] as const,
        }[area];
        if ((known as readonly string[]).includes(residence)) return residence;
        context.addIssue({ code: "custom", path: [field], message: field });
        return z.NEVER;
      }),
  rights: ({ rights }) =>
    z
      .object({
        rights: z
          .union([z.string(), z.array(z.string())], { error: () => "rights" })
          .transform((value) => rights.filter((right) => [value].flat().includes(right)))
          .refine((chosen) => chosen.length > 0, "rights"),
      })
      .transform((value) => value.rights),
  consents: ({ consents }) =>
    z
      .object({
        consents: z
          .union([z.string(), z.array(z.string())], { error: () => "consents" })
          .transform((value) => consents.filter((id) => [value].flat().includes(id)))
          .refine((chosen) => chosen.length > 0, "consents"),
      })
      .transform((value) => value.consents),
  whose: () => z.object({ whose: choice(whoseOptions, "whose") }).transform((value) => value.whose),
  child: childForm,
  details: ({ details }) =>
    z
      .object(
        Object.fromEntries(
          details.map(({ right, isRequired }) => [
            `details-${right}`,
            text(caps.paragraph).refine((value) => !isRequired || value !== "", "details"),
          ]),
        ),
      )
      .transform((values) =>
        Object.fromEntries(details.map(({ right }) => [right, values[`details-${right}`] ?? ""])),
      ),
  relationship: ({ relationships }) =>
    z
      .object({ relationship: choice(relationships, "relationship") })
      .transform((value) => value.relationship),
  elsewhere: ({ elsewhere }) =>
    z
      .object({ elsewhere: choice(elsewhere === null ? [] : [elsewhere], "check") })
      .transform((value) => value.elsewhere),
  controller: ({ controller }) =>
    z
      .object({
        controller: choice(
          [...(controller?.choices.map(({ id }) => id) ?? []), "other", "unknown"],
          "controller",
        ),
        "controller-name": text(caps.line),
        also: z.literal("yes").optional(),
      })
      .transform(({ controller: chosen, also, ...typed }, context) => {
        const name = typed["controller-name"];
        if (chosen === "other" && name === "")
          context.addIssue({ code: "custom", path: ["controller-name"], message: "otherName" });
        return {
          for: controller?.for ?? "",
          id: chosen === "other" || chosen === "unknown" ? null : chosen,
          name: chosen === "other" ? name : null,
          also: also === "yes",
        };
      }),
  contact: ({ contact }) =>
    contact === "address-or-number"
      ? addressOrNumber
      : contact !== "whole"
        ? z
            .object({ email: line("contact.email").refine(isEmail, "address") })
            .transform(({ email }) => ({ name: null, email, telephone: null }))
        : z
            .object({
              name: line("contact.name").refine((value) => value !== "", "name"),
              email: line("contact.email").refine((value) => value === "" || isEmail(value), "email"),
              telephone: line("contact.telephone").refine(
                (value) => value === "" || isNumber(value),
                "telephone",
              ),
            })
            .refine(({ email, telephone }) => email !== "" || telephone !== "", {
              path: ["email"],
              message: "reach",
            })
            .transform(({ name, email, telephone }) => ({
              name,
              email: orNull(email),
              telephone: orNull(telephone),
            })),
  notice: () =>
    z
      .object({
        "first-name": line("notice.first").refine((value) => value !== "", "firstName"),
        "last-name": line("notice.last").refine((value) => value !== "", "lastName"),
        mailing: text(caps.line).refine((value) => value !== "", "mailing"),
      })
      .transform((value) => ({
        firstName: value["first-name"],
        lastName: value["last-name"],
        address: value.mailing,
      })),
  certificate: ({ today }) =>
    z
      .object({
        household: choice(["yes", "no"], "household"),
        certified: choice(["yes"], "certified"),
      })
      .transform(({ household }) => ({ household: household === "yes", on: today })),
  narrow: () =>
    z.object({ narrow: text(caps.paragraph) }).transform(({ narrow }) => ({ text: orNull(narrow) })),
  proof: proofSchema,
  declaration: ({ today }) =>
    z
      .object({
        "declared-name": line("declaration.name").refine((value) => value !== "", "declaredName"),
        "declared-place": line("declaration.place").refine((value) => value !== "", "declaredPlace"),
        declared: choice(["yes"], "declared"),
      })
      .transform((value) => ({ name: value["declared-name"], place: value["declared-place"], on: today })),
} satisfies { [Step in FormStep]: (setting: FormSetting) => z.ZodType<NonNullable<Answers[Step]>> };

/** One of the two, and of the other one, typed or not, no word. */
const addressOrNumber = z
  .object({
    by: choice(["email", "telephone"], "by"),
    email: text(caps.address),
    telephone: text(caps.word),
  })
  .transform(({ by, email, telephone }, context) => {
    if (by === "email" && isEmail(email)) return { name: null, email, telephone: null };
    if (by === "telephone" && isNumber(telephone)) return { name: null, email: null, telephone };
    context.addIssue({ code: "custom", path: [by], message: by === "email" ? "address" : "number" });
    return z.NEVER;
  });

/** Enough figures for a telephone number, however it is written. */
function isNumber(value: string): boolean {
  return /\d{2}.*\d.*\d/.test(value);
}

/** The child's name and day of birth, and as what she asks. Everything that is wrong is said at once. */
function childForm({ relations, today, dateOrder }: FormSetting) {
  const nameSchema = line("child.name").refine((value) => value !== "", "childName");
  return z.looseObject({}).transform((values, context): NonNullable<Answers["child"]> => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const part = (of: string) => {
      const value = values[`born-${of}`];
      return typeof value === "string" ? value.slice(0, caps.line) : "";
    };
    const name = nameSchema.safeParse(values["child-name"]);
    if (!name.success) wrong("child-name", name.error.issues[0]?.message ?? "childName");
    const born = readDay({ day: part("day"), month: part("month"), year: part("year") }, dateOrder);
    if (!born.ok) wrong(`born-${born.wrong}`, born.wrong);
    else if (born.value > today) wrong("born-year", "bornLater");
    const relation = relations.find((one) => one === values["relation"]);
    if (!relation) wrong("relation", "relation");
    if (!name.success || !born.ok || !relation) return z.NEVER;
    return { name: name.data, relation, born: born.value };
  });
}

function isEmail(value: string): boolean {
  return emailSchema.safeParse(value).success;
}

/** How she proves who she is, with the facts that belong to her choice; what belongs to another one is not looked at. */
export function proofSchema({
  methods,
  locator,
  facts,
  factsAsked,
  factsLeast,
  locale,
  dateOrder,
}: FormSetting) {
  return z
    .looseObject({ how: choice(methods, "how") })
    .transform((values, context): NonNullable<Answers["proof"]> => {
      const typed = (name: string) => (typeof values[name] === "string" ? values[name] : "");
      const wrong = (field: string, message: string) =>
        context.addIssue({ code: "custom", path: [field], message });
      if (values.how === "login") return { method: "login" };
      if (values.how === "other") {
        const note = textInput(caps.paragraph).safeParse(typed("other-note"));
        if (!note.success) wrong("other-note", note.error.issues[0]?.message ?? "check");
        return { method: "other", note: orNull(note.data ?? "") };
      }
      const ticked: unknown[] = [values["facts"]].flat();
      const chosen = facts.filter((fact) => ticked.includes(fact.id));
      const told: Record<string, string> = {};
      for (const fact of [locator, ...chosen]) {
        const read = readFact(fact, typed, { locale, dateOrder });
        if (!read.ok) wrong(read.field, read.message);
        else if (!isStorable(read.value)) wrong(factName(fact), "unstorable");
        else told[fact.id] = read.value;
      }
      if (chosen.length < factsLeast) wrong("facts", factsLeast > 1 ? "factsMore" : "factsOne");
      else if (chosen.length > Math.max(factsAsked, 1)) wrong("facts", "factsFewer");
      return { method: "facts", facts: told, asked: factsAsked + 1 };
    });
}

/** Checks what one page sends: the same in the browser and on the server. Its output is the answer of that page. */
export function stepSchema(step: FormStep, setting: FormSetting): z.ZodType<NonNullable<Answers[FormStep]>> {
  return schemas[step](setting);
}

export function isFormStep(step: string): step is FormStep {
  return Object.hasOwn(schemas, step);
}

/**
 * What a page's own fields say about the answers before it, where those are gone: enough to take it without losing what
 * was typed. Nothing of it is kept.
 */
export function assumedAnswers(typed: Record<string, unknown>): Answers {
  const detailed = rightIds.filter((right) => `details-${right}` in typed);
  const isWhole = "name" in typed || "how" in typed;
  if ("consents" in typed) return { rights: ["withdraw-consent"] };
  return { rights: detailed.length > 0 ? detailed : isWhole ? ["access"] : [] };
}
