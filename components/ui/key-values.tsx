import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type KeyValue = { key: ReactNode; value: ReactNode };

const looks = {
  /** Value at the right edge: in the rail. */
  ends: { list: "grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1.5", value: "text-end" },
  /** Key at the left, value beside it. */
  columns: {
    list: "grid gap-x-6 gap-y-1 md:grid-cols-[minmax(9rem,auto)_minmax(0,1fr)] md:gap-y-2",
    value: "max-md:mb-2",
  },
  /** One after the other in a line. */
  line: { list: "flex flex-wrap gap-x-8 gap-y-1", value: "" },
};

/** Names and values. */
export function KeyValues(props: {
  items: readonly KeyValue[];
  look?: keyof typeof looks;
  muted?: boolean;
  className?: string;
}) {
  const name = props.look ?? "columns";
  const look = looks[name];
  return (
    <dl className={classNames(look.list, props.muted && "text-muted", props.className)}>
      {props.items.map((item, index) => (
        <div key={index} className={name === "line" ? "flex flex-wrap gap-x-2" : "contents"}>
          <dt className={name === "ends" && !props.muted ? "" : "text-muted"}>{item.key}</dt>
          <dd className={classNames("wrap-anywhere", look.value)}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
