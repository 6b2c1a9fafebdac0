import { Lead, RuledLinks } from "#components/ui/text-parts.tsx";
import { SamplePersonPage } from "./frames.tsx";

export const metadata = { title: "Gallery" };

export default function Gallery() {
  return (
    <SamplePersonPage here="">
      <h1>Gallery</h1>
      <Lead>Every part of the house, in every state, with invented people.</Lead>
      <h2>The person’s side</h2>
      <RuledLinks
        links={[
          { href: "/gallery/start", label: "Start", aside: "letterhead, lead, ruled links, note" },
          { href: "/gallery/question", label: "A question", aside: "choices, revealed fields" },
          { href: "/gallery/question-error", label: "A question to mend", aside: "summary, field errors" },
          { href: "/gallery/fields", label: "Fields", aside: "all kinds, with and without errors" },
          { href: "/gallery/check", label: "Check your answers", aside: "summary list" },
          { href: "/gallery/sent", label: "Sent", aside: "facts, why this date, numbered list" },
          { href: "/gallery/request", label: "Following a request", aside: "steps, waiting, thread, dates" },
        ]}
      />
      <h2>The desk</h2>
      <RuledLinks
        links={[
          { href: "/gallery/queue", label: "Queue", aside: "tabs, filters, selection, table" },
          { href: "/gallery/review", label: "Review", aside: "case head, rail, next step, redaction" },
          { href: "/gallery/decision", label: "Decision", aside: "chain, decided list, letter" },
          { href: "/gallery/source", label: "A source", aside: "settings, test steps, graph" },
          { href: "/gallery/words", label: "Words and buttons", aside: "status, days left, empty states" },
        ]}
      />
      <h2>The audit room and the demo</h2>
      <RuledLinks
        links={[
          { href: "/gallery/history", label: "History", aside: "proof, ledger" },
          { href: "/gallery/demo", label: "Demo", aside: "bar, role cards, walk" },
        ]}
      />
    </SamplePersonPage>
  );
}
