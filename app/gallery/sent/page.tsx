import { WhyThisDate } from "#components/case/why-this-date.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { FactsPanel } from "#components/ui/facts-panel.tsx";
import { CopyableReference, Lead, NumberedList } from "#components/ui/text-parts.tsx";
import { translator } from "#lib/locales/index.ts";
import { reference, SamplePersonPage } from "../frames.tsx";

export const metadata = { title: "Gallery: sent" };

export default function Sent() {
  const t = translator("en", "ui");
  return (
    <SamplePersonPage here="sent">
      <h1>We have your request</h1>
      <Lead>You asked for a copy of your data on Tuesday 3 November 2026 at 9:14, UK time.</Lead>
      <FactsPanel
        facts={[
          {
            term: "Your reference",
            value: <CopyableReference>{reference}</CopyableReference>,
            below: t("sayIt", { spelled: "H B, 7 K 4 Q, 2 M 9 X" }),
          },
          {
            term: "We must answer by",
            value: (
              <>
                Thursday
                <br />3 December 2026
              </>
            ),
          },
        ]}
      />
      <WhyThisDate
        locale="en"
        look="panel"
        open
        line={{ receivedOn: "2026-11-03", dueOn: "2026-12-03", today: "2026-11-03" }}
        sums={[
          {
            term: "3 December 2026",
            text: "one month after 3 November, a Thursday and not a holiday",
            isTotal: true,
          },
        ]}
      >
        <p className="text-muted">
          It can move only if we must ask you something. We would write to you first.
        </p>
      </WhyThisDate>
      <h2>What happens next</h2>
      <NumberedList
        items={[
          { title: "We check that it is you", text: "We compare what you told us with what we hold." },
          { title: "We collect your data and read it", text: "One person reads, another approves." },
          { title: "You get a mail when it is ready", text: "It has a link. Your data is never in a mail." },
        ]}
      />
      <Actions>
        <ButtonLink look="main" href="/gallery/request">
          Follow my request
        </ButtonLink>
        <ButtonLink look="text" href="/gallery/sent">
          {t("print")}
        </ButtonLink>
      </Actions>
    </SamplePersonPage>
  );
}
