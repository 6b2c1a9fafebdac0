import type { ReactNode } from "react";
import { Shape } from "#components/ui/shape.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import type { KeyValue } from "#components/ui/key-values.tsx";

const states = {
  whole: { shape: "done", className: "text-ok" },
  broken: { shape: "late", className: "text-danger" },
  unchecked: { shape: "todo", className: "text-ink" },
} as const;

/** Whether a history is whole: the result in words, when and by whom it was checked, and the way to check again. */
export function ProofPanel(props: {
  state: keyof typeof states;
  title: ReactNode;
  text: ReactNode;
  facts?: readonly KeyValue[];
  actions?: ReactNode;
}) {
  const state = states[props.state];
  return (
    <section
      aria-labelledby="proof"
      role="status"
      className="mt-7 mb-8 grid items-end gap-x-10 gap-y-4 border-t-2 border-b border-t-ink border-b-ink pt-5 pb-5.5 lg:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div>
        <h2
          id="proof"
          className={`flex items-baseline gap-3 text-[1.375rem] tracking-[-0.01em] ${state.className}`}
        >
          <Shape name={state.shape} className="size-4.5 self-center" />
          <span>{props.title}</span>
        </h2>
        <div className="mt-0.5">{props.text}</div>
        {props.facts && <KeyValues look="line" items={props.facts} className="mt-3" />}
      </div>
      {props.actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{props.actions}</div>}
    </section>
  );
}
