import { PlainForm } from "#components/forms/plain-form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { Note } from "#components/ui/text-parts.tsx";
import type { Answers } from "#lib/intake/draft.ts";
import { stepAfter } from "#lib/intake/steps.ts";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../arrive.ts";
import { Frame } from "../frame.tsx";

/** Login as proof: a plain form leads to the organisation's own sign-in, which comes back to the next page. */
export function SignInStep(props: {
  here: Arrival;
  place: { step: number; steps: number };
  backHref: string;
  answers: Answers;
  hasEnded: boolean;
}) {
  const { here, place, answers } = props;
  const { slug, house, locale } = here;
  const t = translator(locale, "intake");
  const form = translator(locale, "ui");
  const next = stepAfter("sign-in", answers, { ...house, isSignedIn: true }, { isChange: false });
  return (
    <Frame here={here} title={t("signIn.title")} backHref={props.backHref}>
      {props.hasEnded && (
        <div className="mb-9">
          <Note shape="flagged">
            <p>{t("check.signedOut")}</p>
          </Note>
        </div>
      )}
      <p className="text-small text-muted">{form("form.stepOf", place)}</p>
      <h1>{t("signIn.title")}</h1>
      <p className="mt-4 text-muted">{t("signIn.why")}</p>
      <PlainForm action={`/api/auth/login/${slug}`} locale={locale}>
        <input type="hidden" name="to" value={`/${slug}/request/${next}`} />
        <Actions>
          <SubmitButton>{t("signIn.button")}</SubmitButton>
          <ButtonLink look="text" href={`/${slug}/request/proof`}>
            {t("signIn.otherWay")}
          </ButtonLink>
        </Actions>
      </PlainForm>
    </Frame>
  );
}
