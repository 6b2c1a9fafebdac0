import { DateField } from "#components/forms/date-field.tsx";
import { Question } from "#components/forms/question.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Link } from "#components/ui/link.tsx";
import { partsOf } from "#lib/intake/facts.ts";
import type { FormSetting } from "#lib/intake/setting.ts";
import { translator } from "#lib/locales/index.ts";
import type { QuestionProps } from "./questions.tsx";

/** For whom she asks. */
export function Whose({ setting: { locale }, answers, policy, place }: QuestionProps) {
  const t = translator(locale, "intake");
  return (
    <Question locale={locale} step={place} title={t("whose.title")} why={t("whose.why")}>
      <RadioChoices
        name="whose"
        {...(answers.whose ? { value: answers.whose } : {})}
        options={[
          { value: "me", label: t("whose.me") },
          {
            value: "child",
            label: t("whose.child"),
            hint: t("whose.childHint", { age: policy.children.age }),
          },
        ]}
      />
      <LeaveQuickly locale={locale} />
    </Question>
  );
}

/** Which child, and as what she asks for it. */
export function Child({ setting: { locale, dateOrder }, answers: { child }, policy, place }: QuestionProps) {
  const t = translator(locale, "intake");
  const { age, relations } = policy.children;
  return (
    <Question locale={locale} step={place} title={t("child.title")} why={t("child.why", { age })}>
      <TextField
        name="child-name"
        label={t("child.name")}
        autoComplete="off"
        spellCheck={false}
        value={child?.name ?? ""}
      />
      <DateField
        name="born"
        legend={t("child.born")}
        hint={t(dateOrder === "mdy" ? "child.dayHintUs" : "child.dayHint")}
        value={partsOf("date", child?.born ?? "")}
      />
      <RadioChoices
        name="relation"
        legend={t("child.relation")}
        {...(child?.relation ? { value: child.relation } : {})}
        options={relations.map(({ id, label }) => ({ value: id, label: label[locale] }))}
      />
      <LeaveQuickly locale={locale} />
    </Question>
  );
}

/** Who asks for a child may be watched by somebody at home (product criterion Q15). */
function LeaveQuickly({ locale }: { locale: FormSetting["locale"] }) {
  const t = translator(locale, "intake");
  return (
    <p className="mt-9 text-small text-muted">
      <Link href="https://www.bbc.com/weather" rel="noreferrer">
        {t("whose.leave")}
      </Link>{" "}
      {t("whose.leaveHint")}
    </p>
  );
}
