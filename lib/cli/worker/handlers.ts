import { checkCase } from "#lib/agents/jobs.ts";
import { buildBundle } from "#lib/bundle/jobs.ts";
import { unscopedWorkerContext } from "#lib/cases/queries/unscoped.ts";
import type { Context } from "#lib/context.ts";
import { chaseController } from "#lib/controllers/commands/chase.ts";
import { passOnAsked } from "#lib/controllers/commands/pass-on.ts";
import { planCollecting } from "#lib/engine/collecting/commands.ts";
import { collectSource } from "#lib/engine/collecting/jobs/collect.ts";
import { checkAddress } from "#lib/identity/jobs.ts";
import type { JobName, JobPayload } from "#lib/jobs/catalog.ts";
import { reconcile } from "#lib/jobs/jobs.ts";
import { answerEvent, sendNotice } from "#lib/notices/jobs.ts";
import { tidy } from "./tidy.ts";

/** What a handler may know of its attempt: on the last one it settles matters instead of hoping. */
export type Attempt = { isLastTry: boolean };

type Handlers = { [N in JobName]: (payload: JobPayload<N>, attempt: Attempt) => Promise<unknown> };

/** Job → what is done. Each looks at its own row first, so that a job that comes twice does nothing twice. */
export const handlers: Handlers = {
  "identity.check": ({ caseId }, attempt) => withCase(caseId, (ctx) => checkCase(ctx, caseId, attempt)),
  "identity.address": ({ caseId }) => withCase(caseId, (ctx) => checkAddress(ctx, caseId)),
  "collecting.plan": ({ caseId }) => withCase(caseId, (ctx) => planCollecting(ctx, caseId)),
  "collecting.collect": (ids, attempt) => withCase(ids.caseId, (ctx) => collectSource(ctx, ids, attempt)),
  "bundle.build": ({ caseId }, attempt) => withCase(caseId, (ctx) => buildBundle(ctx, caseId, attempt)),
  "controllers.pass-on": ({ caseId }) => withCase(caseId, (ctx) => passOnAsked(ctx, caseId)),
  "controllers.chase": ({ caseId, handoverId }) =>
    withCase(caseId, (ctx) => chaseController(ctx, caseId, handoverId)),
  "notices.answer-event": ({ eventId }) => answerEvent(eventId),
  "notices.send": ({ noticeId }) => sendNotice(noticeId),
  "machine.reconcile": () => reconcile(),
  "machine.tidy": () => tidy(),
};

async function withCase(caseId: string, work: (ctx: Context) => Promise<unknown>): Promise<void> {
  const ctx = await unscopedWorkerContext(caseId);
  if (ctx) await work(ctx);
}
