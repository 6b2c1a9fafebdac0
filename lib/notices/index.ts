import { answerEnclosed } from "./answer-enclosed.ts";
import { agentNews } from "./agent-news.ts";
import { agentRequestReceived } from "./agent-request-received.ts";
import { agentSignIn } from "./agent-sign-in.ts";
import { answerPosted } from "./answer-posted.ts";
import { answerReady } from "./answer-ready.ts";
import { appealAnswered } from "./appeal-answered.ts";
import { appealReceived } from "./appeal-received.ts";
import { code } from "./code.ts";
import { controllerAnswered } from "./controller-answered.ts";
import { controllerAsked, controllerReminded } from "./controller-asked.ts";
import { linkRenewed } from "./link-renewed.ts";
import { messageForYou } from "./message-for-you.ts";
import type { Notice, NoticeKind } from "./notice.ts";
import { passedOn } from "./passed-on.ts";
import { requestReceived } from "./request-received.ts";
import { teamApprovalAsked } from "./team-approval-asked.ts";
import { teamController } from "./team-controller.ts";
import { teamFinding } from "./team-finding.ts";
import { permissionAsked } from "./permission-asked.ts";
import { permissionEnded } from "./permission-ended.ts";
import { teamDisowned } from "./team-disowned.ts";
import { teamNewRequest } from "./team-new-request.ts";
import { withdrawn } from "./withdrawn.ts";

export const notices = {
  "request-received": requestReceived,
  code,
  "message-for-you": messageForYou,
  "answer-ready": answerReady,
  "answer-posted": answerPosted,
  "answer-enclosed": answerEnclosed,
  "link-renewed": linkRenewed,
  withdrawn,
  "appeal-received": appealReceived,
  "appeal-answered": appealAnswered,
  "agent-sign-in": agentSignIn,
  "agent-request-received": agentRequestReceived,
  "agent-news": agentNews,
  "permission-asked": permissionAsked,
  "permission-ended": permissionEnded,
  "team-new-request": teamNewRequest,
  "team-approval-asked": teamApprovalAsked,
  "passed-on": passedOn,
  "controller-answered": controllerAnswered,
  "controller-asked": controllerAsked,
  "controller-reminded": controllerReminded,
  "team-controller": teamController,
  "team-finding": teamFinding,
  "team-disowned": teamDisowned,
} satisfies Record<NoticeKind, Notice>;

/** A notice by its kind. */
export function getNotice(kind: NoticeKind): Notice {
  return notices[kind];
}
