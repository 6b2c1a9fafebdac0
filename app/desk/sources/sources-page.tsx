import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { SplitSettings } from "#components/ui/split-settings.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { may } from "#lib/auth/roles.ts";
import type { StaffContext } from "#lib/context.ts";
import { listSources, type SourceView } from "#lib/engine/sources/queries/sources.ts";
import { DeskPage } from "../desk-page.tsx";
import { whenWords } from "../when-words.ts";

/** The settings of sources: all of them at the left, one at the right. */
export async function SourcesPage(props: {
  ctx: StaffContext;
  zone: string;
  current: string | null;
  children: ReactNode;
}) {
  const { ctx, zone } = props;
  const sources = await listSources(ctx);
  return (
    <DeskPage ctx={ctx} place="sources">
      <SplitSettings
        title="Sources"
        items={sources.map((source) => ({
          href: `/desk/sources/${source.id}`,
          label: source.name,
          isCurrent: source.id === props.current,
          below: <State source={source} now={ctx.now} zone={zone} />,
        }))}
        {...(may(ctx.actor.roles, "settings.write")
          ? { action: <ButtonLink href="/desk/sources/new">Add a source</ButtonLink> }
          : {})}
      >
        {props.children}
      </SplitSettings>
    </DeskPage>
  );
}

function State({ source, now, zone }: { source: SourceView; now: Date; zone: string }) {
  if (!source.enabled) return <StatusWord status="stopped">switched off</StatusWord>;
  if (!source.dataset) return <StatusWord status="flagged">no map yet</StatusWord>;
  if (!source.lastTest) return <StatusWord status="todo">not tested yet</StatusWord>;
  const when = whenWords(source.lastTest.at, now, zone);
  return source.lastTest.passed ? (
    <StatusWord status="done" inTable>
      working, tested {when}
    </StatusWord>
  ) : (
    <StatusWord status="late" inTable>
      something is wrong, tested {when}
    </StatusWord>
  );
}
