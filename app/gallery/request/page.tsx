import { StepLine } from "#components/case/step-line.tsx";
import { Thread } from "#components/case/thread.tsx";
import { WaitingForYou } from "#components/case/waiting-for-you.tsx";
import { WhyThisDate } from "#components/case/why-this-date.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FactsPanel } from "#components/ui/facts-panel.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { CopyableReference, DatedList, RuledLinks } from "#components/ui/text-parts.tsx";
import { line, reference, SamplePersonPage } from "../frames.tsx";

export const metadata = { title: "Gallery: request" };

export default function Request() {
  return (
    <SamplePersonPage here="request">
      <StatusMessage>Your message is with us</StatusMessage>
      <p className="text-small text-muted">
        Request <CopyableReference>{reference}</CopyableReference> · a copy of my data
      </p>
      <h1>We are reading through your data</h1>
      <FactsPanel
        facts={[
          {
            term: "We will answer by",
            value: (
              <>
                Tuesday
                <br />8 December 2026
              </>
            ),
            below: (
              <>
                14 days left · <a href="#why">Why this date?</a>
              </>
            ),
          },
          { term: "Found so far", value: "318 records", below: "in 3 of 3 places" },
        ]}
      />
      <StepLine
        locale="en"
        current={3}
        steps={[
          { name: "Received", when: "3 November" },
          { name: "Checking it is you", when: "3 November" },
          { name: "Collecting", when: "12 November" },
          { name: "Reviewing" },
          { name: "Ready" },
        ]}
      />
      <WaitingForYou
        locale="en"
        title="Do you want your recordings too?"
        actions={
          <ButtonLink look="main" href="/gallery/question">
            Answer this
          </ButtonLink>
        }
      >
        <p>They are large, so your download would come in two parts. This does not change the date.</p>
      </WaitingForYou>
      <WhyThisDate
        locale="en"
        look="section"
        line={line}
        sums={[
          { term: "3 December 2026", text: "one month after 3 November, the day you asked" },
          {
            term: "+ 5 days",
            text: "from 5 to 9 November we waited for your answer. Those days do not count.",
          },
          { term: "8 December 2026", text: "a Tuesday and not a holiday, so it stays", isTotal: true },
        ]}
      />
      <h2>Messages</h2>
      <Thread
        messages={[
          {
            id: "2",
            from: "You",
            at: "9 November 2026, 18:02",
            instant: "2026-11-09T18:02:00Z",
            text: "Both, thank you.\nThe old one was for my choir.",
          },
          {
            id: "1",
            from: "Privacy team",
            at: "5 November 2026, 11:20",
            instant: "2026-11-05T11:20:00Z",
            text: "We found two accounts. Do you want the data of both?",
          },
        ]}
      />
      <h2>What we did</h2>
      <DatedList
        items={[
          { day: "16 November", text: "Began to read through 318 records" },
          { day: "12 November", text: "Finished collecting from three places" },
          { day: "3 November", text: "Received your request and wrote to you" },
        ]}
      />
      <h2>You can also</h2>
      <RuledLinks
        links={[
          { href: "/gallery/sent", label: "Print the record of this request" },
          { href: "/gallery/check", label: "Take back this request" },
        ]}
      />
      <h2>What others see</h2>
      <StepLine
        locale="en"
        current={1}
        steps={[{ name: "Received" }, { name: "Being worked on" }, { name: "Answered" }]}
      />
      <h2>When all is done</h2>
      <StepLine
        locale="en"
        current={3}
        steps={[{ name: "Received" }, { name: "Being worked on" }, { name: "Answered" }]}
      />
    </SamplePersonPage>
  );
}
