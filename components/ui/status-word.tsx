import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Shape } from "./shape.tsx";
import type { ShapeName } from "./shape.tsx";

/** Colour comes third, after the word and the shape. `quiet`: what it becomes inside a table, where only trouble is coloured. */
const tones = {
  open: { word: "", quiet: "", shape: "text-muted" },
  todo: { word: "text-muted", quiet: "text-muted", shape: "" },
  waiting: { word: "text-info", quiet: "text-info", shape: "" },
  due: { word: "text-warn font-strong", quiet: "text-warn font-strong", shape: "" },
  late: { word: "text-danger font-strong", quiet: "text-danger font-strong", shape: "" },
  done: { word: "text-ok", quiet: "", shape: "text-ok" },
  refused: { word: "text-danger", quiet: "", shape: "text-danger" },
  flagged: { word: "text-warn font-strong", quiet: "text-warn font-strong", shape: "" },
  redacted: { word: "", quiet: "", shape: "" },
  stopped: { word: "text-info", quiet: "text-info", shape: "" },
} satisfies Partial<Record<ShapeName, { word: string; quiet: string; shape: string }>>;

export type Status = keyof typeof tones;

/**
 * A word with a small shape in front.
 * `inTable` leaves colour to late, due and waiting; `wrap` lets a long word break (the shape stays at its first line).
 */
export function StatusWord(props: {
  status: Status;
  children: ReactNode;
  inTable?: boolean;
  wrap?: boolean;
  className?: string;
}) {
  const tone = tones[props.status];
  return (
    <span
      className={classNames(
        "inline-flex gap-[0.4em]",
        props.wrap
          ? "items-start"
          : "items-baseline whitespace-nowrap max-md:[.stack_&]:text-start max-md:[.stack_&]:whitespace-normal",
        props.inTable ? tone.quiet : tone.word,
        props.className,
      )}
    >
      <Shape
        name={props.status}
        className={classNames(
          "size-[0.76em]",
          props.wrap
            ? "mt-[0.42em]"
            : "self-center max-md:[.stack_&]:mt-[0.42em] max-md:[.stack_&]:self-start",
          tone.shape,
        )}
      />
      <span>{props.children}</span>
    </span>
  );
}
