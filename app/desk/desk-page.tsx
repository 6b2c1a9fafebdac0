import type { ReactNode } from "react";
import { DeskShell } from "#components/ui/desk-shell.tsx";
import { may } from "#lib/auth/roles.ts";
import type { StaffContext } from "#lib/context.ts";
import { getHouse } from "#lib/organisations/queries.ts";

const places = [
  { place: "queue", href: "/desk", label: "Queue", permission: "case.read" },
  { place: "agents", href: "/desk/agents", label: "Agents", permission: "case.read" },
  { place: "register", href: "/audit", label: "Register", permission: "audit.read" },
  { place: "sources", href: "/desk/sources", label: "Sources", permission: "settings.read" },
  { place: "controllers", href: "/desk/controllers", label: "Controllers", permission: "settings.read" },
  { place: "findings", href: "/desk/findings", label: "Findings", permission: "settings.read" },
] as const;

/** The desk or the audit room around a page: the bar with what this member of staff may enter. */
export async function DeskPage(props: {
  ctx: StaffContext;
  place: (typeof places)[number]["place"];
  room?: "desk" | "audit";
  children: ReactNode;
}) {
  const { ctx, room = "desk" } = props;
  const { policy } = await getHouse(ctx);
  return (
    <DeskShell
      room={room}
      brandHref={room === "audit" ? "/audit" : "/desk"}
      organisation={policy.name}
      nav={places
        .filter(({ permission }) => may(ctx.actor.roles, permission))
        .map(({ place, href, label }) => ({ href, label, isCurrent: place === props.place }))}
      {...(may(ctx.actor.roles, "search") ? { search: { action: "/desk/search" } } : {})}
      person={{ name: ctx.actor.name, role: ctx.actor.roles.join(", ") }}
      signOutHref="/sign-in/out"
    >
      {props.children}
    </DeskShell>
  );
}
