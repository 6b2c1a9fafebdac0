import type { z } from "zod";
import type { ConnectorEntry } from "./connector.ts";
import { asked } from "./form.ts";

export type SplitSettings =
  | { ok: true; config: Record<string, unknown>; secrets: Record<string, string> | null }
  | { ok: false; errors: Record<string, string> };

/**
 * Sorts the fields of a settings form into configuration and secrets and checks both by the connector's own schemas.
 * Secrets that were left empty stay as they are kept: `null`.
 */
export function splitSettings(
  { config, secrets }: Pick<ConnectorEntry, "config" | "secrets">,
  fields: Record<string, unknown>,
): SplitSettings {
  const own = (schema: z.ZodObject) =>
    Object.fromEntries(
      Object.keys(schema.shape).flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
    );
  const parsed = config.safeParse(own(config));
  const typed = own(secrets);
  const isReplaced = Object.values(typed).some((value) => value !== "");
  const sealed = secrets.safeParse(isReplaced ? typed : {});
  const issues = [...(parsed.error?.issues ?? []), ...(sealed.error?.issues ?? [])];
  if (issues.length > 0 || !parsed.success || !sealed.success) {
    return {
      ok: false,
      errors: Object.fromEntries(issues.map((issue) => [String(issue.path[0] ?? "form"), sentence(issue)])),
    };
  }
  return {
    ok: true,
    config: parsed.data,
    secrets: isReplaced ? (sealed.data as Record<string, string>) : null,
  };
}

/**
 * The secret that has to be entered again, or null. One that is kept was given for one place and one way there: whoever
 * cannot read it must not be able to have it sent elsewhere.
 */
export function secretToEnter(
  { config, secrets }: Pick<ConnectorEntry, "config" | "secrets">,
  kept: Record<string, unknown>,
  wanted: Record<string, unknown>,
): string | null {
  const isChanged = Object.entries(config.shape).some(([name, setting]) => {
    const schema = setting as z.ZodType;
    if (!asked.get(schema)?.guardsSecrets) return false;
    const [before, after] = [schema.safeParse(kept[name]), schema.safeParse(wanted[name])];
    return !before.success || !after.success || before.data !== after.data;
  });
  return isChanged ? (Object.keys(secrets.shape)[0] ?? null) : null;
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small") return "Enter this setting";
  if (issue.code === "custom") return `This ${issue.message}`;
  return "Enter a value that fits this setting";
}
