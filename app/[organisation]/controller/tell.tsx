import { Form } from "#components/forms/form.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Actions } from "#components/ui/button.tsx";
import { Note } from "#components/ui/text-parts.tsx";
import type { PassedRequest } from "#lib/controllers/queries/handovers.ts";
import { handoverAnswers } from "#lib/controllers/register.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { caps } from "#lib/text.ts";
import type { Arrival } from "../arrive.ts";
import { titleOf } from "../frame.tsx";
import { tell } from "./actions.ts";

/** What became of the request: said once, then shown. */
export function Tell({ here, request }: { here: Arrival; request: PassedRequest }) {
  const { locale, slug, policy } = here;
  const t = translator(locale, "controllers");
  const { answer, answeredAt, words } = request;
  if (answer && answeredAt) {
    const day = formatDay(dayIn(answeredAt, request.zone), locale);
    return (
      <section aria-labelledby="tell">
        <h2 id="tell">{t("page.tell")}</h2>
        <p>{t("page.said", { day, answer: t(`page.answer.${answer}`) })}</p>
        {words && <p className="mt-2 whitespace-pre-line">{words}</p>}
      </section>
    );
  }
  if (request.isOver) {
    return (
      <Note>
        <p>{t("page.over")}</p>
      </Note>
    );
  }
  return (
    <section aria-labelledby="tell">
      <h2 id="tell">{t("page.tell")}</h2>
      <p className="text-muted">{t("page.tellWhy", { organisation: policy.name })}</p>
      <Form action={tell} locale={locale} idPrefix="tell-" title={titleOf(here, t("page.title"))}>
        <input type="hidden" name="organisation" value={slug} />
        <RadioChoices
          name="answer"
          look="plain"
          legend={t("page.cameOf")}
          options={handoverAnswers.map((one) => ({ value: one, label: t(`page.answer.${one}`) }))}
        />
        <div className="mt-6">
          <TextArea
            name="words"
            label={t("page.forWhom")}
            hint={t("page.forWhomHint")}
            max={caps.paragraph}
            rows={3}
            optional
          />
        </div>
        <Actions className="mt-6">
          <SubmitButton>{t("page.send", { organisation: policy.name })}</SubmitButton>
        </Actions>
      </Form>
    </section>
  );
}
