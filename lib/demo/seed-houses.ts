import { factInWords } from "#lib/intake/summary.ts";
import type { HouseCard } from "./marks.ts";
import { scripts } from "./seed-scripts.ts";

/** The organisations beside the one of the walk. @param firstDay the day as seen on which their stores were filled */
export function houseCards(firstDay: string): HouseCard[] {
  return scripts.slice(1).map(({ organisation: { slug, policy, staff }, stories }) => {
    const { locator, facts } = policy.proof;
    const known = new Map(
      stories
        .map(({ asker }) => [asker.name, asker.facts(firstDay)] as const)
        .filter(([, told]) => told[locator.id]),
    );
    return {
      slug,
      name: policy.name,
      staff: staff.map((one) => ({
        name: one.name,
        roles: one.roles.join(" and "),
        credentials: `${one.email} / ${one.password}`,
      })),
      people: [...known].slice(0, 3).map(([name, told]) => ({
        name,
        facts: [locator, ...facts].flatMap((fact) => {
          const value = told[fact.id];
          return value ? [{ label: fact.label.en, value: factInWords(fact, value, "en") }] : [];
        }),
      })),
    };
  });
}
