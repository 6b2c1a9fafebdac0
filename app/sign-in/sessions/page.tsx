import type { Metadata } from "next";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { listOwnSessions, type SessionView } from "#lib/auth/queries/session.ts";
import { homeOf } from "#lib/auth/sessions.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { enter, member, signedIn } from "#lib/web/gates.ts";
import { currentVisit } from "#lib/web/request.ts";
import { SignInFrame } from "../frame.tsx";
import { endSessions } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator((await currentVisit()).locale, "signin")("sessions.title") };
}

/** Where a member of staff is signed in, and how to end what she does not know. */
export default async function SessionsPage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  const ctx = await enter(member());
  const visit = await currentVisit();
  const [{ ended }, current, sessions] = await Promise.all([
    searchParams,
    signedIn(visit),
    listOwnSessions(ctx),
  ]);
  const { locale } = visit;
  const t = translator(locale, "signin");
  const time = (instant: Date) => formatInstant(instant, "UTC", locale);
  const columns: Column<SessionView>[] = [
    { key: "since", head: t("sessions.since"), isRowHeader: true, cell: ({ createdAt }) => time(createdAt) },
    { key: "used", head: t("sessions.lastUsed"), cell: ({ lastSeenAt }) => time(lastSeenAt) },
    { key: "until", head: t("sessions.until"), cell: ({ expiresAt }) => time(expiresAt) },
    {
      key: "end",
      head: t("sessions.end"),
      nowrap: true,
      cell: (row) =>
        row.id === current?.id ? (
          t("sessions.here")
        ) : (
          <Form action={endSessions} locale={locale} idPrefix={row.id}>
            <input type="hidden" name="session" value={row.id} />
            <SubmitButton
              look="quiet"
              size="small"
              aria-label={`${t("sessions.end")}: ${t("sessions.endOf", { since: time(row.createdAt) })}`}
            >
              {t("sessions.end")}
            </SubmitButton>
          </Form>
        ),
    },
  ];
  return (
    <SignInFrame locale={locale} path="/sign-in/sessions">
      {ended && <StatusMessage>{t("sessions.ended")}</StatusMessage>}
      <h1>{t("sessions.heading")}</h1>
      <p className="mt-4 mb-7">{t("sessions.about")}</p>
      <DataTable caption={t("sessions.caption")} columns={columns} rows={sessions} rowKey={({ id }) => id} />
      <Form action={endSessions} locale={locale}>
        <input type="hidden" name="session" value="others" />
        <Actions>
          {sessions.length > 1 && <SubmitButton look="danger">{t("sessions.endOthers")}</SubmitButton>}
          <ButtonLink look="text" href={homeOf(ctx.actor.roles)}>
            {t("sessions.back")}
          </ButtonLink>
        </Actions>
      </Form>
    </SignInFrame>
  );
}
