import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions } from "#components/ui/button.tsx";
import { Lead, Note } from "#components/ui/text-parts.tsx";
import { isLinkLive } from "#lib/controllers/queries/handovers.ts";
import { translator } from "#lib/locales/index.ts";
import { arrive, one, type Query } from "../../arrive.ts";
import { Frame } from "../../frame.tsx";
import { safely } from "../../safely.tsx";
import { open, renew } from "../actions.ts";

type Props = { params: Promise<{ organisation: string; token: string }>; searchParams: Query };

/** Behind a link to whoever decides: opened by a press, since mail programs follow links by themselves. */
async function LinkPage({ params, searchParams }: Props) {
  const { organisation, token } = await params;
  const here = await arrive(organisation);
  const { locale, policy, slug } = here;
  const t = translator(locale, "controllers");
  const hidden = (
    <>
      <input type="hidden" name="organisation" value={slug} />
      <input type="hidden" name="token" value={token.slice(0, 100)} />
    </>
  );
  if (await isLinkLive(here.ctx, token)) {
    return (
      <Frame here={here} title={t("page.title")}>
        <h1>{t("page.title")}</h1>
        <Lead>{t("page.open.lead", { organisation: policy.name })}</Lead>
        <Form action={open} locale={locale} idPrefix="open-">
          {hidden}
          <Actions className="mt-7">
            <SubmitButton>{t("page.open.go")}</SubmitButton>
          </Actions>
        </Form>
        <p className="mt-6 text-small text-muted">{t("page.open.once")}</p>
      </Frame>
    );
  }
  return (
    <Frame here={here} title={t("page.ended.title")}>
      <h1>{t("page.ended.title")}</h1>
      {one((await searchParams)["sent"]) === "1" ? (
        <Note shape="done">
          <p>{t("page.ended.sent")}</p>
        </Note>
      ) : (
        <>
          <Lead>{t("page.ended.lead")}</Lead>
          <Form action={renew} locale={locale} idPrefix="renew-">
            {hidden}
            <Actions className="mt-7">
              <SubmitButton>{t("page.ended.go")}</SubmitButton>
            </Actions>
          </Form>
        </>
      )}
    </Frame>
  );
}

export default safely(LinkPage);
