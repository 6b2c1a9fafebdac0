import { StatusWord, type Status } from "#components/ui/status-word.tsx";
import type { MailView } from "#lib/demo/mailbox/queries.ts";

const words = {
  waiting: { status: "waiting", says: "On its way" },
  sent: { status: "done", says: "Delivered" },
  failed: { status: "refused", says: "Not delivered" },
} satisfies Record<MailView["state"], { status: Status; says: string }>;

/** Whether a mail has left, in a word. */
export function StateOfMail({ state, inTable }: { state: MailView["state"]; inTable?: boolean }) {
  return (
    <StatusWord status={words[state].status} inTable={inTable ?? false}>
      {words[state].says}
    </StatusWord>
  );
}
