import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions } from "#components/ui/button.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { Note } from "#components/ui/text-parts.tsx";
import { listDraftUploads } from "#lib/files/queries.ts";
import type { Answers } from "#lib/intake/draft.ts";
import type { DraftView } from "#lib/intake/queries.ts";
import { summaryOf } from "#lib/intake/summary.ts";
import { translator } from "#lib/locales/index.ts";
import { consentsAmong } from "#lib/organisations/consents.ts";
import type { Arrival } from "../arrive.ts";
import { Frame, titleOf } from "../frame.tsx";
import { send } from "./actions.ts";

/** Every answer once more, each with a way to change it, and the one button that sends. */
export async function CheckPage(props: {
  here: Arrival;
  draft: DraftView;
  place: { step: number; steps: number };
  backHref: string;
  isChanged: boolean;
}) {
  const { here, draft, place } = props;
  const { slug, house, locale } = here;
  const t = translator(locale, "intake");
  const form = translator(locale, "ui");
  const files = (await listDraftUploads(here.ctx, draft.id)).map(({ name }) => name);
  return (
    <Frame here={here} backHref={props.backHref}>
      <Form action={send} locale={locale} title={titleOf(here, t("check.title"))}>
        {props.isChanged && (
          <div className="mb-9">
            <Note shape="flagged">
              <p>{t("check.changed")}</p>
            </Note>
          </div>
        )}
        <p className="text-small text-muted">{form("form.stepOf", place)}</p>
        <h1>{t("check.title")}</h1>
        {summaryOf(draft.answers, house, locale, files).map(({ key, lines, note }) => (
          <section key={key} aria-labelledby={`answers-${key}`}>
            <h2 id={`answers-${key}`}>{t(`check.${key}`)}</h2>
            <SummaryList
              locale={locale}
              answers={lines.map(({ step, whenEmpty, question, lines: said }) => ({
                question,
                lines: said.map((text) => <bdi key={text}>{text}</bdi>),
                ...(whenEmpty ? { whenEmpty } : {}),
                changeHref: `/${slug}/request/${step}?change=1`,
              }))}
            />
            {note && (
              <Note>
                <p>{note}</p>
              </Note>
            )}
          </section>
        ))}
        <Warnings here={here} answers={draft.answers} />
        <h2>{t("check.when")}</h2>
        <p>{t(draft.answers.contact?.email ? "check.whenText" : "check.whenNoMail")}</p>
        <input type="hidden" name="organisation" value={slug} />
        <input type="hidden" name="seen" value={draft.savedAt.toISOString()} />
        <Trap label={t("check.trap")} />
        <Actions>
          <SubmitButton>{t("send")}</SubmitButton>
        </Actions>
      </Form>
    </Frame>
  );
}

/** What the organisation's policy says she must know before she sends. */
function Warnings({ here: { policy, locale }, answers }: { here: Arrival; answers: Answers }) {
  const { rights = [], consents = [] } = answers;
  const stated = rights.flatMap((right) => policy.statements?.[right]?.[locale] ?? []);
  const told = [
    ...rights.flatMap((right) => policy.warnings?.[right]?.[locale] ?? []),
    ...(rights.includes("withdraw-consent")
      ? consentsAmong(policy, consents).flatMap((one) => one.warning?.[locale] ?? [])
      : []),
    ...stated,
    ...(stated.length > 0 ? [translator(locale, "intake")("rights.inWriting")] : []),
  ];
  if (told.length === 0) return null;
  return (
    <>
      <h2>{translator(locale, "intake")("check.before")}</h2>
      <Note shape="flagged">
        {told.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Note>
    </>
  );
}

/** A field that people do not see and machines fill in. */
function Trap({ label }: { label: string }) {
  return (
    <div hidden>
      <label htmlFor="website">{label}</label>
      <input id="website" name="website" autoComplete="off" tabIndex={-1} defaultValue="" />
    </div>
  );
}
