import { consentsAmong, needsProof } from "#lib/organisations/consents.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { translator, type Catalogue, type Locale } from "#lib/locales/index.ts";
import { rights } from "#lib/rights/index.ts";
import { rightIds, type RightId } from "#lib/rights/ids.ts";

/** One thing somebody says no to: a right, or, where a consent is taken back, that consent. */
export type Choice = { kind: RightId; consent: string | null };

/** A choice that was kept. Several requests for the same are one, since the first. */
export type Standing = Choice & { since: Date; undoneAt: Date | null };

/** What is true from the moment a request arrives, because nothing of it has to be proved. */
export function choicesOf(
  policy: Policy,
  asked: { rights: readonly RightId[]; consents?: readonly string[] | undefined },
): Choice[] {
  return asked.rights.flatMap((kind): Choice[] => {
    if (rights[kind].plan !== "tasks") return [];
    if (rights[kind].proof === "none") return [{ kind, consent: null }];
    if (rights[kind].proof !== "by-consent") return [];
    return consentsAmong(policy, asked.consents ?? [])
      .filter(({ id }) => !needsProof(policy, kind, [id]))
      .map(({ id }) => ({ kind, consent: id }));
  });
}

/** Whether a right of a policy can be used without a proof, so that it counts at once. */
export function canChoose(policy: Policy, right: RightId): boolean {
  const consents = (policy.consents ?? []).map(({ id }) => id);
  return choicesOf(policy, { rights: [right], consents }).length > 0;
}

/** Rows of the same choice as one: it stands while one of them does, since the earliest of those. */
export function asStanding(rows: readonly Standing[]): Standing[] {
  const alike = Map.groupBy(rows, choiceName);
  return [...alike.values()].flatMap((group) => {
    const open = group.filter(({ undoneAt }) => undoneAt === null);
    const [first] = (open.length > 0 ? open : group).toSorted((a, b) =>
      open.length > 0
        ? a.since.getTime() - b.since.getTime()
        : (b.undoneAt?.getTime() ?? 0) - (a.undoneAt?.getTime() ?? 0),
    );
    return first
      ? [{ kind: first.kind, consent: first.consent, since: first.since, undoneAt: first.undoneAt }]
      : [];
  });
}

/** A choice as it stands in an address: `opt-out-sale`, `withdraw-consent.newsletter`. */
export function choiceName({ kind, consent }: Choice): string {
  return consent === null ? kind : `${kind}.${consent}`;
}

/** Reads what `choiceName` wrote; null for what names no right. */
export function readChoiceName(name: string): Choice | null {
  const [right, consent = null, ...rest] = name.split(".");
  const kind = rightIds.find((one) => one === right);
  return kind && rest.length === 0 ? { kind, consent } : null;
}

/** Rights that can stand as a choice: those for which there are words. */
type Worded = keyof Catalogue["preferences"]["choice"];

/** What holds, in the words of the person who chose it. */
export function choiceWords({ kind, consent }: Choice, policy: Policy, locale: Locale): string {
  const [known] = consent === null ? [] : consentsAmong(policy, [consent]);
  return translator(locale, "preferences")(`choice.${kind as Worded}`, { what: known?.label[locale] ?? "" });
}
