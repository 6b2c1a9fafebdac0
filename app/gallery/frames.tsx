import type { ReactNode } from "react";
import { DeskShell } from "#components/ui/desk-shell.tsx";
import { PersonPage } from "#components/ui/person-page.tsx";
import type { Locale } from "#lib/locales/index.ts";

export const organisation = "Instant Prospect Conversion";
export const reference = "HB-7K4Q-2M9X";
export const today = "2026-11-24";

/** One request with a stopped clock: the line every sample page shows. */
export const line = {
  receivedOn: "2026-11-03",
  dueOn: "2026-12-08",
  today,
  stops: [{ from: "2026-11-05", to: "2026-11-09" }],
  movedFrom: ["2026-12-03"],
};

export function SamplePersonPage(props: {
  locale?: Locale;
  here: string;
  backHref?: string;
  children: ReactNode;
}) {
  const locale = props.locale ?? "en";
  return (
    <PersonPage
      locale={locale}
      organisation={{ name: organisation, href: "/gallery", place: "Dublin" }}
      contact={{
        email: "privacy@ipc.example",
        phone: "+44 20 7946 0018",
        hours: "Monday to Friday, 9 to 17",
      }}
      languageHref={(other) => `/gallery/${props.here}?language=${other}`}
      {...(props.backHref ? { backHref: props.backHref } : {})}
      footerLinks={[
        { href: "/gallery/start", label: "Privacy notice" },
        { href: "/gallery/request", label: "Follow a request" },
      ]}
    >
      {props.children}
    </PersonPage>
  );
}

export function SampleDesk(props: { room?: "desk" | "audit"; children: ReactNode }) {
  const isAudit = props.room === "audit";
  return (
    <DeskShell
      room={props.room ?? "desk"}
      brandHref="/gallery"
      organisation={organisation}
      nav={[
        ...(isAudit ? [] : [{ href: "/gallery/queue", label: "Queue", isCurrent: true }]),
        { href: "/gallery/history", label: "Register", isCurrent: isAudit },
        ...(isAudit ? [] : [{ href: "/gallery/source", label: "Sources" }]),
      ]}
      {...(isAudit ? {} : { search: { action: "/gallery/queue" } })}
      person={isAudit ? { name: "Ingrid Dahl", role: "auditor" } : { name: "Ana Ruiz", role: "caseworker" }}
      signOutHref="/gallery"
    >
      {props.children}
    </DeskShell>
  );
}
