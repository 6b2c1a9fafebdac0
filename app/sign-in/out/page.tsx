import type { Metadata } from "next";
import { Actions, Button, ButtonLink } from "#components/ui/button.tsx";
import { homeOf } from "#lib/auth/sessions.ts";
import { translator } from "#lib/locales/index.ts";
import { signedIn } from "#lib/web/gates.ts";
import { currentVisit } from "#lib/web/request.ts";
import { SignInFrame } from "../frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator((await currentVisit()).locale, "signin")("out.title") };
}

/** A link leads here, a button signs out: nobody is signed out by opening a page. */
export default async function SignOutPage() {
  const visit = await currentVisit();
  const session = await signedIn(visit);
  const t = translator(visit.locale, "signin");
  return (
    <SignInFrame locale={visit.locale} path="/sign-in/out">
      <h1>{t("out.heading")}</h1>
      <p className="mt-4">{t("out.about")}</p>
      <form method="post" action="/api/auth/sign-out">
        <Actions>
          <Button type="submit" look="main">
            {t("out.submit")}
          </Button>
          {session?.kind === "staff" && (
            <>
              <ButtonLink look="text" href={homeOf(session.staff.roles)}>
                {t("out.stay")}
              </ButtonLink>
              <ButtonLink look="text" href="/sign-in/sessions">
                {t("sessions.other")}
              </ButtonLink>
            </>
          )}
        </Actions>
      </form>
    </SignInFrame>
  );
}
