import { Form } from "#components/forms/form.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { listWarnings } from "#lib/engine/sources/queries/graph.ts";
import { getSource } from "#lib/engine/sources/queries/sources.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { found } from "#lib/web/found.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { saveMap } from "../../actions.ts";
import { SourcesPage } from "../../sources-page.tsx";

/** The map of a source as text. A broken file is refused with every place and reason, and changes nothing. */
export default async function DatasetPage({ params }: { params: Promise<{ source: string }> }) {
  const ctx = await enter(staff("settings.write"));
  const { zone } = await getHouse(ctx);
  const source = await found(getSource(ctx, (await params).source));
  const warnings = source.dataset ? listWarnings(source.dataset.yaml) : [];
  return (
    <SourcesPage ctx={ctx} zone={zone} current={source.id}>
      <Headline
        level={1}
        title={`Map of ${source.name}`}
        aside={source.dataset ? `version ${source.dataset.version}` : "none yet"}
      />
      <p className="mt-2 max-w-160 text-muted">
        In the dataset vocabulary of Fides (YAML). Files written for Fides work as they are. Cases that are
        being collected keep the version they began with.
      </p>
      <Form
        action={saveMap}
        locale="en"
        title="Map of a source – Habeas"
        className="mt-5 [&_:is(a,p)]:whitespace-pre-line [&_textarea]:[field-sizing:fixed] [&_textarea]:font-mono [&_textarea]:text-log [&_textarea]:leading-normal"
      >
        <input type="hidden" name="sourceId" value={source.id} />
        <input type="hidden" name="seen" value={source.dataset?.version ?? 0} />
        <TextArea name="yaml" label="Map" value={source.dataset?.yaml ?? ""} rows={28} />
        <div className="mt-4 flex flex-wrap gap-2">
          <Button type="submit" look="main">
            Use this map
          </Button>
          <ButtonLink href={`/desk/sources/${source.id}`}>Back</ButtonLink>
        </div>
      </Form>
      {warnings.length > 0 && (
        <>
          <h2 className="mt-8">Without effect</h2>
          <ul className="mt-2 list-disc ps-5">
            {warnings.map((warning) => (
              <li key={warning.path}>
                <span className="mono">{warning.path}</span>: {warning.says}
              </li>
            ))}
          </ul>
        </>
      )}
    </SourcesPage>
  );
}
