import type { Metadata } from "next";
import { DatasetGraph } from "#components/case/dataset-graph.tsx";
import { NextStep } from "#components/case/next-step.tsx";
import { TestSteps } from "#components/case/test-steps.tsx";
import { FieldNote, FieldsBeside } from "#components/forms/fields-beside.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { TwoColumns } from "#components/ui/split-settings.tsx";
import { may } from "#lib/auth/roles.ts";
import { formFields } from "#lib/engine/connectors/form.ts";
import { connectors } from "#lib/engine/connectors/index.ts";
import { readSearchGraph } from "#lib/engine/sources/queries/graph.ts";
import { getSource } from "#lib/engine/sources/queries/sources.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatInstant, zoneInFull } from "#lib/locales/format.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { found } from "#lib/web/found.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { save, test } from "../actions.ts";
import { SettingFields } from "../setting-fields.tsx";
import { SourcesPage } from "../sources-page.tsx";

export const metadata: Metadata = { title: "Source – Habeas" };

/** One source: how to reach it, what the last test said, and how records are found through all sources together. */
export default async function Source({ params }: { params: Promise<{ source: string }> }) {
  const ctx = await enter(staff("settings.read"));
  const { policy, zone } = await getHouse(ctx);
  const source = await found(getSource(ctx, (await params).source));
  const canChange = may(ctx.actor.roles, "settings.write");
  const { graph, leftOut, unread } = await readSearchGraph(ctx, policy);
  const entry = connectors[source.kind];
  const failing = source.lastTest?.steps.find((step) => !step.ok);
  const secretsSince = source.secretsSetAt ? formatDay(dayIn(source.secretsSetAt, zone), "en") : null;
  return (
    <SourcesPage ctx={ctx} zone={zone} current={source.id}>
      <Headline
        level={1}
        title={source.name}
        aside={`${entry.label}${source.dataset ? `, map version ${source.dataset.version}` : ""}`}
        {...(canChange
          ? { actions: <ButtonLink href={`/desk/sources/${source.id}/dataset`}>Edit the map</ButtonLink> }
          : {})}
        className="mb-5"
      />
      {!source.dataset ? (
        <NextStep title="Next: say what this store holds">
          Without a map nothing is found here: which tables or files, which fields, and how they hang
          together.
        </NextStep>
      ) : failing ? (
        <NextStep title="Next: put right what the last test found">
          {failing.says} {failing.todo}
        </NextStep>
      ) : null}
      <TwoColumns>
        <section aria-labelledby="connection">
          <h2 id="connection">Connection</h2>
          {canChange ? (
            <Form action={save} locale="en" className="mt-3.5">
              <input type="hidden" name="sourceId" value={source.id} />
              <input type="hidden" name="version" value={source.version} />
              <FieldsBeside>
                <TextField name="sourceName" label="Name" value={source.name} />
                <SettingFields
                  fields={formFields(entry)}
                  values={source.config}
                  secretsSince={source.hasSecrets ? secretsSince : null}
                />
                <SelectField
                  name="enabled"
                  label="In use"
                  value={source.enabled ? "yes" : "no"}
                  options={[
                    { value: "yes", label: "Searched for every case" },
                    { value: "no", label: "Switched off" },
                  ]}
                />
                <FieldNote>
                  <Button type="submit" name="do" value="save" look="main">
                    Save and test
                  </Button>
                </FieldNote>
              </FieldsBeside>
            </Form>
          ) : (
            <KeyValues
              className="mt-3"
              items={Object.entries(source.config).map(([key, value]) => ({ key, value: String(value) }))}
            />
          )}
        </section>
        <section aria-labelledby="test">
          <Headline
            level={2}
            id="test"
            title="Last test"
            {...(source.lastTest
              ? { aside: `${formatInstant(source.lastTest.at, zone, "en")} (${zoneInFull(zone)})` }
              : {})}
            {...(canChange
              ? {
                  actions: (
                    <Form action={test} locale="en" idPrefix="test-">
                      <input type="hidden" name="sourceId" value={source.id} />
                      <Button type="submit">Test the connection</Button>
                    </Form>
                  ),
                }
              : {})}
          />
          {source.lastTest ? (
            <TestSteps
              steps={source.lastTest.steps.map((step) => ({
                isFine: step.ok && !step.isWarning,
                text:
                  step.ok && !step.isWarning ? (
                    step.says
                  ) : (
                    <>
                      <b>{step.says}</b> {step.todo}
                    </>
                  ),
                milliseconds: step.milliseconds,
              }))}
            />
          ) : (
            <EmptyState title="Never tested" />
          )}
        </section>
      </TwoColumns>
      <Headline
        level={2}
        title="How records are found"
        aside="from what a person proves, along the references, across all sources"
        className="mt-11"
      />
      {graph.nodes.length > 0 ? (
        <DatasetGraph id="graph" title="How records are found for one person" graph={graph} />
      ) : (
        <EmptyState title="No map leads anywhere yet" />
      )}
      {leftOut.length > 0 && (
        <>
          <h3 className="mt-6">Not searched</h3>
          <ul className="mt-2 list-disc ps-5 text-muted">
            {leftOut.map((one) => (
              <li key={one.address}>
                <span className="mono">{one.address}</span>: {one.says}
              </li>
            ))}
          </ul>
        </>
      )}
      {unread.some((one) => one.source === source.id) && (
        <>
          <h3 className="mt-6">Fields of {source.name} that are not read</h3>
          <ul className="mt-2 list-disc ps-5 text-muted">
            {unread
              .filter((one) => one.source === source.id)
              .map((one) => (
                <li key={`${one.address}.${one.field}`}>{one.says}</li>
              ))}
          </ul>
        </>
      )}
    </SourcesPage>
  );
}
