import { createTransport } from "nodemailer";
import type { Env } from "#lib/env.ts";
import { fine, worth, wrong, type Finding } from "./finding.ts";

/** Whether the mail server answers and takes our password. Sends nothing. */
export async function checkMail({ mode, smtpUrl, mailFrom }: Env): Promise<Finding[]> {
  if (mode === "demo") return [fine("Mail stays on this machine, in the demo's mailbox.")];
  if (!smtpUrl) {
    return [
      wrong(
        "No mail can be sent: set SMTP_URL (such as smtps://user:password@mail.example.org:465) and MAIL_FROM.",
      ),
    ];
  }
  const { hostname, port } = new URL(smtpUrl);
  const place = port ? `${hostname}:${port}` : hostname;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
  });
  try {
    await transport.verify();
    return [
      fine(`The mail server ${place} answers and takes our sign-in.`),
      ...(mailFrom.includes("@localhost")
        ? [worth("Mails are sent from an address at localhost: set MAIL_FROM.")]
        : []),
    ];
  } catch (error) {
    return [wrong(`The mail server ${place} ${reason(error as { code?: string; responseCode?: number })}`)];
  } finally {
    transport.close();
  }
}

function reason({ code, responseCode }: { code?: string; responseCode?: number }): string {
  if (code === "EAUTH") return "refuses our user or password. Check SMTP_URL.";
  if (code === "EDNS" || code === "ENOTFOUND")
    return "is not known on this network. Check the host in SMTP_URL.";
  if (code === "ETLS")
    return "does not speak the encryption we ask for. Use smtp:// for port 587, smtps:// for 465.";
  if (code === "ESOCKET" || code === "ECONNECTION" || code === "ETIMEDOUT") {
    return "cannot be reached. Check host, port and firewall.";
  }
  return `did not let us in (${responseCode ?? code ?? "no reason given"}).`;
}
