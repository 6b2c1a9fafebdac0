import type { Metadata } from "next";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { Button } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { may } from "#lib/auth/roles.ts";
import { languageWords } from "#lib/cases/words.ts";
import { getController, listControllers } from "#lib/controllers/queries/register.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { found } from "#lib/web/found.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { end, save } from "../actions.ts";
import { ControllerFields } from "../controller-fields.tsx";
import { ControllersPage } from "../controllers-page.tsx";
import { helpNames } from "../words.ts";

export const metadata: Metadata = { title: "Controller – Habeas" };

/** One entry of the register: how it is reached, what it may instruct, and whether it decides itself. */
export default async function Controller({ params }: { params: Promise<{ controller: string }> }) {
  const ctx = await enter(staff("settings.read"));
  const { zone } = await getHouse(ctx);
  const entry = await found(getController(ctx, (await params).controller));
  const register = await listControllers(ctx);
  const canChange = may(ctx.actor.roles, "settings.write") && !entry.endedAt;
  return (
    <ControllersPage ctx={ctx} register={register} current={entry.id}>
      <Headline
        level={1}
        title={entry.name}
        {...(entry.endedAt ? { aside: `ended on ${formatDay(dayIn(entry.endedAt, zone), "en")}` } : {})}
        className="mb-5"
      />
      {canChange ? (
        <div className="max-w-160">
          <Form action={save} locale="en">
            <input type="hidden" name="controllerId" value={entry.id} />
            <input type="hidden" name="version" value={entry.version} />
            <ControllerFields register={register} entry={entry} />
          </Form>
          <Form action={end} locale="en" idPrefix="end-" className="mt-8">
            <FormDetails summary="The contract has ended">
              <div className="mt-3">
                <input type="hidden" name="controllerId" value={entry.id} />
                <p className="mb-3 text-muted">
                  Nothing more is passed on to {entry.name}. What was passed on before is still tracked.
                </p>
                <Button type="submit" look="danger">
                  End {entry.name}
                </Button>
              </div>
            </FormDetails>
          </Form>
        </div>
      ) : (
        <KeyValues
          items={[
            { key: "Contact", value: entry.email },
            { key: "Mails in", value: languageWords[entry.locale] },
            { key: "Contract", value: entry.contract ?? "not noted" },
            {
              key: "May instruct us to",
              value: entry.help.map((kind) => helpNames[kind].toLowerCase()).join(", ") || "nothing",
            },
            {
              key: "Processor for",
              value: register.find((one) => one.id === entry.platformId)?.name ?? "nobody: it decides itself",
            },
            { key: "In the form", value: entry.isPublic ? "people may choose it" : "not shown" },
          ]}
        />
      )}
    </ControllersPage>
  );
}
