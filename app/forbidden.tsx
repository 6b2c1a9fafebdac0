import { ButtonLink } from "#components/ui/button.tsx";
import { translator } from "#lib/locales/index.ts";
import { currentVisit } from "#lib/web/request.ts";
import { MessagePage } from "./[organisation]/message-page.tsx";

/** Somebody known, whose role does not reach that far. That she tried has been recorded. */
export default async function Forbidden() {
  const visit = await currentVisit();
  const t = translator(visit.locale, "tracker");
  return (
    <MessagePage
      visit={visit}
      title={t("forbidden.title")}
      lead={t("forbidden.lead")}
      actions={
        <ButtonLink look="main" href="/">
          {t("forbidden.home")}
        </ButtonLink>
      }
    />
  );
}
