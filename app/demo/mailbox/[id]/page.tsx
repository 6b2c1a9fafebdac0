import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import { Link } from "#components/ui/link.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { Mail } from "#lib/notices/render.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { enter } from "#lib/web/gates.ts";
import { demoVisitor } from "../../gate.ts";
import { MailboxPage } from "../mailbox-page.tsx";
import { StateOfMail } from "../state-of-mail.tsx";

export const metadata: Metadata = { title: "Mail · Habeas demo" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ as?: string | string[] }> };

/** One mail: what its recipient sees, the same as text, and what travels with it. */
export default async function MailPage({ params, searchParams }: Props) {
  const visit = await enter(demoVisitor());
  const [{ id }, { as }] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(id).success) notFound();
  const [queries, commands] = await Promise.all([
    import("#lib/demo/mailbox/queries.ts"),
    import("#lib/demo/mailbox/commands.ts"),
  ]);
  const found = await queries.unscopedFindMail(id);
  if (!found) notFound();
  await commands.markRead(id, visit.now);
  const isText = as === "text";
  return (
    <MailboxPage>
      <p>
        <Link href="/demo/mailbox">All mails</Link>
      </p>
      <h1 className="mt-4">{found.subject ?? "Erased with its case"}</h1>
      <KeyValues
        className="mt-5"
        items={[
          { key: "From", value: found.from ?? "erased" },
          { key: "To", value: found.to ?? "erased" },
          { key: "Answer to", value: found.mail?.replyTo ?? "erased" },
          { key: "Written", value: formatInstant(found.at, "Europe/London", "en") },
          { key: "Delivery", value: <Delivery found={found} /> },
          { key: "Kind of mail", value: <span className="mono">{found.kind}</span> },
          { key: "Message-ID", value: <span className="mono">{found.messageId}</span> },
          { key: "Attachments", value: "none: data never travels by mail" },
        ]}
      />
      {found.path && (
        <p className="mt-6">
          <ButtonLink look="main" href={found.path}>
            Open as recipient
          </ButtonLink>
        </p>
      )}
      {found.mail ? (
        <>
          <Tabs
            label="Forms of this mail"
            tabs={[
              { href: `/demo/mailbox/${id}`, label: "As it looks", current: !isText },
              { href: `/demo/mailbox/${id}?as=text`, label: "As text", current: isText },
            ]}
          />
          {isText ? <AsText mail={found.mail} /> : <AsItLooks id={id} locale={found.mail.locale} />}
        </>
      ) : (
        <EmptyState title="Nothing of this mail is left.">
          Its case was erased, and its words with it.
        </EmptyState>
      )}
    </MailboxPage>
  );
}

type Found = { state: "waiting" | "sent" | "failed"; problem: string | null; sentAt: Date | null };

function Delivery({ found: { state, problem, sentAt } }: { found: Found }) {
  return (
    <>
      <StateOfMail state={state} />
      {sentAt && <span className="text-muted">, {formatInstant(sentAt, "Europe/London", "en")}</span>}
      {problem && <span className="block text-muted">{problem}</span>}
    </>
  );
}

function AsText({ mail }: { mail: Mail }) {
  return (
    <pre
      lang={mail.locale}
      className="mt-4 max-w-176 border border-line bg-surface p-5 font-mono text-log whitespace-pre-wrap wrap-anywhere"
    >
      {mail.text}
    </pre>
  );
}

/**
 * Shown in a frame that may do nothing but follow a link: a mail is a page of its own. Nothing outside can ask how high
 * it is; the longest ones fit.
 */
function AsItLooks({ id, locale }: { id: string; locale: string }) {
  return (
    <iframe
      title="The mail as it looks"
      lang={locale}
      sandbox="allow-top-navigation-by-user-activation"
      src={`/demo/mailbox/${id}/files/mail`}
      className="mt-4 block h-344 w-full max-w-176 sm:h-256 border border-line bg-surface"
    />
  );
}
