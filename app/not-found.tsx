import { ButtonLink } from "#components/ui/button.tsx";
import { translator } from "#lib/locales/index.ts";
import { currentVisit } from "#lib/web/request.ts";
import { notedStatus } from "#lib/web/statuses.ts";
import { MessagePage } from "./[organisation]/message-page.tsx";
import Forbidden from "./forbidden.tsx";

/** There is nothing at this address, or nothing for whoever asks. */
export default async function NotFound() {
  if (notedStatus() === 403) return <Forbidden />;
  const visit = await currentVisit();
  const t = translator(visit.locale, "tracker");
  return (
    <MessagePage
      visit={visit}
      title={t("missing.title")}
      lead={t("missing.lead")}
      actions={
        <ButtonLink look="main" href="/">
          {t("missing.home")}
        </ButtonLink>
      }
    />
  );
}
