import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { CopyableReference, Lead, RuledLinks } from "#components/ui/text-parts.tsx";
import { rightsToProve } from "#lib/intake/demand.ts";
import { findDraft } from "#lib/intake/queries.ts";
import { firstOpen } from "#lib/intake/steps.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { readDraftToken } from "#lib/web/person-session.ts";
import { arrive, one, type Query } from "./arrive.ts";
import { Frame } from "./frame.tsx";
import { forget } from "./request/actions.ts";
import { safely } from "./safely.tsx";

type Props = { params: Promise<{ organisation: string }>; searchParams: Query };

/** The organisation's first page for people: what can be asked for, and where to begin. */
async function StartPage({ params, searchParams }: Props) {
  const here = await arrive((await params).organisation);
  const { ctx, slug, policy, locale, house } = here;
  const t = translator(locale, "intake");
  const words = translator(locale, "rights");
  const draft = await findDraft(ctx, await readDraftToken(slug));
  const begun = draft && !draft.sentCaseId && draft.answers.residence ? draft : null;
  const { locator, facts, login } = policy.proof;
  const withoutProof = policy.rights.filter(
    (right) => rightsToProve(policy, { rights: [right] }).length === 0,
  );
  return (
    <Frame here={here} title={t("start.title")}>
      {one((await searchParams)["forgotten"]) !== null && (
        <StatusMessage>{t("start.forgotten")}</StatusMessage>
      )}
      <h1>{t("start.title")}</h1>
      <Lead>{t("start.lead")}</Lead>
      {begun ? (
        <section aria-labelledby="begun">
          <h2 id="begun">{t("start.resume.heading")}</h2>
          <p>
            {t("start.resume.text", {
              day: formatDay(dayIn(begun.expiresAt, policy.establishments.default.zone), locale),
            })}
          </p>
          <Actions>
            <ButtonLink look="main" href={`/${slug}/request/${firstOpen(begun.answers, house)}`}>
              {t("start.resume.go")}
            </ButtonLink>
            <Form action={forget} locale={locale}>
              <input type="hidden" name="organisation" value={slug} />
              <SubmitButton look="text">{t("start.resume.forget")}</SubmitButton>
            </Form>
          </Actions>
        </section>
      ) : (
        <Actions>
          <ButtonLink look="main" href={`/${slug}/request/residence`}>
            {t("start.begin")}
          </ButtonLink>
          <span className="text-small text-muted">{t("start.time")}</span>
        </Actions>
      )}
      <h2 id="rights">{t("start.what")}</h2>
      <RuledLinks
        links={policy.rights.map((right) => ({
          href: `/${slug}/request/residence?right=${right}`,
          label: words(`title.${right}`),
          aside: words(`legal.${right}`),
        }))}
      />
      <p className="text-small text-muted">{t("start.lawful")}</p>
      <h2>{t("start.ready.heading")}</h2>
      <ul>
        {login && house.hasProvider && <li>{t("start.ready.login")}</li>}
        <li>
          {t("start.ready.facts", {
            locator: lowerFirst(locator.label[locale], locale),
            fact: lowerFirst(facts[0]?.label[locale] ?? "", locale),
          })}
        </li>
      </ul>
      <p className="text-muted">{t("start.ready.neither")}</p>
      {withoutProof.length > 0 && (
        <p className="text-muted">
          {t("start.ready.noProof", {
            what: new Intl.ListFormat(locale, { type: "disjunction" }).format(
              withoutProof.map((right) => quoted(words(`title.${right}`), locale)),
            ),
          })}
        </p>
      )}
      <h2>{t("start.long.heading")}</h2>
      <p>{t("start.long.text")}</p>
      <h2>{t("start.asked.heading")}</h2>
      <p>
        <Link href={`/${slug}/track`}>{t("start.asked.link")}</Link> {t("start.asked.text")}{" "}
        <CopyableReference>HB-7K4Q-2M9X</CopyableReference>
      </p>
    </Frame>
  );
}

export default safely(StartPage);

/** A label inside a sentence. German nouns keep their capital. */
function lowerFirst(label: string, locale: string): string {
  return locale === "en" ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const quoted = (words: string, locale: string) => (locale === "de" ? `„${words}“` : `“${words}”`);
