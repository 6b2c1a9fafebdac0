import type { ComponentProps, ReactNode } from "react";
import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { Question } from "#components/forms/question.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Answers } from "#lib/intake/draft.ts";
import { areaOf, areas, namedPlaces } from "#lib/intake/places.ts";
import { noticeLabel } from "#lib/intake/notice.ts";
import type { FormStep } from "#lib/intake/schemas.ts";
import type { FormSetting } from "#lib/intake/setting.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { caps } from "#lib/text.ts";
import { Child, Whose } from "./child-questions.tsx";
import { ProofQuestion } from "./proof-question.tsx";

export type QuestionProps = {
  setting: FormSetting;
  answers: Answers;
  policy: Policy;
  place: { step: number; steps: number };
  wanted: RightId | null;
  isSignedIn: boolean;
  /** The page on which she proves who she is. */
  proofHref: string;
};

function Residence({ setting: { locale, places }, answers, place }: QuestionProps) {
  const t = translator(locale, "intake");
  const area = areaOf(answers.residence, places);
  const list = (name: "europe" | "state" | "country", codes: string[], autoComplete?: string) => (
    <SelectField
      name={name}
      label={t(`residence.${name}`)}
      width={20}
      {...(answers.residence && codes.includes(answers.residence) ? { value: answers.residence } : {})}
      {...(autoComplete ? { autoComplete } : {})}
      options={[{ value: "", label: t("choose") }, ...namedPlaces(codes, locale)]}
    />
  );
  const reveals = {
    uk: undefined,
    europe: list("europe", places.europe, "country"),
    us: list("state", places.states),
    other: list("country", places.countries, "country"),
  };
  return (
    <Question locale={locale} step={place} title={t("residence.title")} why={t("residence.why")}>
      <RadioChoices
        name="area"
        {...(area ? { value: area } : {})}
        options={areas.map((value) => ({
          value,
          label: t(`residence.area.${value}`),
          reveal: reveals[value],
        }))}
      />
    </Question>
  );
}

function Rights({ setting: { locale, rights }, answers, policy, place, wanted }: QuestionProps) {
  const t = translator(locale, "intake");
  const words = translator(locale, "rights");
  return (
    <Question locale={locale} step={place} title={t("rights.title")} why={t("rights.why")}>
      <CheckboxChoices
        name="rights"
        value={[...(answers.rights ?? []), ...(wanted ? [wanted] : [])]}
        options={rights.map((right) => ({
          value: right,
          label: words(`title.${right}`),
          hint: words(`hint.${right}`),
          ...(policy.statements?.[right]
            ? { reveal: <Statement says={policy.statements[right][locale]} locale={locale} /> }
            : {}),
        }))}
      />
    </Question>
  );
}

/** What is said of a right that is answered with it, as soon as she chooses it; she may ask for it in writing all the same. */
function Statement({ says, locale }: { says: string; locale: FormSetting["locale"] }) {
  return (
    <>
      <p>{says}</p>
      <p className="mt-2 text-muted">{translator(locale, "intake")("rights.inWriting")}</p>
    </>
  );
}

function Consents({ setting: { locale, consents }, answers, policy, place }: QuestionProps) {
  const t = translator(locale, "intake");
  return (
    <Question locale={locale} step={place} title={t("consents.title")} why={t("consents.why")}>
      <CheckboxChoices
        name="consents"
        value={answers.consents ?? []}
        options={consents.map((id) => {
          const known = policy.consents?.find((one) => one.id === id);
          return known
            ? {
                value: id,
                label: known.label[locale],
                hint: t(known.needsProof ? "consents.proof" : "consents.noProof"),
              }
            : { value: id, label: t("consents.other"), hint: t("consents.proof") };
        })}
      />
    </Question>
  );
}

function Details({ setting: { locale, details }, answers, place }: QuestionProps) {
  const t = translator(locale, "intake");
  const words = translator(locale, "rights");
  const field = (right: string, isOnly: boolean) => {
    const known = right as keyof typeof import("#lib/locales/en/rights.ts").rights.details;
    const isRequired = details.find((one) => one.right === right)?.isRequired ?? false;
    return (
      <TextArea
        key={right}
        name={`details-${right}`}
        {...(isOnly
          ? { describedBy: "question-why" }
          : { label: words(`details.${known}.label`), hint: words(`details.${known}.hint`) })}
        value={answers.details?.[known] ?? ""}
        max={caps.paragraph}
        optional={!isRequired}
      />
    );
  };
  const [only, ...more] = details;
  if (only && more.length === 0) {
    const known = only.right as keyof typeof import("#lib/locales/en/rights.ts").rights.details;
    return (
      <Question
        locale={locale}
        step={place}
        labels={`details-${only.right}`}
        title={
          <OptionalTitle
            locale={locale}
            isOptional={!only.isRequired}
            title={words(`details.${known}.label`)}
          />
        }
        why={words(`details.${known}.hint`)}
      >
        {field(only.right, true)}
      </Question>
    );
  }
  return (
    <Question locale={locale} step={place} title={t("details.title")} why={t("details.why")}>
      {details.map(({ right }) => field(right, false))}
    </Question>
  );
}

/** Where the question itself is the field's label, it says too that it may stay empty. */
function OptionalTitle(props: { locale: FormSetting["locale"]; isOptional: boolean; title: string }) {
  return (
    <>
      {props.title}
      {props.isOptional && (
        <span className="font-normal text-muted"> ({translator(props.locale, "ui")("form.optional")})</span>
      )}
    </>
  );
}

function Relationship({ setting: { locale, isForChild }, answers, policy, place }: QuestionProps) {
  const t = translator(locale, "intake");
  return (
    <Question
      locale={locale}
      step={place}
      title={t(isForChild ? "relationship.childTitle" : "relationship.title")}
      why={t(isForChild ? "relationship.childWhy" : "relationship.why")}
    >
      <RadioChoices
        name="relationship"
        {...(answers.relationship ? { value: answers.relationship } : {})}
        options={policy.relationships.map(({ id, label }) => ({ value: id, label: label[locale] }))}
      />
    </Question>
  );
}

/** Nobody is turned away in silence: she reads where her answer stands, and may go on. */
function Elsewhere({ setting: { locale, elsewhere }, policy, place }: QuestionProps) {
  const t = translator(locale, "intake");
  const known = policy.relationships.find((one) => one.id === elsewhere)?.elsewhere;
  return (
    <>
      <input type="hidden" name="elsewhere" value={elsewhere ?? ""} />
      <p className="text-small text-muted">{translator(locale, "ui")("form.stepOf", place)}</p>
      <h1>{t("elsewhere.title")}</h1>
      {known && (
        <>
          <p>{known.text[locale]}</p>
          <p>
            <Link href={known.notice}>{t("elsewhere.notice")}</Link>
          </p>
        </>
      )}
      <p>{t("elsewhere.all")}</p>
    </>
  );
}

/** Somebody else decides about her data: who that is, as far as she knows, and whether she is one of our own people too. */
function Controller({ setting: { locale, controller }, answers, place }: QuestionProps) {
  const t = translator(locale, "controllers");
  const known = answers.controller?.for === controller?.for ? answers.controller : undefined;
  const value = known ? (known.id ?? (known.name ? "other" : "unknown")) : controller?.chosen;
  return (
    <Question locale={locale} step={place} title={t("question.title")} why={t("question.why")}>
      <RadioChoices
        name="controller"
        {...(value ? { value } : {})}
        options={[
          ...(controller?.choices ?? []).map(({ id, name }) => ({ value: id, label: name })),
          {
            value: "other",
            label: t("question.other"),
            reveal: (
              <TextField
                name="controller-name"
                label={t("question.otherName")}
                hint={t("question.otherHint")}
                value={known?.name ?? ""}
              />
            ),
          },
          { value: "unknown", label: t("question.unknown"), hint: t("question.unknownHint") },
        ]}
      />
      <CheckboxChoices
        name="also"
        look="plain"
        value={known?.also ? ["yes"] : []}
        options={[{ value: "yes", label: t("question.also"), hint: t("question.alsoHint") }]}
      />
    </Question>
  );
}

function Contact({ setting: { locale, contact }, answers, place }: QuestionProps) {
  const t = translator(locale, "intake");
  const email = {
    name: "email",
    type: "email",
    inputMode: "email",
    autoComplete: "email",
    spellCheck: false,
    value: answers.contact?.email ?? "",
  } as const;
  if (contact === "address-or-number") return <AddressOrNumber {...{ locale, answers, place, email }} />;
  if (contact !== "whole") {
    return (
      <Question
        locale={locale}
        step={place}
        labels="email"
        title={t("contact.addressTitle")}
        why={t(contact === "reply" ? "contact.replyWhy" : "contact.addressWhy")}
      >
        <TextField {...email} describedBy="question-why" />
      </Question>
    );
  }
  return (
    <Question locale={locale} step={place} title={t("contact.title")} why={t("contact.why")}>
      <TextField
        name="name"
        label={t("contact.name")}
        hint={t("contact.nameHint")}
        autoComplete="name"
        spellCheck={false}
        value={answers.contact?.name ?? ""}
      />
      <TextField {...email} label={t("contact.email")} />
      <TextField
        name="telephone"
        label={t("contact.telephone")}
        hint={t("contact.telephoneHint")}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        width={20}
        optional
        value={answers.contact?.telephone ?? ""}
      />
    </Question>
  );
}

/** One of the two is enough: whichever she knows we know. */
function AddressOrNumber(props: {
  locale: FormSetting["locale"];
  answers: Answers;
  place: QuestionProps["place"];
  email: Omit<ComponentProps<typeof TextField>, "label">;
}) {
  const t = translator(props.locale, "intake");
  const { contact } = props.answers;
  const chosen = contact?.email ? "email" : contact?.telephone ? "telephone" : null;
  return (
    <Question
      locale={props.locale}
      step={props.place}
      title={t("contact.eitherTitle")}
      why={t("contact.eitherWhy")}
    >
      <RadioChoices
        name="by"
        {...(chosen ? { value: chosen } : {})}
        options={[
          {
            value: "email",
            label: t("contact.byEmail"),
            reveal: <TextField {...props.email} label={t("contact.email")} />,
          },
          {
            value: "telephone",
            label: t("contact.byNumber"),
            reveal: (
              <TextField
                name="telephone"
                label={t("contact.telephone")}
                hint={t("contact.numberHint")}
                type="tel"
                inputMode="tel"
                autoComplete="tel"
                width={20}
                value={contact?.telephone ?? ""}
              />
            ),
          },
        ]}
      />
    </Question>
  );
}

function Narrow({ setting: { locale }, answers, place }: QuestionProps) {
  const t = translator(locale, "intake");
  return (
    <Question
      locale={locale}
      step={place}
      labels="narrow"
      title={<OptionalTitle locale={locale} isOptional title={t("narrow.title")} />}
      why={
        <>
          <p>{t("narrow.why")}</p>
          <p>{t("narrow.label")}</p>
        </>
      }
    >
      <TextArea
        name="narrow"
        describedBy="question-why"
        value={answers.narrow?.text ?? ""}
        max={caps.paragraph}
      />
    </Question>
  );
}

function NoticeAddress({ setting: { locale }, answers, place }: QuestionProps) {
  const t = translator(locale, "intake");
  return (
    <Question locale={locale} step={place} title={t("notice.title")} why={t("notice.why")}>
      <TextField
        name="first-name"
        label={t("notice.first")}
        autoComplete="given-name"
        spellCheck={false}
        value={answers.notice?.firstName ?? ""}
      />
      <TextField
        name="last-name"
        label={t("notice.last")}
        autoComplete="family-name"
        spellCheck={false}
        value={answers.notice?.lastName ?? ""}
      />
      <TextArea
        name="mailing"
        label={t("notice.address")}
        hint={t("notice.addressHint")}
        autoComplete="street-address"
        value={answers.notice?.address ?? ""}
        max={caps.line}
        rows={3}
      />
    </Question>
  );
}

function Certificate({ setting: { locale, today }, answers, place }: QuestionProps) {
  const t = translator(locale, "intake");
  const household = answers.certificate && (answers.certificate.household ? "yes" : "no");
  return (
    <Question locale={locale} step={place} title={t("certificate.title")} why={t("certificate.why")}>
      <RadioChoices
        name="household"
        legend={t("certificate.household")}
        look="plain"
        {...(household ? { value: household } : {})}
        options={[
          { value: "yes", label: t("certificate.own") },
          { value: "no", label: t("certificate.company"), hint: t("certificate.companyHint") },
        ]}
      />
      <div className="mt-7 border-s-4 border-accent ps-4.5">
        <p className="font-strong" lang="en">
          {noticeLabel}
        </p>
        <p className="mt-2">{t("certificate.text", { day: formatDay(today, locale) })}</p>
      </div>
      <CheckboxChoices
        name="certified"
        look="plain"
        value={answers.certificate ? ["yes"] : []}
        options={[{ value: "yes", label: t("certificate.agree") }]}
      />
    </Question>
  );
}

function Declaration({ setting: { locale, today }, answers, place, proofHref }: QuestionProps) {
  const t = translator(locale, "intake");
  return (
    <Question locale={locale} step={place} title={t("declaration.title")} why={t("declaration.why")}>
      <div className="mt-7 border-s-4 border-accent ps-4.5">
        <p>{t("declaration.text")}</p>
        <p className="mt-2 text-small text-muted">{t("declaration.perjury")}</p>
      </div>
      <TextField
        name="declared-name"
        label={t("declaration.name")}
        autoComplete="name"
        spellCheck={false}
        value={answers.declaration?.name ?? answers.contact?.name ?? ""}
      />
      <TextField
        name="declared-place"
        label={t("declaration.place")}
        hint={t("declaration.placeHint")}
        autoComplete="off"
        value={answers.declaration?.place ?? ""}
      />
      <p className="mt-7">{t("declaration.date", { day: formatDay(today, locale) })}</p>
      <CheckboxChoices
        name="declared"
        look="plain"
        value={answers.declaration ? ["yes"] : []}
        options={[{ value: "yes", label: t("declaration.agree") }]}
      />
      <p className="mt-7 text-small text-muted">
        {t.rich("declaration.skip", { link: (words) => <Link href={proofHref}>{words}</Link> })}
      </p>
    </Question>
  );
}

const questions = {
  residence: Residence,
  rights: Rights,
  consents: Consents,
  whose: Whose,
  child: Child,
  details: Details,
  relationship: Relationship,
  elsewhere: Elsewhere,
  controller: Controller,
  contact: Contact,
  notice: NoticeAddress,
  certificate: Certificate,
  narrow: Narrow,
  proof: ProofQuestion,
  declaration: Declaration,
} satisfies Record<FormStep, (props: QuestionProps) => ReactNode>;

/** The fields of one page's question, filled with what was answered before. */
export function StepQuestion({ step, ...props }: QuestionProps & { step: FormStep }) {
  const Fields = questions[step];
  return <Fields {...props} />;
}
