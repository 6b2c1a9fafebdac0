import { authorityStands, type AgentFacts } from "#lib/agents/standing.ts";
import type { CaseFacts } from "./guards.ts";
import { workflow } from "./workflow.ts";

export type CaseTab =
  "overview" | "agent" | "identity" | "sources" | "review" | "decision" | "messages" | "history";

/** The next best thing to do on a case: one sentence, and the tab where it is done. Null: nothing is owed. */
export type NextStep = { title: string; text: string; tab: CaseTab } | null;

/** What a member of staff should do next. Pure; the same facts the guards look at. */
export function nextStepOf(facts: CaseFacts, viewer: { id: string; roles: readonly string[] }): NextStep {
  const isWaitingForAppeal = facts.claims.some((claim) => claim.openAppeal);
  if (isWaitingForAppeal && canDecideAppeal(facts.status)) return nextInAppeal(facts, viewer);
  return nextElsewhere(facts) ?? nextOfOurs(facts, viewer);
}

/** What a controller waits for comes before our own work: it has days of its own. */
function nextElsewhere({ elsewhere }: CaseFacts): NextStep {
  if (elsewhere.instructions > 0) {
    return {
      title: `Next: help as ${count(elsewhere.instructions, "a controller", "controllers")} instructed`,
      text: "Do what was asked, and record what came of it.",
      tab: "overview",
    };
  }
  if (elsewhere.silent > 0) {
    return {
      title: "Next: reach a controller that does not answer",
      text: "It was reminded in vain. Telephone it, and record what it says.",
      tab: "overview",
    };
  }
  if (elsewhere.returned > 0) {
    return {
      title: "Next: pass it on to whoever decides",
      text: "The controller says that it does not. Pass it on to whom it names, or take it back.",
      tab: "overview",
    };
  }
  return null;
}

function nextOfOurs(facts: CaseFacts, viewer: { id: string; roles: readonly string[] }): NextStep {
  const aboutChild = beforeTheAnswer.includes(facts.status) ? nextAboutChild(facts) : null;
  if (aboutChild) return aboutChild;
  switch (facts.status) {
    case "frozen":
      return {
        title: "Next: find out whether she really authorised nobody",
        text: "She says that she did not. Nothing moves until you have looked, or she takes it back.",
        tab: "agent",
      };
    case "received":
      if (facts.agent && !authorityStands(facts.agent) && facts.claims.some((claim) => !claim.decision))
        return nextForAgent(facts.agent);
      if (facts.relation === "not-accepted" || facts.judgement === "not-able") {
        if (facts.claims.some((claim) => !claim.decision))
          return {
            title: "Next: refuse it, for the reason that was recorded",
            text: "The letter says nothing about the data, nor whether there is any.",
            tab: "decision",
          };
      }
      if (facts.openTasks > 0) {
        return {
          title: `Next: finish ${count(facts.openTasks, "task", "tasks")}`,
          text: "They need no proof of identity, and count since the request came.",
          tab: "sources",
        };
      }
      if (facts.identityConfirmed) {
        return {
          title: "Next: wait for the tasks",
          text: "No proof may be asked. They come by themselves.",
          tab: "sources",
        };
      }
      return facts.claims.every((claim) => claim.decision)
        ? {
            title: "Next: ask for approval of the refusal",
            text: "A second person looks at it before it goes out.",
            tab: "decision",
          }
        : {
            title: "Next: find out who this is",
            text: "See how the check went, confirm it by another way, or refuse as not verified.",
            tab: "identity",
          };
    case "collecting":
      return facts.unfinishedSources > 0
        ? {
            title: "Next: wait for the sources",
            text: `${count(facts.unfinishedSources, "source is", "sources are")} still being searched.`,
            tab: "sources",
          }
        : { title: "Next: see what the sources gave", text: "Every source has ended.", tab: "sources" };
    case "reviewing":
      return nextInReview(facts);
    case "preparing":
      return {
        title: "Next: wait until the answer is built",
        text: "It takes a moment. Then a second person can approve it.",
        tab: "decision",
      };
    case "awaiting-approval":
      return facts.bundle?.preparedById === viewer.id || !viewer.roles.includes("approver")
        ? {
            title: "Next: somebody else approves",
            text: "Whoever prepared an answer cannot approve it.",
            tab: "decision",
          }
        : {
            title: "Next: approve this answer, or send it back",
            text: "You approve exactly what is listed. If anything changes, your approval falls away.",
            tab: "decision",
          };
    case "approved":
      return { title: "Next: send the answer", text: "It was approved as it stands.", tab: "decision" };
    case "appealed":
    case "answered":
    case "withdrawn":
    case "passed-on":
      return null;
  }
}

function nextForAgent({ authority, lane }: AgentFacts): NextStep {
  if (authority === "pending" && lane === "authority")
    return {
      title: "Next: look at the agent’s authority",
      text: "It is accepted or rejected by what the paper says.",
      tab: "agent",
    };
  if (authority === "pending" || authority === "valid")
    return {
      title: "Next: wait for the person",
      text: "She was asked at the contact on file, if there is one. See what may be done meanwhile.",
      tab: "agent",
    };
  return {
    title: "Next: wait for the agent, or refuse",
    text: "The paper he has does not let him act. He was told why.",
    tab: "agent",
  };
}

const beforeTheAnswer: readonly CaseFacts["status"][] = ["received", "reviewing"];

/** Who may act for a child is found out first. */
function nextAboutChild({ relation, judgement }: CaseFacts): NextStep {
  if (relation === "waiting")
    return {
      title: "Next: find out whether this person may act for the child",
      text: "Nothing is gathered, decided or sent before that is recorded.",
      tab: "identity",
    };
  return judgement === "owed"
    ? {
        title: "Next: judge whether the child understands what she asks for",
        text: "The records say that she is under the age of your policy.",
        tab: "identity",
      }
    : null;
}

/** While an answer is being approved and sent, an appeal that came in meanwhile waits for that. */
const canDecideAppeal = (status: CaseFacts["status"]) =>
  (workflow["uphold-appeal"].from as readonly string[]).includes(status);

function nextInAppeal(facts: CaseFacts, viewer: { id: string }): NextStep {
  return facts.claims.some((claim) => claim.openAppeal && !claim.decidedByIds.includes(viewer.id))
    ? {
        title: "Next: decide the appeal",
        text: "Read what the person wrote, and the first decision.",
        tab: "decision",
      }
    : {
        title: "Next: somebody else decides the appeal",
        text: "You prepared or approved the first decision.",
        tab: "decision",
      };
}

function nextInReview(facts: CaseFacts): NextStep {
  if (facts.unexplainedFailures > 0) {
    return {
      title: `Next: see why ${count(facts.unexplainedFailures, "source", "sources")} failed`,
      text: "Search it again, or record that the answer goes out without it.",
      tab: "sources",
    };
  }
  if (facts.undecidedFlags > 0) {
    return {
      title: `Next: decide on ${count(facts.undecidedFlags, "place", "places")} where somebody else is named`,
      text: "Cover the words, keep the record back, or keep it as it is.",
      tab: "review",
    };
  }
  if (facts.openTasks > 0) {
    return {
      title: `Next: finish ${count(facts.openTasks, "task", "tasks")}`,
      text: "What cannot be done by itself is done by hand, source by source.",
      tab: "sources",
    };
  }
  if (facts.claims.some((claim) => claim.decision === null)) {
    return {
      title: "Next: decide what the person gets",
      text: "Everything is in and looked at.",
      tab: "decision",
    };
  }
  if (facts.delivery === null) {
    return {
      title: "Next: decide how the answer reaches the person",
      text: "There is no safe contact on file.",
      tab: "identity",
    };
  }
  return {
    title: "Next: ask for approval",
    text: "The answer is built, and a second person looks at exactly that.",
    tab: "decision",
  };
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
