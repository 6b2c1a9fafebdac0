import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { Shape } from "#components/ui/shape.tsx";

export type Step = {
  name: string;
  /** When it was done, in words; "now" and "not yet" come by themselves. */
  when?: string;
};

/** Where a request is, in words; steps before `current` are done. `current` past the last step: all are done. */
export function StepLine({
  steps,
  current,
  locale,
}: {
  steps: readonly Step[];
  current: number;
  locale: Locale;
}) {
  const t = translator(locale, "ui");
  return (
    <ol className="steps mt-9" aria-label={t("steps.label")}>
      {steps.map((step, index) => {
        const isDone = index < current;
        const isCurrent = index === current;
        return (
          <li
            key={step.name}
            className={isDone ? "was" : undefined}
            aria-current={isCurrent ? "step" : undefined}
          >
            <span className="pin">{isDone && <Shape name="done" className="size-2.5" />}</span>
            {isDone && <span className="sr-only">{t("steps.done")} </span>}
            {step.name}{" "}
            <span className="when">
              {step.when ?? (isCurrent ? t("steps.now") : isDone ? "" : t("steps.notYet"))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
