import type { ReactNode } from "react";
import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { StatusWord } from "./status-word.tsx";

export type WalkStep = { text: ReactNode; state: "done" | "now" | "todo" };

const statuses = { done: "done", now: "open", todo: "todo" } as const;

/** The steps of the walk, ticked by what has really happened. */
export function WalkTicks({ steps, locale }: { steps: readonly WalkStep[]; locale: Locale }) {
  const t = translator(locale, "ui");
  const said = { done: t("demo.stepDone"), now: t("demo.stepNow"), todo: "" };
  return (
    <ol className="list-none">
      {steps.map((step, index) => (
        <li key={index} className="py-1" aria-current={step.state === "now" ? "step" : undefined}>
          <StatusWord
            status={statuses[step.state]}
            wrap
            className={step.state === "now" ? "font-strong" : ""}
          >
            {said[step.state] && <span className="sr-only">{said[step.state]} </span>}
            {step.text}
          </StatusWord>
        </li>
      ))}
    </ol>
  );
}
