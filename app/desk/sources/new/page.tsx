import { Form } from "#components/forms/form.tsx";
import { FieldNote, FieldsBeside } from "#components/forms/fields-beside.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Pills } from "#components/ui/tabs.tsx";
import { formFields } from "#lib/engine/connectors/form.ts";
import { connectors } from "#lib/engine/connectors/index.ts";
import { connectorKinds, type ConnectorKind } from "#lib/engine/connectors/kinds.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { connect } from "../actions.ts";
import { SettingFields } from "../setting-fields.tsx";
import { SourcesPage } from "../sources-page.tsx";

/** Connects a store: its kind first, then the settings of that kind. */
export default async function NewSource({ searchParams }: { searchParams: Promise<{ kind?: string }> }) {
  const ctx = await enter(staff("settings.write"));
  const { zone } = await getHouse(ctx);
  const asked = (await searchParams).kind as ConnectorKind | undefined;
  const kind = asked && connectorKinds.includes(asked) ? asked : "postgres";
  return (
    <SourcesPage ctx={ctx} zone={zone} current={null}>
      <Headline level={1} title="Add a source" className="mb-3" />
      <Pills
        label="Kind of store"
        tabs={connectorKinds.map((one) => ({
          href: `/desk/sources/new?kind=${one}`,
          label: connectors[one].label,
          current: one === kind,
        }))}
      />
      <Form action={connect} locale="en" title="Add a source – Habeas" className="mt-5 max-w-160">
        <input type="hidden" name="kind" value={kind} />
        <FieldsBeside>
          <TextField name="sourceName" label="Name" hint="As people read it: “Support desk”" />
          <TextField
            name="sourceKey"
            label="Key"
            hint="Short, for the processing register: “support”"
            spellCheck={false}
          />
          <SettingFields fields={formFields(connectors[kind])} values={{}} secretsSince={null} />
          <FieldNote>
            <Button type="submit" look="main">
              Connect it
            </Button>
          </FieldNote>
        </FieldsBeside>
      </Form>
    </SourcesPage>
  );
}
