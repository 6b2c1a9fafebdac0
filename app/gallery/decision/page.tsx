import { Chain } from "#components/case/chain.tsx";
import { DecidedList } from "#components/case/decided-list.tsx";
import { LetterSheet } from "#components/case/letter-sheet.tsx";
import { NextStep } from "#components/case/next-step.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Link } from "#components/ui/link.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { SampleCasePage } from "../case-frame.tsx";

export const metadata = { title: "Gallery: decision" };

export default function Decision() {
  return (
    <SampleCasePage tab="decision" state={["waiting", "waiting for approval"]}>
      <NextStep
        title="Next: approve this answer, or send it back"
        actions={
          <>
            <Button look="main">Approve this answer</Button>
            <Button>Send back with a note</Button>
          </>
        }
      >
        Ana Ruiz prepared it. You approve exactly what is listed here: if anything changes, your approval
        falls away.
      </NextStep>
      <h2>Where it stands</h2>
      <Chain
        links={[
          { status: "done", name: "Prepared", text: "Ana Ruiz, 24 November, 10:48" },
          {
            status: "waiting",
            name: "Waiting for approval",
            text: "by anyone but Ana Ruiz",
            isCurrent: true,
          },
          { status: "todo", name: "Send", text: "mail with a link, then a second proof" },
        ]}
      />
      <h2 className="mt-11">What is decided</h2>
      <DecidedList
        lines={[
          {
            name: <b className="text-ink">Get a copy</b>,
            what: <StatusWord status="done">Granted in part</StatusWord>,
            aside: "316 of 318 records",
          },
          { name: "Redacted", what: "Other people’s names, 3 records", aside: "UK GDPR Art. 15(4)" },
          {
            name: "Places searched",
            what: "3 of 3, none failed",
            aside: <Link href="/gallery/source">See the search</Link>,
          },
          {
            name: "Manifest",
            what: <span className="mono">9f3a 61c0 … 7be2</span>,
            aside: <Link href="/gallery/history">See all lines</Link>,
          },
        ]}
      />
      <Headline
        level={2}
        title="Letter"
        aside="as Maya will read it, in English"
        actions={<ButtonLink href="/gallery/decision">Print preview</ButtonLink>}
        className="mt-11"
      />
      <LetterSheet lang="en" label="Letter, as it will be sent">
        <article className="letter">
          <header>
            <p>
              <b>Instant Prospect Conversion</b>
              <br />
              Privacy team, Dublin
            </p>
            <p>
              24 November 2026
              <br />
              HB-7K4Q-2M9X
            </p>
          </header>
          <h3>Here is the copy of your data</h3>
          <p>Dear Maya Santos,</p>
          <p>
            On 3 November 2026 you asked us for a copy of your data. We looked in three places and found 318
            records.
          </p>
          <h4>What we left out, and why</h4>
          <table>
            <caption className="sr-only">What we left out</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">What</th>
                <th scope="col">How many</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td>
                  Names of other people in your messages: they have a right to privacy too.{" "}
                  <span className="muted">UK GDPR Art. 15(4)</span>
                </td>
                <td>3 records</td>
              </tr>
            </tbody>
          </table>
          <h4>If you do not agree</h4>
          <p>
            You can complain to us on the page of your request, or go straight to the regulator or a court.
          </p>
        </article>
      </LetterSheet>
    </SampleCasePage>
  );
}
