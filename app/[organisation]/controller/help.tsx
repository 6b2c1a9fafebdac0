import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Actions } from "#components/ui/button.tsx";
import type { PassedRequest } from "#lib/controllers/queries/handovers.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { caps } from "#lib/text.ts";
import type { Arrival } from "../arrive.ts";
import { instructUs } from "./actions.ts";

/** Help on instruction only, as far as the contract goes, and what became of each instruction. */
export function Help({ here, request }: { here: Arrival; request: PassedRequest }) {
  const { locale, slug } = here;
  const t = translator(locale, "controllers");
  const canAsk = request.help.length > 0 && !request.isOver;
  if (!canAsk && request.instructions.length === 0) return null;
  const day = (at: Date) => formatDay(dayIn(at, request.zone), locale);
  return (
    <section aria-labelledby="help">
      <h2 id="help">{t("page.help.heading")}</h2>
      {request.instructions.map((one) => (
        <div key={one.id} className="mt-4 border-s-4 border-accent ps-4.5">
          <p className="font-strong">
            {t("page.help.given", { day: day(one.at), what: t(`page.help.${one.kind}`) })}
          </p>
          <p className="whitespace-pre-line">{one.words}</p>
          <p className="text-muted">
            {one.doneAt
              ? t("page.help.done", { day: day(one.doneAt), words: one.result ?? "" })
              : t("page.help.open")}
          </p>
        </div>
      ))}
      {canAsk && (
        <>
          <p className="mt-4 text-muted">{t("page.help.why")}</p>
          <Form action={instructUs} locale={locale} idPrefix="help-" className="mt-4">
            <FormDetails summary={t("page.help.go")}>
              <input type="hidden" name="organisation" value={slug} />
              <RadioChoices
                name="help"
                look="plain"
                legend={t("page.help.kind")}
                options={request.help.map((kind) => ({ value: kind, label: t(`page.help.${kind}`) }))}
              />
              <TextField name="who" label={t("page.help.who")} />
              <TextArea name="instruction" label={t("page.help.words")} max={caps.paragraph} rows={3} />
              <Actions className="mt-6">
                <SubmitButton look="quiet">{t("page.help.go")}</SubmitButton>
              </Actions>
            </FormDetails>
          </Form>
        </>
      )}
    </section>
  );
}
