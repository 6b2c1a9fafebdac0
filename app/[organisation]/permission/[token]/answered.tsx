import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { CopyableReference, Lead } from "#components/ui/text-parts.tsx";
import type { PermissionView } from "#lib/agents/queries/permission.ts";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../../arrive.ts";
import { Frame } from "../../frame.tsx";

const ends = ["confirm", "take-over", "disown"] as const;

/** After her answer: what we do with it. */
export function Answered(props: { here: Arrival; view: PermissionView; said: string | null }) {
  const { here, view } = props;
  const t = translator(here.locale, "permission");
  const said = ends.find((known) => known === props.said) ?? "other";
  return (
    <Frame here={here} title={t("answered.title")}>
      <h1>{t("answered.title")}</h1>
      <Lead>{t(`answered.${said}`)}</Lead>
      <h2>{t("answered.next")}</h2>
      <p>
        {t.rich("answered.reference", {
          reference: () => <CopyableReference>{view.reference}</CopyableReference>,
        })}
      </p>
      <p className="mt-2">{t("answered.change")}</p>
      <Actions className="mt-7">
        <ButtonLink look="quiet" href={`/${here.slug}/track/${view.reference}`}>
          {t("answered.follow")}
        </ButtonLink>
      </Actions>
    </Frame>
  );
}
