import type { ReactNode } from "react";
import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { FieldRow } from "#components/forms/field-row.tsx";
import { MoneyField } from "#components/forms/money-field.tsx";
import { MonthYearField } from "#components/forms/month-year-field.tsx";
import { monthYearNames } from "#components/forms/part-names.ts";
import { Question } from "#components/forms/question.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { factName, partsOf } from "#lib/intake/facts.ts";
import type { FormSetting } from "#lib/intake/setting.ts";
import { translator } from "#lib/locales/index.ts";
import type { FactPolicy, Policy } from "#lib/organisations/policy.ts";
import { caps } from "#lib/text.ts";
import type { QuestionProps } from "./questions.tsx";

/** How she proves who she is; the facts that the law of her place asks for belong to one of the ways. */
export function ProofQuestion({ setting, answers, policy, place, isSignedIn }: QuestionProps) {
  const { locale, methods, factsAsked } = setting;
  const t = translator(locale, "intake");
  const { proof } = answers;
  const known = proof?.method === "facts" ? proof.facts : {};
  const { locator } = policy.proof;
  const ways: Record<FormSetting["methods"][number], { label: string; hint: string; reveal?: ReactNode }> = {
    login: { label: t("proof.login"), hint: isSignedIn ? t("proof.loginAlready") : t("proof.loginHint") },
    facts: {
      label: t("proof.facts", { count: factsAsked + 1 }),
      hint: t("proof.factsHint", { locator: locator.label[locale], count: factsAsked }),
      reveal: (
        <FactsAsked setting={setting} policy={policy} residence={answers.residence ?? ""} known={known} />
      ),
    },
    other: {
      label: t("proof.other"),
      hint: t("proof.otherHint"),
      reveal: (
        <TextArea
          name="other-note"
          label={t("proof.note")}
          hint={t("proof.noteHint")}
          value={proof?.method === "other" ? (proof.note ?? "") : ""}
          max={caps.paragraph}
          rows={3}
          optional
        />
      ),
    },
  };
  return (
    <Question
      locale={locale}
      step={place}
      title={t(setting.isForChild ? "proof.childTitle" : "proof.title")}
      why={t(setting.isForChild ? "proof.childWhy" : "proof.why")}
    >
      <RadioChoices
        name="how"
        {...(proof && methods.includes(proof.method) ? { value: proof.method } : {})}
        options={methods.map((value) => ({ value, ...ways[value] }))}
      />
    </Question>
  );
}

/** What finds her account, and the facts that confirm it, as many as the law of her place asks for. */
export function FactsAsked(props: {
  setting: FormSetting;
  policy: Policy;
  residence: string;
  /** What she typed before. */
  known?: Record<string, string>;
}) {
  const { setting, policy, residence, known = {} } = props;
  const { locale, factsAsked, factsLeast } = setting;
  const t = translator(locale, "intake");
  const { locator, facts } = policy.proof;
  const chosen = facts.filter(({ id }) => known[id]).map(({ id }) => id);
  const options = {
    name: "facts",
    look: "plain",
    legend: factsAsked > 1 ? t("proof.several", { count: factsAsked }) : t("proof.one"),
    options: facts.map((fact) => ({
      value: fact.id,
      label: fact.label[locale],
      reveal: (
        <FactFields
          fact={fact}
          value={known[fact.id] ?? ""}
          setting={setting}
          residence={residence}
          isNamed
        />
      ),
    })),
  } as const;
  return (
    <>
      <FactFields fact={locator} value={known[locator.id] ?? ""} setting={setting} residence={residence} />
      {factsAsked > 1 ? (
        <CheckboxChoices
          {...options}
          value={chosen}
          {...(factsLeast < factsAsked
            ? { hint: t("proof.reduced", { count: factsAsked + 1, least: factsLeast + 1 }) }
            : {})}
        />
      ) : (
        <RadioChoices {...options} {...(chosen[0] ? { value: chosen[0] } : {})} />
      )}
    </>
  );
}

const signs: Record<string, string> = { GB: "£", US: "$", JP: "¥", CH: "CHF" };

/** The sign of the money she most likely pays in: decoration, amounts are compared without it. */
function moneySign(residence: string, europe: readonly string[]): string {
  const [country = ""] = residence.split("-");
  return europe.includes(country) ? "€" : (signs[country] ?? "");
}

/** The inputs of one fact, by how it is written. `isNamed`: the choice above it says its name already. */
function FactFields(props: {
  fact: FactPolicy;
  value: string;
  setting: FormSetting;
  residence: string;
  isNamed?: boolean;
}) {
  const { fact, value, setting, residence, isNamed = false } = props;
  const { locale, places, dateOrder } = setting;
  const t = translator(locale, "intake");
  const name = factName(fact);
  const label = fact.label[locale];
  const hint = fact.hint?.[locale];
  const parts = partsOf(fact.kind, value);
  switch (fact.kind) {
    case "amount-month":
      return (
        <FieldRow
          names={[`${name}-amount`, ...monthYearNames(name)]}
          {...(isNamed ? {} : { legend: label })}
          {...(hint ? { hint } : {})}
        >
          <MoneyField
            name={`${name}-amount`}
            label={t("proof.amount")}
            sign={moneySign(residence, places.europe)}
            value={parts.amount}
          />
          <MonthYearField name={name} value={parts} />
        </FieldRow>
      );
    case "date":
      return (
        <DateField
          name={name}
          {...(isNamed ? {} : { legend: label })}
          hint={hint ?? t(dateOrder === "mdy" ? "proof.dayHintUs" : "proof.dayHint")}
          value={parts}
          isBirthday={/birth/.test(fact.id)}
        />
      );
    case "last4":
      return (
        <TextField
          name={name}
          label={label}
          {...(hint ? { hint } : {})}
          width={4}
          inputMode="numeric"
          autoComplete="off"
          value={value}
        />
      );
    case "postcode":
      return (
        <TextField
          name={name}
          label={label}
          {...(hint ? { hint } : {})}
          width={10}
          autoComplete="postal-code"
          spellCheck={false}
          value={value}
        />
      );
    case "email":
      return (
        <TextField
          name={name}
          label={label}
          {...(hint ? { hint } : {})}
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          value={value}
        />
      );
    case "phone":
      return (
        <TextField
          name={name}
          label={label}
          {...(hint ? { hint } : {})}
          width={20}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={value}
        />
      );
    default:
      return (
        <TextField
          name={name}
          label={label}
          {...(hint ? { hint } : {})}
          width={20}
          autoComplete="off"
          spellCheck={false}
          value={value}
        />
      );
  }
}
