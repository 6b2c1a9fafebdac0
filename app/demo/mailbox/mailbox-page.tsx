import type { ReactNode } from "react";
import { Letterhead } from "#components/ui/letterhead.tsx";

/** Around the pages of the mailbox. */
export function MailboxPage({ children }: { children: ReactNode }) {
  return (
    <div data-room="audit" lang="en">
      <Letterhead
        organisation="Habeas"
        href="/demo"
        what="the demo’s mailbox: no mail leaves this machine"
        wide
      />
      <main id="main" tabIndex={-1} className="mx-auto max-w-288 px-5 pt-9 pb-24 outline-none">
        {children}
      </main>
    </div>
  );
}
