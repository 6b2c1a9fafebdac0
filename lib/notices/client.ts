import { createTransport, type Transporter } from "nodemailer";
import { env } from "#lib/env.ts";
import { bareAddress } from "./address.ts";
import type { Mail } from "./render.ts";

let open: { url: string; transport: Transporter } | null = null;

/** The mail server of this process, with bounded patience: a server that says nothing holds nobody up. */
function transport(url: string): Transporter {
  if (open?.url === url) return open.transport;
  closeMail();
  open = {
    url,
    transport: createTransport({
      url,
      pool: true,
      maxConnections: 2,
      maxMessages: 100,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      dnsTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  };
  return open.transport;
}

/** Closes the connections, so that the process can end. */
export function closeMail(): void {
  open?.transport.close();
  open = null;
}

/** Seconds after which a try is given up; shorter than the lease of the outbox row. */
export const patienceSeconds = 75;

/**
 * Hands one mail to the server at `url`. `messageId` stays the same over all tries, so that a mailbox that got it twice
 * can tell. The envelope is built from bare addresses: nothing a person typed is parsed.
 * @throws what nodemailer throws; see `classify`
 */
export async function deliver(url: string, messageId: string, to: string, mail: Mail): Promise<void> {
  const sender = bareAddress(env().mailFrom);
  await transport(url).sendMail({
    signal: AbortSignal.timeout(patienceSeconds * 1000),
    envelope: { from: sender, to: [to] },
    from: { name: mail.fromName, address: sender },
    to: { name: "", address: to },
    replyTo: { name: mail.fromName, address: mail.replyTo },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId,
    headers: {
      "Content-Language": mail.locale,
      // RFC 3834: nobody's out-of-office answers to this, and no list takes it for a person.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
  });
}

/** Whether the mail server takes our connection and sign-in. Throws like `deliver`. */
export async function checkMailServer(url: string): Promise<void> {
  await transport(url).verify();
}
