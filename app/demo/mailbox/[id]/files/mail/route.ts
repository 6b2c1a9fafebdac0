import { z } from "zod";
import { forFrame } from "#lib/demo/mailbox/frame.ts";
import { problem, route } from "#lib/web/route.ts";
import { demoVisitor } from "../../../../gate.ts";

/**
 * The mail itself, for the frame on its page. Mails carry their styles inline, which no page of ours may; so it comes
 * with a policy of its own, past the proxy (in a folder `files`): styles and a link to follow, nothing else.
 */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-top-navigation-by-user-activation",
].join("; ");

export const GET = route(demoVisitor(), async (_visit, { params }) => {
  const id = z.uuid().safeParse(params.id);
  const mailbox = await import("#lib/demo/mailbox/queries.ts");
  const found = id.success ? await mailbox.unscopedFindMail(id.data) : null;
  if (!found?.mail) return problem("not-found", "There is no such mail.");
  return new Response(forFrame(found.mail.html, found.path ?? ""), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Cache-Control": "private, no-store",
    },
  });
});
