import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { CopyableReference, Lead, Note, RuledLinks } from "#components/ui/text-parts.tsx";
import { reference, SamplePersonPage } from "../frames.tsx";

export const metadata = { title: "Gallery: start" };

export default function Start() {
  return (
    <SamplePersonPage here="start">
      <h1>Ask us about your data</h1>
      <Lead>
        Find out what we know about you, get a copy, have mistakes put right or have it deleted. It costs
        nothing and needs no account.
      </Lead>
      <Actions>
        <ButtonLink look="main" href="/gallery/question">
          Start a request
        </ButtonLink>
        <span className="text-small text-muted">About 5 minutes. You can stop and come back.</span>
      </Actions>
      <h2>What you can ask for</h2>
      <RuledLinks
        links={[
          { href: "/gallery/question?right=access", label: "Get a copy of my data", aside: "access" },
          {
            href: "/gallery/question?right=rectification",
            label: "Correct something wrong",
            aside: "rectification",
          },
          { href: "/gallery/question?right=erasure", label: "Delete my data", aside: "erasure" },
        ]}
      />
      <p className="text-small text-muted">
        You can ask for several things at once. We copy before we delete.
      </p>
      <h2>Have one of these ready</h2>
      <ul>
        <li>a way to sign in to your account, or</li>
        <li>your account number and your last invoice.</li>
      </ul>
      <p className="text-muted">You have neither? Start all the same: there is another way.</p>
      <h2>Already asked?</h2>
      <p>
        Your reference looks like this: <CopyableReference>{reference}</CopyableReference>
      </p>
      <div className="mt-14">
        <Note shape="done">
          <p>Your browser asks sites not to sell your data. We already follow that on this device.</p>
        </Note>
      </div>
    </SamplePersonPage>
  );
}
