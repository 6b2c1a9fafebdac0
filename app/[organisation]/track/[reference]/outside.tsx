import { StepLine } from "#components/case/step-line.tsx";
import { Form } from "#components/forms/form.tsx";
import { PlainForm } from "#components/forms/plain-form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Actions } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { CopyableReference, Note } from "#components/ui/text-parts.tsx";
import { codeRules } from "#lib/auth/codes.ts";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../../arrive.ts";
import { Frame, titleOf } from "../../frame.tsx";
import { askForCode, enterCode } from "../actions.ts";
import { homeOf } from "./own.ts";

/** Where the page stands with a code, as its address says. */
export const codeStates = ["sent", "have"] as const;

type Props = {
  here: Arrival;
  /** As it stands in the address, and as it is written; the latter null for what is no reference. */
  typed: string;
  shown: string | null;
  /** A code was asked for, or she has one from a letter: its field comes first. */
  code: (typeof codeStates)[number] | null;
  /** For a download by login, which asks for the password once more. */
  isAgain: boolean;
};

/**
 * What everybody sees who has not shown that a request is hers: the same for every reference, whether there is such a
 * request or not, and wherever it stands.
 */
export function Outside(props: Props) {
  const { here, code } = props;
  const { locale } = here;
  const t = translator(locale, "tracker");
  const steps = translator(locale, "cases");
  return (
    <Frame here={here} {...(code ? {} : { title: t("outside.title") })}>
      {code ? (
        <EnterCode {...props} />
      ) : (
        <>
          <Reference {...props} />
          <h1>{t("outside.title")}</h1>
          <p className="mt-5">{t("outside.steps")}</p>
          <StepLine
            locale={locale}
            current={-1}
            steps={[
              { name: steps("step.received"), when: t("outside.received") },
              { name: steps("step.worked"), when: t("outside.worked") },
              { name: steps("step.answered"), when: t("outside.answered") },
            ]}
          />
          {props.isAgain && (
            <div className="mt-10">
              <Note shape="flagged">
                <p>{t("outside.again")}</p>
              </Note>
            </div>
          )}
          {here.house.isSignedIn && !props.isAgain && (
            <div className="mt-10">
              <Note>
                <p>{t("outside.signedIn")}</p>
              </Note>
            </div>
          )}
          <h2>{t("outside.see")}</h2>
          <p>{t("outside.why")}</p>
          <Ways {...props} />
        </>
      )}
      <p className="mt-7 text-small text-muted">
        {t.rich("outside.neither", {
          mail: (words) => <a href={`mailto:${here.policy.contact.email}`}>{words}</a>,
        })}
      </p>
      <p className="text-small text-muted">{t("outside.only")}</p>
    </Frame>
  );
}

function Reference({ here, shown }: Pick<Props, "here" | "shown">) {
  if (!shown) return null;
  return (
    <p className="text-small text-muted">
      {translator(here.locale, "tracker")("request")} <CopyableReference>{shown}</CopyableReference>
    </p>
  );
}

function Ways({ here, typed, isAgain, code }: Props) {
  const { slug, locale, house, policy } = here;
  const t = translator(locale, "tracker");
  const canSignIn = policy.proof.login && house.hasProvider;
  return (
    <>
      <Actions className="mt-6">
        <Form action={askForCode} locale={locale} idPrefix="code-">
          <input type="hidden" name="organisation" value={slug} />
          <input type="hidden" name="reference" value={typed} />
          {isAgain && <input type="hidden" name="next" value="download" />}
          <SubmitButton look={code || (isAgain && canSignIn) ? "quiet" : "main"}>
            {t(code === "sent" ? "code.more" : "outside.send")}
          </SubmitButton>
        </Form>
        {canSignIn && (
          <PlainForm action={`/api/auth/login/${slug}`} locale={locale} idPrefix="login-">
            <input type="hidden" name="to" value={homeOf(slug, typed) + (isAgain ? "/download" : "")} />
            {isAgain && <input type="hidden" name="fresh" value="1" />}
            <SubmitButton look={isAgain && !code ? "main" : "quiet"}>{t("outside.signIn")}</SubmitButton>
          </PlainForm>
        )}
      </Actions>
      <p className="mt-6 text-small text-muted">{t("outside.where")}</p>
      {!code && (
        <p className="mt-3 text-small">
          <Link href={`${homeOf(slug, typed)}?code=have${isAgain ? "&next=download" : ""}`}>
            {t("outside.have")}
          </Link>
        </p>
      )}
    </>
  );
}

function EnterCode({ here, typed, shown, isAgain, code }: Props) {
  const { slug, locale } = here;
  const t = translator(locale, "tracker");
  const hidden = (
    <>
      <input type="hidden" name="organisation" value={slug} />
      <input type="hidden" name="reference" value={typed} />
      {isAgain && <input type="hidden" name="next" value="download" />}
    </>
  );
  return (
    <>
      <Form action={enterCode} locale={locale} title={titleOf(here, t("code.title"))}>
        <Reference here={here} shown={shown} />
        <h1>{t("code.title")}</h1>
        <p className="mt-5">
          {code === "have" ? t("code.have") : t("code.sent", { minutes: codeRules.lastsSeconds / 60 })}
        </p>
        {hidden}
        <div className="mt-7">
          <TextField
            name="code"
            label={t("code.label")}
            hint={t(code === "have" ? "code.haveHint" : "code.hint")}
            width={10}
            inputMode={code === "have" ? "text" : "numeric"}
            autoComplete="one-time-code"
            spellCheck={false}
          />
        </div>
        <Actions>
          <SubmitButton>{t("code.go")}</SubmitButton>
        </Actions>
      </Form>
      {code === "sent" && <p className="mt-10 text-small text-muted">{t("code.none")}</p>}
      <Ways here={here} typed={typed} shown={null} code={code} isAgain={isAgain} />
    </>
  );
}
