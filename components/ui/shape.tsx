import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const line = { fill: "none", stroke: "currentColor" } as const;

/** Drawn, never font glyphs: the same at every size, and in forced colours. */
const drawings = {
  open: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  todo: <circle cx="6" cy="6" r="4.5" {...line} strokeWidth="1.5" />,
  waiting: (
    <>
      <circle cx="6" cy="6" r="4.75" {...line} strokeWidth="1.5" />
      <path d="M6 1.2a4.8 4.8 0 0 1 0 9.6z" fill="currentColor" />
    </>
  ),
  due: <path d="M6 .3 11.7 6 6 11.7.3 6z" fill="currentColor" />,
  late: <path d="M6 .6 11.8 11.4H.2z" fill="currentColor" />,
  done: <path d="M1.2 6.4 4.5 9.7 10.8 2.3" {...line} strokeWidth="2.2" />,
  refused: <path d="m1.8 1.8 8.4 8.4m0-8.4-8.4 8.4" {...line} strokeWidth="2.2" />,
  flagged: <path d="M1.5 0h1.7v12H1.5zM4.2.6 11.6 4 4.2 7.4z" fill="currentColor" />,
  redacted: <path d="M0 3.6h12v4.8H0z" fill="currentColor" />,
  stopped: <path d="M1.6.8h3.2v10.4H1.6zm5.6 0h3.2v10.4H7.2z" fill="currentColor" />,
  down: <path d="m2 4 4 4.2L10 4" {...line} strokeWidth="1.6" />,
  up: <path d="m2 8 4-4.2L10 8" {...line} strokeWidth="1.6" />,
  right: <path d="m4 2 4.2 4L4 10" {...line} strokeWidth="1.6" />,
  left: <path d="M8 2 3.8 6 8 10" {...line} strokeWidth="1.6" />,
} satisfies Record<string, ReactNode>;

export type ShapeName = keyof typeof drawings;

/** A small drawing in front of a word. It carries no meaning alone and is hidden from screen readers. */
export function Shape({ name, className }: { name: ShapeName; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
      className={classNames("inline-block shrink-0", className ?? "size-[0.76em]")}
    >
      {drawings[name]}
    </svg>
  );
}
