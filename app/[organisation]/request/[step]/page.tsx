import { notFound, redirect } from "next/navigation";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions } from "#components/ui/button.tsx";
import { Note } from "#components/ui/text-parts.tsx";
import { filesParameter } from "#lib/files/outcomes.ts";
import { listDraftUploads } from "#lib/files/queries.ts";
import type { Answers } from "#lib/intake/draft.ts";
import { intakeMessages } from "#lib/intake/messages.ts";
import { findDraft, type DraftView } from "#lib/intake/queries.ts";
import { isFormStep, type FormStep } from "#lib/intake/schemas.ts";
import { settingFor, type FormSetting } from "#lib/intake/setting.ts";
import { firstOpen, mayOpen, neededSteps, placeOf, stepIds, type StepId } from "#lib/intake/steps.ts";
import { translator } from "#lib/locales/index.ts";
import { rightIds } from "#lib/rights/ids.ts";
import { readDraftToken } from "#lib/web/person-session.ts";
import { arrive, one, type Arrival, type Query } from "../../arrive.ts";
import { Frame, titleOf } from "../../frame.tsx";
import { answer } from "../actions.ts";
import { AlreadySent } from "../already-sent.tsx";
import { CheckPage } from "../check-page.tsx";
import { FilesPage } from "../files-page.tsx";
import { GrownUpPage } from "../grown-up-page.tsx";
import { StepQuestion } from "../questions.tsx";
import { SignInStep } from "../sign-in-step.tsx";
import { StepForm } from "../step-form.tsx";
import { safely } from "../../safely.tsx";

type Props = { params: Promise<{ organisation: string; step: string }>; searchParams: Query };

/** One question of the form. What may not be opened yet leads to the first question that waits for an answer. */
async function StepPage({ params, searchParams }: Props) {
  const { organisation, step } = await params;
  const here = await arrive(organisation);
  if (!isStep(step)) notFound();
  const draft = await findDraft(here.ctx, await readDraftToken(here.slug));
  if (draft?.sentCaseId) return <AlreadySent here={here} />;
  const answers = draft?.answers ?? {};
  const query = await searchParams;
  const isChange = one(query["change"]) === "1";
  if (!mayOpen(step, answers, here.house)) {
    const open = firstOpen(answers, here.house);
    redirect(`/${here.slug}/request/${open}${draft === null ? "?gone=1" : isChange ? "?change=1" : ""}`);
  }
  const { before, ...place } = placeOf(step, answers, here.house);
  const backHref = isChange
    ? `/${here.slug}/request/check`
    : before
      ? `/${here.slug}/request/${before}`
      : `/${here.slug}`;
  if (step === "sign-in")
    return (
      <SignInStep
        here={here}
        place={place}
        backHref={backHref}
        answers={answers}
        hasEnded={one(query["ended"]) === "1"}
      />
    );
  if (step === "grown-up") return <GrownUpPage here={here} answers={answers} backHref={backHref} />;
  if (step === "files") {
    const isNeeded = neededSteps(answers, here.house).includes(step);
    return (
      <FilesPage
        here={here}
        files={await listDraftUploads(here.ctx, (draft as DraftView).id)}
        place={isNeeded ? place : null}
        backHref={isNeeded ? backHref : `/${here.slug}/request/check`}
        isChange={isChange}
        came={one(query[filesParameter])}
      />
    );
  }
  if (!isFormStep(step)) {
    return (
      <CheckPage
        here={here}
        draft={draft as DraftView}
        place={place}
        backHref={backHref}
        isChanged={one(query["changed"]) === "1"}
      />
    );
  }
  return (
    <FormPage
      here={here}
      step={step}
      answers={answers}
      place={place}
      backHref={backHref}
      isChange={isChange}
      missing={
        one(query["lost"]) === "1" ? "lost" : draft === null && one(query["gone"]) === "1" ? "gone" : null
      }
      asked={one(query["right"])}
    />
  );
}

export default safely(StepPage);

const isStep = (step: string): step is StepId => (stepIds as readonly string[]).includes(step);

function FormPage(props: {
  here: Arrival;
  step: FormStep;
  answers: Answers;
  place: { step: number; steps: number };
  backHref: string;
  isChange: boolean;
  /** What is said about answers that cannot be found any more. */
  missing: "lost" | "gone" | null;
  /** From a link that names a right; what is none is left out. */
  asked: string | null;
}) {
  const { here, step, answers } = props;
  const { slug, policy, house, locale } = here;
  const t = translator(locale, "intake");
  const wanted = rightIds.find((right) => right === props.asked) ?? answers.wanted ?? null;
  const setting = settingFor(house, answers, locale);
  return (
    <Frame here={here} backHref={props.backHref}>
      <StepForm
        step={step}
        setting={setting}
        action={answer}
        locale={locale}
        title={titleOf(here, stepTitle(step, setting, locale))}
        messages={intakeMessages(policy, locale)}
      >
        {props.missing && (
          <div className="mb-9">
            <Note shape="flagged">
              <p>{t(props.missing)}</p>
            </Note>
          </div>
        )}
        <input type="hidden" name="organisation" value={slug} />
        <input type="hidden" name="step" value={step} />
        {props.isChange && <input type="hidden" name="change" value="1" />}
        {step === "residence" && wanted && <input type="hidden" name="wanted" value={wanted} />}
        <StepQuestion
          step={step}
          setting={setting}
          answers={answers}
          policy={policy}
          place={props.place}
          wanted={wanted}
          isSignedIn={house.isSignedIn}
          proofHref={`/${slug}/request/proof?change=1`}
        />
        <Actions>
          <SubmitButton>{t(step === "elsewhere" ? "elsewhere.go" : "go")}</SubmitButton>
        </Actions>
      </StepForm>
    </Frame>
  );
}

/** The page's title says its question. */
function stepTitle(
  step: FormStep,
  { contact, details, isForChild }: FormSetting,
  locale: Arrival["locale"],
): string {
  const t = translator(locale, "intake");
  if (step === "contact" && contact === "address-or-number") return t("contact.eitherTitle");
  if (step === "contact" && contact !== "whole") return t("contact.addressTitle");
  if ((step === "relationship" || step === "proof") && isForChild) return t(`${step}.childTitle`);
  const [only, ...more] = details;
  if (step === "details" && only && more.length === 0) return t(`details.short.${only.right as "erasure"}`);
  if (step === "controller") return translator(locale, "controllers")("question.title");
  return t(`${step}.title`);
}
