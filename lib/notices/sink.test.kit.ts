import { once } from "node:events";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** The part of mailparser's result that tests look at. It comes without types. */
type ParsedMail = {
  subject: string;
  text: string;
  html: string;
  messageId: string;
  from: { value: { name: string; address: string }[] };
  to: { value: { name: string; address: string }[] };
  replyTo: { value: { name: string; address: string }[] };
  headers: Map<string, unknown>;
  attachments: unknown[];
};
const { simpleParser } = createRequire(import.meta.url)("mailparser") as {
  simpleParser: (raw: Buffer) => Promise<ParsedMail>;
};

export type Received = { to: string[]; raw: string; mail: ParsedMail };

export type Sink = { url: string; received: Received[]; stop: () => Promise<void> };

/** A real mail server that keeps what it takes. `options` may refuse: senders, recipients, whole mails. */
export async function mailSink(options: SMTPServerOptions = {}): Promise<Sink> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, answer) {
      buffer(stream)
        .then(async (bytes) => {
          const mail = await simpleParser(bytes);
          received.push({
            to: session.envelope.rcptTo.map((one) => one.address),
            raw: bytes.toString("utf8"),
            mail,
          });
          answer();
        })
        .catch(answer);
    },
    ...options,
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

/** A reply by which the server refuses. */
export function refusal(responseCode: number): Error {
  return Object.assign(new Error("refused"), { responseCode });
}
