import { FactsPanel } from "#components/ui/facts-panel.tsx";
import { Link } from "#components/ui/link.tsx";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import { explainClaim } from "#lib/cases/claims.ts";
import { explainDeadlines, type Deadline } from "#lib/law/deadlines.ts";
import { regimes } from "#lib/law/index.ts";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../../arrive.ts";
import { DueDay } from "../../due-day.tsx";

type Claim = OwnCase["claims"][number];
type Appeal = Claim["appeals"][number];

/** The clock of one appeal, or of the confirmation of a complaint; null where no law sets a day. */
export function appealDeadline(claim: Claim, appeal: Appeal, { receivedAt }: OwnCase): Deadline | null {
  const { regime, zone, calendar } = claim;
  if (appeal.kind === "appeal") {
    return explainClaim({ ...claim, receivedAt }, [{ kind: "appeal-received", at: appeal.receivedAt }])
      .appealDue;
  }
  const facts = { receivedAt: appeal.receivedAt.toISOString(), zone, calendar, events: [] };
  return (
    explainDeadlines(regimes[regime], { ...facts, right: "complaint" }).deadlines.complaintAcknowledgement ??
    null
  );
}

/** Every appeal that is being looked at, with the day it is owed by. */
export function AppealDates({ here, own, home }: { here: Arrival; own: OwnCase; home: string }) {
  const { locale } = here;
  const t = translator(locale, "tracker");
  const words = translator(locale, "rights");
  const open = own.claims.flatMap((claim) =>
    claim.appeals.filter((appeal) => appeal.outcome === null).map((appeal) => ({ claim, appeal })),
  );
  return open.map(({ claim, appeal }) => {
    const deadline = appealDeadline(claim, appeal, own);
    return (
      <section key={appeal.id} aria-labelledby={`appeal-${claim.right}`}>
        <h2 id={`appeal-${claim.right}`}>
          {t(`appeal.linkOpen.${appeal.kind}`, { right: words(`title.${claim.right}`) })}
        </h2>
        {deadline && !(appeal.kind === "complaint" && appeal.acknowledgedAt) ? (
          <FactsPanel
            facts={[
              {
                term: t(`appeal.by.${appeal.kind}`),
                value: <DueDay day={deadline.dueOn} locale={locale} />,
                below: <Link href={`${home}/appeal?right=${claim.right}`}>{t("due.why")}</Link>,
              },
            ]}
          />
        ) : (
          <p>{t("appeal.noDay")}</p>
        )}
      </section>
    );
  });
}
