import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { SplitSettings } from "#components/ui/split-settings.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { may } from "#lib/auth/roles.ts";
import type { StaffContext } from "#lib/context.ts";
import type { ControllerView } from "#lib/controllers/queries/register.ts";
import { DeskPage } from "../desk-page.tsx";

/** The register of controllers: all of them at the left, one at the right. */
export function ControllersPage(props: {
  ctx: StaffContext;
  register: readonly ControllerView[];
  current: string | null;
  children: ReactNode;
}) {
  const { ctx, register, current } = props;
  return (
    <DeskPage ctx={ctx} place="controllers">
      <SplitSettings
        title="Controllers"
        items={register.map((one) => ({
          href: `/desk/controllers/${one.id}`,
          label: one.name,
          isCurrent: one.id === current,
          below: one.endedAt ? (
            <StatusWord status="stopped">ended</StatusWord>
          ) : (
            (register.find(({ id }) => id === one.platformId)?.name.replace(/^/, "processor for ") ??
            one.contract)
          ),
        }))}
        {...(may(ctx.actor.roles, "settings.write")
          ? { action: <ButtonLink href="/desk/controllers/new">Add a controller</ButtonLink> }
          : {})}
      >
        {props.children}
      </SplitSettings>
    </DeskPage>
  );
}
