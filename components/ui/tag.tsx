import type { ReactNode } from "react";

/** A mark on a row: "extended", "failed source". */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-[3px] border border-line px-1.5 text-tiny leading-normal whitespace-nowrap text-muted">
      {children}
    </span>
  );
}
