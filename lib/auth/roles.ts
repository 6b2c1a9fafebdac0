/** What a member of staff is in her organisation. One person may be several. */
export const roles = ["caseworker", "approver", "auditor", "admin"] as const;
export type Role = (typeof roles)[number];

/** What may be done outside a case's own workflow (whose table is the permission for case events). */
export const permissions = [
  "desk.enter",
  "case.read",
  "case.record",
  "case.work",
  "search",
  "settings.read",
  "settings.write",
  "findings.close",
  "audit.read",
] as const;
export type Permission = (typeof permissions)[number];

const allowed = {
  "desk.enter": ["caseworker", "approver", "admin"],
  "case.read": ["caseworker", "approver"],
  "case.record": ["caseworker", "approver"],
  "case.work": ["caseworker", "approver"],
  search: ["caseworker", "approver"],
  "settings.read": ["admin", "caseworker", "approver"],
  "settings.write": ["admin"],
  "findings.close": ["admin", "approver"],
  "audit.read": ["auditor"],
} satisfies Record<Permission, Role[]>;

/** Whether somebody with these roles may do this. */
export function may(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => (allowed[permission] as readonly Role[]).includes(role));
}
