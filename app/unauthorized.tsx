import { ButtonLink } from "#components/ui/button.tsx";
import { translator } from "#lib/locales/index.ts";
import { currentVisit } from "#lib/web/request.ts";
import { MessagePage } from "./[organisation]/message-page.tsx";

/** Somebody unknown, where a sign-in is needed; afterwards she comes back to where she was. */
export default async function Unauthorized() {
  const visit = await currentVisit();
  const t = translator(visit.locale, "tracker");
  return (
    <MessagePage
      visit={visit}
      title={t("unauthorized.title")}
      lead={t("unauthorized.lead")}
      actions={
        <ButtonLink look="main" href={`/api/auth/signin?callbackUrl=${encodeURIComponent(visit.path)}`}>
          {t("unauthorized.go")}
        </ButtonLink>
      }
    />
  );
}
