import type { ReactNode } from "react";
import { Shape } from "#components/ui/shape.tsx";

export type TestStep = {
  isFine: boolean;
  /** A sentence; for what failed, begin with `<b>what</b>` and say what to do. */
  text: ReactNode;
  milliseconds?: number;
};

/** What the test of a connection did, step by step. */
export function TestSteps({ steps }: { steps: readonly TestStep[] }) {
  return (
    <div role="status">
      <ul className="mt-3 border-t border-control">
        {steps.map((step, index) => (
          <li
            key={index}
            className="grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-2.5 border-b border-hair py-2.25 [&_b]:text-danger"
          >
            <Shape
              name={step.isFine ? "done" : "late"}
              className={step.isFine ? "mt-1.25 size-2.75 text-ok" : "mt-1.25 size-2.75 text-danger"}
            />
            <span>{step.text}</span>
            <span className="text-tiny text-muted tabular-nums">
              {step.milliseconds === undefined ? "" : `${step.milliseconds} ms`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
