import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { getOwnCase } from "#lib/cases/queries/tracker.ts";
import { translator } from "#lib/locales/index.ts";
import { choiceWords, readChoiceName, type Standing } from "#lib/preferences/choices.ts";
import { listAccountChoices } from "#lib/preferences/queries.ts";
import { signalledRight } from "#lib/preferences/signal.ts";
import { enter, requester } from "#lib/web/gates.ts";
import { arrive, one, type Arrival, type Query } from "../../arrive.ts";
import { Frame, titleOf } from "../../frame.tsx";
import { safely } from "../../safely.tsx";
import { takeBack } from "../actions.ts";

type Props = { params: Promise<{ organisation: string }>; searchParams: Query };

/**
 * The second of two steps by which a choice is taken back: what it means, and the button that does it (11 CCR 7028(a)). From
 * the page of a request, or for whoever is signed in to the account.
 */
async function UndoPage({ params, searchParams }: Props) {
  const { organisation } = await params;
  const query = await searchParams;
  const here = await arrive(organisation);
  const { slug, policy, locale, heard } = here;
  const t = translator(locale, "preferences");
  const reference = one(query["request"]);
  const home =
    reference === null ? `/${slug}/preferences` : `/${slug}/track/${encodeURIComponent(reference)}`;
  const named = readChoiceName(one(query["choice"]) ?? "");
  const choices = await choicesHere(here, organisation, reference);
  const choice = choices.find(
    (known) => known.undoneAt === null && known.kind === named?.kind && known.consent === named.consent,
  );
  if (!choice || !named) {
    return (
      <Frame here={here} title={t("title")} backHref={home}>
        <h1>{t("title")}</h1>
        <Lead>{t("undo.gone")}</Lead>
        <Actions>
          <ButtonLink href={home}>{translator(locale, "tracker")("download.back")}</ButtonLink>
        </Actions>
      </Frame>
    );
  }
  return (
    <Frame here={here} backHref={home}>
      <Form action={takeBack} locale={locale} title={titleOf(here, t("undo.title"))}>
        <h1>{t("undo.title")}</h1>
        <Lead>{t("undo.lead")}</Lead>
        <p className="mt-3 font-strong">{choiceWords(choice, policy, locale)}</p>
        <ul className="mt-6">
          <li>{t(`undo.${choice.kind as "opt-out-sale"}`)}</li>
          {heard.since && choice.kind === signalledRight && <li>{t("undo.browser")}</li>}
          <li>{t("undo.any")}</li>
        </ul>
        <input type="hidden" name="organisation" value={slug} />
        <input type="hidden" name="choice" value={one(query["choice"]) ?? ""} />
        {reference !== null && <input type="hidden" name="reference" value={reference} />}
        <Actions>
          <SubmitButton look="danger">{t("undo.yes")}</SubmitButton>
          <ButtonLink look="text" href={home}>
            {t("undo.no")}
          </ButtonLink>
        </Actions>
      </Form>
    </Frame>
  );
}

export default safely(UndoPage);

async function choicesHere(
  { ctx }: Arrival,
  organisation: string,
  reference: string | null,
): Promise<Standing[]> {
  if (reference === null) return (await listAccountChoices(ctx)) ?? [];
  return (await getOwnCase(await enter(requester(organisation, reference, { scope: "conversation" }))))
    .choices;
}
