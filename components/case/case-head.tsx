import type { ReactNode } from "react";
import { defaultLocale, translator } from "#lib/locales/index.ts";
import { CopyableReference } from "#components/ui/text-parts.tsx";
import { Keyed } from "#components/ui/keyed.tsx";
import { Link } from "#components/ui/link.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { Tab } from "#components/ui/tabs.tsx";

/** The top of a case: the way back to the list it came from, reference, what it is, and its tabs. */
export function CaseHead(props: {
  list: { label: string; href: string; position?: string; previousHref?: string; nextHref?: string };
  reference: string;
  /** Person, right, law, state. */
  facts: ReactNode[];
  /** The day to answer by, which the rail shows where there is room for one. */
  due?: ReactNode;
  /** What must be kept in mind at every step. */
  mind?: ReactNode;
  tabs: Tab[];
}) {
  const { list } = props;
  const t = translator(defaultLocale, "ui");
  return (
    <div className="px-4 pt-5 md:px-6">
      <p className="mb-2.5 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-muted print:hidden">
        <Link href={list.href}>{list.label}</Link>
        {list.position && <span>{list.position}</span>}
        <span className="ms-auto flex gap-4">
          {list.previousHref && (
            <Keyed shortcut="k" href={list.previousHref}>
              {t("desk.previous")}
            </Keyed>
          )}
          {list.nextHref && (
            <Keyed shortcut="j" href={list.nextHref}>
              {t("desk.nextCase")}
            </Keyed>
          )}
        </span>
      </p>
      <div className="flex flex-wrap items-baseline gap-x-7 gap-y-1.5">
        <h1>
          <CopyableReference className="tracking-[-0.045em]">{props.reference}</CopyableReference>
        </h1>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {props.facts.map((fact, index) => (
            <li key={index}>{fact}</li>
          ))}
          {props.due && <li className="xl:hidden">{props.due}</li>}
        </ul>
      </div>
      {props.mind && <p className="mt-2">{props.mind}</p>}
      <Tabs label={t("desk.caseTabs")} tabs={props.tabs} bare />
    </div>
  );
}
