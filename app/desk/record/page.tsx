import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { RadioChoices } from "#components/forms/radio-choices.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Crumb } from "#components/ui/crumb.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { newId } from "#lib/ids.ts";
import { listResidences } from "#lib/intake/places.ts";
import { languageWords } from "#lib/cases/words.ts";
import { formatDay } from "#lib/locales/format.ts";
import { locales, translator } from "#lib/locales/index.ts";
import { otherConsent } from "#lib/organisations/consents.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { caps } from "#lib/text.ts";
import { DeskPage } from "../desk-page.tsx";
import { record } from "./actions.ts";
import { FactFields } from "./fact-fields.tsx";
import { NeedsFields } from "./needs-fields.tsx";
import { NoticeFields } from "./notice-fields.tsx";

/** What came by mail, phone or post, entered with the day it really came: that is the day its clock starts. */
export default async function RecordRequest() {
  const ctx = await enter(staff("case.record"));
  const { policy, today, place } = await getHouse(ctx);
  const t = translator("en", "rights");
  const { locator } = policy.proof;
  const [year = "", month = "", day = ""] = today.split("-");
  return (
    <DeskPage ctx={ctx} place="queue">
      <DeskMain>
        <Crumb href="/desk" label="Queue" />
        <Headline level={1} title="Record a request" />
        <p className="mt-2 max-w-160 text-muted">
          For requests that did not come through the portal. A spoken request counts like a written one where
          the law says so, and here everywhere: the day it reached anybody of us is its first day.
        </p>
        <Form action={record} locale="en" title="Record a request – Habeas" className="mt-6 max-w-160">
          <input type="hidden" name="idempotencyKey" value={newId()} />
          <RadioChoices
            name="channel"
            legend="How it came"
            look="plain"
            options={[
              { value: "mail", label: "E-mail" },
              { value: "phone", label: "Phone" },
              { value: "paper", label: "Post" },
              { value: "counter", label: "In person", hint: "Said or handed over at a counter" },
            ]}
          />
          <DateField
            name="receivedOn"
            legend="Day it came"
            hint={`By the calendar in ${place}. Today is ${formatDay(today, "en", "weekday")}.`}
            value={{ day: String(Number(day)), month: String(Number(month)), year }}
          />
          <TextField
            name="receivedAt"
            label="Time it came"
            hint="As 14:30, if it is known"
            optional
            width={10}
          />
          <TextField name="name" label="Name" />
          <TextField name="email" label="E-mail" optional />
          <TextField name="telephone" label="Telephone" optional />
          <TextArea
            name="post"
            label="Postal address"
            hint="Without an e-mail address, everything goes there as a letter. As on an envelope, without the name"
            optional
            max={caps.postal}
            rows={4}
          />
          <SelectField name="residence" label="Lives in" options={listResidences("en")} value="" />
          <RadioChoices
            name="relationship"
            legend="How they know us"
            look="plain"
            options={policy.relationships.map((one) => ({ value: one.id, label: one.label.en }))}
          />
          <CheckboxChoices
            name="rights"
            legend="What they want"
            look="plain"
            options={policy.rights.map((right) => ({
              value: right,
              label: t(`title.${right}`),
              hint: t(`legal.${right}`),
            }))}
          />
          {policy.consents && policy.rights.includes("withdraw-consent") && (
            <CheckboxChoices
              name="consents"
              legend="What they take back"
              look="plain"
              options={[
                ...policy.consents.map(({ id, label, needsProof }) => ({
                  value: id,
                  label: label.en,
                  hint: needsProof ? "A service hangs on it: they show who they are" : "No proof is asked",
                })),
                { value: otherConsent, label: "Something else", hint: "They show who they are" },
              ]}
            />
          )}
          <TextArea
            name="narrow"
            label="In their words"
            hint="What narrows it, what is wrong, what to delete"
            optional
            max={2000}
            rows={4}
          />
          {policy.shineTheLight && policy.rights.includes("shine-the-light") && (
            <section aria-labelledby="notice" className="mt-11">
              <h2 id="notice">Shine the Light notice</h2>
              <p className="mt-1 mb-4 text-muted">
                Only where they ask who got data for its own advertising. Leave empty what the notice lacks:
                the person is told what is missing, and the days count all the same.
              </p>
              <RadioChoices
                name="noticeWay"
                legend="Where it came"
                hint="Without a choice it goes by how it came"
                look="plain"
                options={[
                  {
                    value: "designated",
                    label: policy.shineTheLight.email,
                    hint: "The address made known for it: 30 days",
                  },
                  { value: "elsewhere", label: "Anywhere else", hint: "150 days at most" },
                ]}
              />
              <NoticeFields />
            </section>
          )}
          <section aria-labelledby="facts" className="mt-11">
            <h2 id="facts">Facts they gave about the account</h2>
            <p className="mt-1 mb-4 text-muted">
              Leave empty what they did not say. With the {locator.label.en.toLowerCase()} and one more fact
              the check runs by itself.
            </p>
            {[locator, ...policy.proof.facts].map((fact) => (
              <FactFields key={fact.id} fact={fact} />
            ))}
          </section>
          <section aria-labelledby="answer" className="mt-11">
            <h2 id="answer" className="mb-3">
              How we write back
            </h2>
            <SelectField
              name="locale"
              label="Letters in"
              options={locales.map((one) => ({ value: one, label: languageWords[one] }))}
            />
            <NeedsFields />
          </section>
          <Button type="submit" look="main" className="mt-6">
            Record this request
          </Button>
        </Form>
      </DeskMain>
    </DeskPage>
  );
}
