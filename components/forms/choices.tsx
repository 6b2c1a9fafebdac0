"use client";

import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { useField } from "./context.ts";
import { FieldError } from "./field-error.tsx";
import { fieldLayout } from "./field-layout.ts";
import { allOf } from "./values.ts";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What belongs to this answer; it shows with it, without a script. */
  reveal?: ReactNode;
};

export type ChoicesProps = {
  name: string;
  options: readonly Choice[];
  hint?: ReactNode;
  describedBy?: string;
  /** Left out where the question of the page is the legend. */
  legend?: ReactNode;
  /** `ruled`: the answers to the page's question, between rules. `plain`: a smaller choice inside another. */
  look?: "ruled" | "plain";
};

const looks = {
  ruled: {
    list: "mt-3 border-t border-line person:mt-7",
    item: "border-b border-line py-3 person:py-4.5",
    row: "gap-x-4",
    label: "block font-strong",
    reveal: "reveal",
  },
  plain: {
    list: "person:mt-1",
    item: "",
    row: "gap-x-3.5 py-1.5 person:py-2.25",
    label: "block",
    reveal: "reveal-plain",
  },
};

/** Radios or checkboxes of one name. */
export function Choices({
  kind,
  value,
  ...props
}: ChoicesProps & { kind: "radio" | "checkbox"; value?: string | string[] }) {
  const { id, error, errorId, hintId, sent, tie } = useField(props.name, {
    value,
    hint: props.hint,
    describedBy: props.describedBy,
  });
  const look = looks[props.look ?? "ruled"];
  const chosen = allOf(sent);
  const list = (
    <>
      {props.hint && (
        <p id={hintId} className={fieldLayout.hint}>
          {props.hint}
        </p>
      )}
      <FieldError id={errorId}>{error}</FieldError>
      <div className={classNames(look.list, error && "mt-3!")}>
        {props.options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${option.value}`;
          const describedBy = [option.hint && `${optionId}-about`, tie["aria-describedby"]]
            .filter(Boolean)
            .join(" ");
          return (
            <div key={option.value} className={classNames("choice", look.item)}>
              <div
                className={classNames(
                  "choice-row grid grid-cols-[1.5rem_minmax(0,1fr)] items-start",
                  look.row,
                )}
              >
                <input
                  type={kind}
                  id={optionId}
                  name={props.name}
                  value={option.value}
                  defaultChecked={chosen.includes(option.value)}
                  className={kind === "radio" ? "radio" : "check"}
                  {...tie}
                  aria-describedby={describedBy || undefined}
                />
                <div>
                  <label htmlFor={optionId} className={look.label}>
                    {option.label}
                  </label>
                  {option.hint && (
                    <span id={`${optionId}-about`} className="block text-muted">
                      {option.hint}
                    </span>
                  )}
                </div>
              </div>
              {option.reveal && <div className={look.reveal}>{option.reveal}</div>}
            </div>
          );
        })}
      </div>
    </>
  );
  const className = classNames(fieldLayout.root, error && "field-wrong");
  if (!props.legend) return <div className={className}>{list}</div>;
  return (
    <fieldset className={className}>
      <legend className={fieldLayout.label}>{props.legend}</legend>
      <div className="md:beside:col-start-2">{list}</div>
    </fieldset>
  );
}
