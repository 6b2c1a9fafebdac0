import { redirect } from "next/navigation";
import { PlainForm } from "#components/forms/plain-form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Actions } from "#components/ui/button.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { csrfTokenIn, typedInCookie } from "#lib/auth/client/cookie-values.ts";
import { safePath } from "#lib/auth/redirects.ts";
import { homeOf } from "#lib/auth/sessions.ts";
import { env } from "#lib/env.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { signedIn } from "#lib/web/gates.ts";
import { currentVisit } from "#lib/web/request.ts";
import type { Visit } from "#lib/web/visit.ts";
import { SignInFrame } from "./frame.tsx";

type Search = {
  callbackUrl?: string;
  error?: string;
  left?: string;
  /** When `/api/auth/signin` sent the browser here, in seconds. */
  at?: string;
};

/**
 * Staff sign in. A plain form to next-auth's own address, with the guard that `/api/auth/signin` has put into a cookie:
 * it works without scripts.
 */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, visit] = await Promise.all([searchParams, currentVisit()]);
  const back = safePath(search.callbackUrl ?? visit.cookie("back"), env().url);
  const session = search.error ? null : await signedIn(visit);
  if (session?.kind === "staff") redirect(back === "/" ? homeOf(session.staff.roles) : back);
  const csrfToken = csrfTokenIn(visit.cookie("csrf"));
  // Who has just come from there without the cookie will not have it the next time either.
  const hasJustTried = Number(search.at) > visit.now.getTime() / 1000 - 10;
  if (!csrfToken && !hasJustTried) redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(back)}`);

  const { locale } = visit;
  const t = translator(locale, "signin");
  const answer = await answerOf(search, visit, csrfToken !== null);
  return (
    <SignInFrame locale={locale} path="/sign-in">
      <PlainForm action="/api/auth/callback/staff" locale={locale} title={t("staff.title")} answer={answer}>
        {search.left && !answer && <StatusMessage>{t("staff.signedOut")}</StatusMessage>}
        <h1>{t("staff.heading")}</h1>
        <p className="mt-4 mb-7 text-muted">{t("staff.about")}</p>
        <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
        <input type="hidden" name="callbackUrl" value={back} />
        <TextField
          name="email"
          type="email"
          label={t("staff.email")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField
          name="password"
          type="password"
          label={t("staff.password")}
          autoComplete="current-password"
        />
        <Actions>
          <SubmitButton>{t("staff.submit")}</SubmitButton>
        </Actions>
      </PlainForm>
    </SignInFrame>
  );
}

/** What the page says about the try before: the same for a wrong password, an unknown address and too many tries. */
async function answerOf(
  { error }: Search,
  { locale, cookie }: { locale: Locale } & Pick<Visit, "cookie">,
  hasCookies: boolean,
) {
  const t = translator(locale, "signin");
  if (!hasCookies) return { values: {}, errors: { form: t("staff.noCookies") } };
  if (!error) return null;
  const typed = await typedInCookie(cookie("typed"));
  const values = { email: typed?.email ?? "" };
  if (error === "fault") return { values, errors: { form: t("staff.fault") } };
  if (error === "again" || !typed) return { values, errors: { password: t("staff.again") } };
  const missing = {
    ...(typed.email === "" ? { email: t("staff.emailMissing") } : {}),
    ...(typed.isPasswordMissing ? { password: t("staff.passwordMissing") } : {}),
  };
  return { values, errors: Object.keys(missing).length > 0 ? missing : { email: t("staff.refused") } };
}
