import type { ReactNode } from "react";
import type { Choice } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions } from "#components/ui/button.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { Lead, Note } from "#components/ui/text-parts.tsx";
import { agentName } from "#lib/agents/kinds.ts";
import type { PermissionView } from "#lib/agents/queries/permission.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../../arrive.ts";
import { Frame, titleOf } from "../../frame.tsx";
import { FactsAsked } from "../../request/proof-question.tsx";
import { answer } from "./actions.ts";
import { proofSetting } from "./proof-setting.ts";

type Props = { here: Arrival; view: PermissionView };

/** Who asks in her name and for what; then the one question. */
export function Ask({ here, view, token, isChecking }: Props & { token: string; isChecking: boolean }) {
  const { locale, slug, policy } = here;
  const t = translator(locale, "permission");
  const names = { agent: agentName(view.agent), organisation: policy.name };
  const isOffer = view.offered.includes("take-over");
  const until = formatDay(dayIn(view.expiresAt, view.zone), locale);
  return (
    <Frame here={here}>
      <Form action={answer} locale={locale} idPrefix="answer-" title={titleOf(here, t("title"))}>
        <h1>{t("title")}</h1>
        {isChecking && (
          <Note shape="done">
            <p>{t("answered.verify")}</p>
            <p>{t("answered.verifyAgain", { day: until })}</p>
          </Note>
        )}
        <Lead>{t(isOffer ? "leadOffer" : "lead", names)}</Lead>
        <div className="mt-6">
          <Asked here={here} view={view} />
        </div>
        <p className="mt-3 text-small text-muted">{t("unchecked")}</p>
        <input type="hidden" name="organisation" value={slug} />
        <input type="hidden" name="token" value={token} />
        <fieldset className="mt-9">
          <legend>
            <h2 className="mt-0!">{t("question")}</h2>
          </legend>
          {view.offered.length > 1 && <p className="text-muted">{t("either")}</p>}
          <RadioChoices name="say" options={choices({ here, view })} />
        </fieldset>
        <Actions className="mt-7">
          <SubmitButton>{t("send")}</SubmitButton>
        </Actions>
        <p className="mt-6 text-small text-muted">{t("until", { day: until })}</p>
      </Form>
    </Frame>
  );
}

function choices({ here, view }: Props): Choice[] {
  const t = translator(here.locale, "permission");
  const offered = {
    confirm: {
      value: "confirm",
      label: t("confirm"),
      hint: t("confirmHint"),
      ...(view.givesData ? { reveal: <Recipients here={here} view={view} /> } : {}),
    },
    verify: {
      value: "verify",
      label: t("verify"),
      hint: t("verifyHint"),
      reveal: (
        <FactsAsked
          setting={proofSetting(view, here.ctx.now, here.locale)}
          policy={view.policy}
          residence={view.residence}
        />
      ),
    },
    "take-over": { value: "take-over", label: t("takeOver"), hint: t("takeOverHint") },
  } satisfies Record<PermissionView["offered"][number], Choice>;
  return [
    ...view.offered.map((one) => offered[one]),
    { value: "disown", label: t("disown"), hint: t("disownHint") },
  ];
}

/** To whom the answer goes is hers to say; unsaid, to her. */
function Recipients({ here: { locale }, view }: Props) {
  const t = translator(locale, "permission");
  return (
    <RadioChoices
      name="recipient"
      look="plain"
      value="self"
      legend={t("recipient.legend")}
      options={[
        { value: "self", label: t("recipient.self") },
        {
          value: "agent",
          label: t("recipient.agent", { agent: agentName(view.agent) }),
          hint: t("recipient.agentHint"),
        },
      ]}
    />
  );
}

function Asked({ here: { locale }, view }: Props) {
  const t = translator(locale, "permission");
  const rights = translator(locale, "rights");
  const line = (question: string, ...lines: ReactNode[]) => ({ question, lines });
  const { agent, authority } = view;
  return (
    <SummaryList
      locale={locale}
      answers={[
        line(t("facts.who"), agent.name, ...(agent.company ? [agent.company] : [])),
        line(t("facts.kind"), t(`kind.${agent.kind}`)),
        line(t("facts.asks"), ...view.rights.map((right) => rights(`title.${right}`))),
        line(t("facts.paper"), t(`paper.${authority.kind}`)),
        line(t("facts.issued"), formatDay(authority.issuedOn, locale)),
        line(
          t("facts.until"),
          authority.validUntil ? formatDay(authority.validUntil, locale) : t("facts.noEnd"),
        ),
        line(t("facts.received"), formatDay(dayIn(view.receivedAt, view.zone), locale)),
        line(t("facts.reference"), view.reference),
      ]}
    />
  );
}
