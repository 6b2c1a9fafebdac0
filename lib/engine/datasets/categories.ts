/**
 * Whether a category is a target or stands below it. Categories are dotted keys and match at dots only:
 * `user.device.cookie` covers `user.device.cookie.session` and not `user.device.cookie_id`.
 */
export function isWithin(category: string, target: string): boolean {
  return category === target || category.startsWith(`${target}.`);
}

/** Whether any of the categories stands at or below any of the targets. */
export function touches(categories: readonly string[], targets: readonly string[]): boolean {
  return categories.some((category) => targets.some((target) => isWithin(category, target)));
}

/** Whether the categories say anything about a person: one of them stands outside `system`. */
export function isPersonal(categories: readonly string[]): boolean {
  return categories.some((category) => !isWithin(category, "system"));
}
