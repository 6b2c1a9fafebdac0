import type { Metadata } from "next";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { safePath } from "#lib/auth/redirects.ts";
import { env } from "#lib/env.ts";
import { translator } from "#lib/locales/index.ts";
import { currentVisit } from "#lib/web/request.ts";
import { SignInFrame } from "../frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator((await currentVisit()).locale, "signin")("failed.title") };
}

/** A person's sign-in at her organisation's provider came to nothing: she goes back to where she was. */
export default async function NotSignedInPage() {
  const visit = await currentVisit();
  const t = translator(visit.locale, "signin");
  return (
    <SignInFrame locale={visit.locale} path="/sign-in/failed">
      <h1>{t("failed.heading")}</h1>
      <p className="mt-4">{t("failed.about")}</p>
      <p className="mt-4">{t("failed.next")}</p>
      <Actions>
        <ButtonLink look="main" href={safePath(visit.cookie("back"), env().url)}>
          {t("failed.back")}
        </ButtonLink>
      </Actions>
    </SignInFrame>
  );
}
