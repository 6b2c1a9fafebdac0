import { unscopedFindPermission } from "#lib/agents/queries/permission.ts";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { translator } from "#lib/locales/index.ts";
import { arrive, one, type Arrival, type Query } from "../../arrive.ts";
import { Frame } from "../../frame.tsx";
import { safely } from "../../safely.tsx";
import { Ask } from "./ask.tsx";
import { Answered } from "./answered.tsx";

type Props = { params: Promise<{ organisation: string; token: string }>; searchParams: Query };

/**
 * Behind the link that went to the contact on file: who asks in her name, for what, and what she says to it. Looking changes
 * nothing, since mail programs follow links by themselves.
 */
async function PermissionPage({ params, searchParams }: Props) {
  const { organisation, token } = await params;
  const here = await arrive(organisation);
  const view = await unscopedFindPermission(here.ctx, token);
  const said = one((await searchParams)["said"]);
  if (view?.state === "answered") return <Answered here={here} view={view} said={said} />;
  if (view?.state === "open" && view.offered.length > 0)
    return <Ask here={here} view={view} token={token} isChecking={said === "verify"} />;
  return <Ended here={here} />;
}

export default safely(PermissionPage);

/** The same for a link that is too old, one that was replaced, and one that was never ours. */
function Ended({ here }: { here: Arrival }) {
  const t = translator(here.locale, "permission");
  return (
    <Frame here={here} title={t("ended.title")}>
      <h1>{t("ended.title")}</h1>
      <Lead>{t("ended.lead")}</Lead>
      <p className="mt-4">{t("ended.next")}</p>
      <Actions className="mt-7">
        <ButtonLink look="quiet" href={`/${here.slug}`}>
          {t("ended.ask")}
        </ButtonLink>
      </Actions>
    </Frame>
  );
}
