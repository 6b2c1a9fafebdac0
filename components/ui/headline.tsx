import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** A heading of the desk with a few words beside it and what can be done at the right. */
export function Headline(props: {
  level: 1 | 2;
  title: ReactNode;
  id?: string;
  aside?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  const Heading = props.level === 1 ? "h1" : "h2";
  return (
    <div className={classNames("flex flex-wrap items-baseline gap-x-4 gap-y-1", props.className)}>
      <Heading id={props.id}>{props.title}</Heading>
      {props.aside && <span className="text-muted">{props.aside}</span>}
      {props.actions && (
        <div className="flex w-full flex-wrap items-center gap-2 max-md:mt-2 md:ms-auto md:w-auto print:hidden">
          {props.actions}
        </div>
      )}
    </div>
  );
}
