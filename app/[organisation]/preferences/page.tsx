import { PlainForm } from "#components/forms/plain-form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { Lead, Note, RuledLinks } from "#components/ui/text-parts.tsx";
import { dayIn } from "#lib/law/calendar.ts";
import { zoneName } from "#lib/law/words.ts";
import { formatDay, formatTime } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { canChoose, type Standing } from "#lib/preferences/choices.ts";
import { listAccountChoices } from "#lib/preferences/queries.ts";
import { signalledRight } from "#lib/preferences/signal.ts";
import { arrive, one, type Arrival, type Query } from "../arrive.ts";
import { ChoiceList } from "../choice-list.tsx";
import { Frame } from "../frame.tsx";
import { safely } from "../safely.tsx";

type Props = { params: Promise<{ organisation: string }>; searchParams: Query };

/** What this browser and, for whoever is signed in, the account has said no to, since when, and how to take it back. */
async function PreferencesPage({ params, searchParams }: Props) {
  const here = await arrive((await params).organisation);
  const { ctx, slug, policy, locale } = here;
  const t = translator(locale, "preferences");
  const words = translator(locale, "rights");
  const choices = await listAccountChoices(ctx);
  const withoutProof = policy.rights.filter((right) => canChoose(policy, right));
  return (
    <Frame here={here} title={t("title")}>
      {one((await searchParams)["undone"]) !== null && <StatusMessage>{t("undo.done")}</StatusMessage>}
      <h1>{t("title")}</h1>
      <Lead>{t("lead")}</Lead>
      <Browser here={here} />
      <Account here={here} choices={choices} />
      <h2>{t("request.heading")}</h2>
      <p>{t("request.text")}</p>
      <Actions>
        <ButtonLink look="quiet" href={`/${slug}/track`}>
          {t("request.go")}
        </ButtonLink>
      </Actions>
      {withoutProof.length > 0 && (
        <>
          <h2>{t("more.heading")}</h2>
          <p className="mb-5">{t("more.text")}</p>
          <RuledLinks
            links={withoutProof.map((right) => ({
              href: `/${slug}/request/residence?right=${right}`,
              label: words(`title.${right}`),
              aside: words(`legal.${right}`),
            }))}
          />
        </>
      )}
    </Frame>
  );
}

export default safely(PreferencesPage);

function Browser({ here: { policy, locale, heard } }: { here: Arrival }) {
  if (!policy.rights.includes(signalledRight)) return null;
  const t = translator(locale, "preferences");
  const { zone } = policy.establishments.default;
  const { since, endedAt } = heard;
  return (
    <section aria-labelledby="browser">
      <h2 id="browser">{t("browser.heading")}</h2>
      {since ? (
        <>
          <Note shape="done">
            <p>
              {t("browser.sends", {
                day: formatDay(dayIn(since, zone), locale),
                time: formatTime(since, zone, locale),
                zone: zoneName(zone, locale),
              })}
            </p>
          </Note>
          <p className="mt-4 text-muted">{t("browser.how")}</p>
        </>
      ) : (
        <p>
          {endedAt
            ? t("browser.ended", { day: formatDay(dayIn(endedAt, zone), locale) })
            : t("browser.never")}
        </p>
      )}
    </section>
  );
}

function Account({ here, choices }: { here: Arrival; choices: Standing[] | null }) {
  const { slug, policy, locale, house, heard } = here;
  const t = translator(locale, "preferences");
  const { zone } = policy.establishments.default;
  if (choices === null && !(policy.proof.login && house.hasProvider)) return null;
  const isLeft = heard.endedAt !== null && choices?.some((choice) => choice.undoneAt === null);
  return (
    <section aria-labelledby="account">
      <h2 id="account">{t("account.heading")}</h2>
      {choices === null ? (
        <PlainForm action={`/api/auth/login/${slug}`} locale={locale}>
          <p>{t("account.signIn")}</p>
          <input type="hidden" name="to" value={`/${slug}/preferences`} />
          <Actions>
            <SubmitButton look="quiet">{t("account.signInGo")}</SubmitButton>
          </Actions>
        </PlainForm>
      ) : choices.length === 0 ? (
        <p>{t("account.nothing")}</p>
      ) : (
        <>
          <p className="mb-5">{t("account.everywhere")}</p>
          <ChoiceList
            choices={choices}
            policy={policy}
            locale={locale}
            zone={zone}
            undoHref={(name) => `/${slug}/preferences/undo?choice=${name}`}
          />
          {isLeft && <p className="mt-4 text-muted">{t("account.stays")}</p>}
        </>
      )}
    </section>
  );
}
