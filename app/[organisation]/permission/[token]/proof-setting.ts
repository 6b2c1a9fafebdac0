import type { PermissionView } from "#lib/agents/queries/permission.ts";
import { settingFor, type FormSetting } from "#lib/intake/setting.ts";
import type { Locale } from "#lib/locales/index.ts";

/** The facts she may show who she is with, as the form would ask them of her for the same rights. */
export function proofSetting(
  { policy, residence, rights }: Pick<PermissionView, "policy" | "residence" | "rights">,
  now: Date,
  locale: Locale,
): FormSetting {
  const house = { policy, now, hasProvider: false, isSignedIn: false };
  return settingFor(house, { residence, rights }, locale);
}
