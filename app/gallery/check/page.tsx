import { Actions, Button } from "#components/ui/button.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { SamplePersonPage } from "../frames.tsx";

export const metadata = { title: "Gallery: check" };

export default function Check() {
  const changeHref = "/gallery/question";
  return (
    <SamplePersonPage here="check" backHref="/gallery/question">
      <p className="text-small text-muted">Step 7 of 7</p>
      <h1>Check your answers, then send</h1>
      <h2>What you want</h2>
      <SummaryList
        locale="en"
        answers={[
          { question: "What do you want us to do?", lines: ["Get a copy of my data"], changeHref },
          { question: "Anything to narrow it?", lines: [], whenEmpty: "We look everywhere.", changeHref },
        ]}
      />
      <h2>You</h2>
      <SummaryList
        locale="en"
        answers={[
          { question: "Where do you live?", lines: ["United Kingdom"], changeHref },
          {
            question: "How can we reach you?",
            lines: ["Maya Santos", "maya.santos.with.a.very.long.address@mail.example", "Letters in English"],
            changeHref,
          },
        ]}
      />
      <h2>When you send it</h2>
      <p>We note the time, and our time to answer begins. You get a reference and a mail.</p>
      <Actions>
        <Button look="main">Send my request</Button>
      </Actions>
    </SamplePersonPage>
  );
}
