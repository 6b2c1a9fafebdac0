import type { ReactNode } from "react";
import type { Locale } from "#lib/locales/index.ts";
import { fill, formTexts } from "./texts.ts";

/**
 * One question, one page. The question is the h1 and at the same time the legend of its answers, or the label of the
 * one field it asks for (`labels`: that field's name; give the field `describedBy="question-why"` then).
 */
export function Question(props: {
  locale: Locale;
  title: ReactNode;
  /** Why we ask. */
  why?: ReactNode;
  step?: { step: number; steps: number };
  labels?: string;
  children: ReactNode;
}) {
  const step = props.step && (
    <p className="text-small text-muted">{fill(formTexts(props.locale).stepOf, props.step)}</p>
  );
  const why = props.why && (
    <div id="question-why" className="mt-4 text-muted [&>p+p]:mt-2">
      {typeof props.why === "string" ? <p>{props.why}</p> : props.why}
    </div>
  );
  if (props.labels) {
    return (
      <>
        {step}
        <h1>
          <label htmlFor={props.labels}>{props.title}</label>
        </h1>
        {why}
        <div className="mt-7">{props.children}</div>
      </>
    );
  }
  return (
    <>
      {step}
      <fieldset aria-describedby={props.why ? "question-why" : undefined}>
        <legend>
          <h1>{props.title}</h1>
        </legend>
        {why}
        {props.children}
      </fieldset>
    </>
  );
}
