import type { Role } from "#lib/auth/roles.ts";

/**
 * How far a person sees into her case. `full`: a login, or a code to the contact on file.
 * `conversation`: a code to the address she typed, which proves nothing about the data: messages and withdrawing only.
 */
export type CodeScope = "full" | "conversation";

/** Who acts. `ref` is the pseudonym under which the audit log knows them. */
export type Actor =
  | { kind: "staff"; id: string; ref: string; name: string; roles: readonly Role[] }
  | {
      kind: "person";
      ref: string;
      sessionId: string | null;
      caseId: string | null;
      scope: CodeScope;
      provedAt: Date | null;
    }
  /** Somebody who asks for others, signed in by a mailed link. */
  | { kind: "agent"; id: string; ref: string; sessionId: string | null; provedAt: Date | null }
  | { kind: "visitor"; ref: string }
  /** The contact of a controller to whom a request was passed on, before that request and no other. */
  | { kind: "controller"; ref: string; handoverId: string; caseId: string }
  | { kind: "system"; ref: string; part: "worker" | "clock" | "command-line" | "demo" };

declare const checked: unique symbol;

/**
 * Comes first in every query and command. Only gates, the worker, the command line and tests make one
 * (`contextFor`): holding it proves that somebody checked who acts, for which organisation, and when.
 */
export type Context = {
  readonly actor: Actor;
  readonly organisation: { readonly id: string; readonly ref: string; readonly slug: string };
  readonly now: Date;
  readonly requestId: string;
  readonly [checked]: true;
};

/** Makes a context. Call it only where the actor has just been checked. */
export function contextFor(parts: Omit<Context, typeof checked>): Context {
  return parts as Context;
}

export type StaffContext = Context & { actor: Extract<Actor, { kind: "staff" }> };
export type AgentContext = Context & { actor: Extract<Actor, { kind: "agent" }> };

/** The role under which an actor appears in the audit log. */
export function roleOf(actor: Actor): string {
  switch (actor.kind) {
    case "staff":
      return actor.roles.join(" ");
    case "person":
    case "visitor":
    case "agent":
    case "controller":
      return actor.kind;
    case "system":
      return actor.part;
  }
}

/** Fixed pseudonyms of the parts of the system that act by themselves. */
export const systemRefs = {
  worker: "00000000-0000-4000-8000-000000000001",
  clock: "00000000-0000-4000-8000-000000000002",
  "command-line": "00000000-0000-4000-8000-000000000003",
  demo: "00000000-0000-4000-8000-000000000004",
} as const;
