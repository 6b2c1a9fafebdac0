import type { ReactNode } from "react";

/** What is covered: an ink block with the kind in it, never a bare bar. The covered words are not in the page. */
export function Redacted({ kind }: { kind: ReactNode }) {
  return (
    <span className="rounded-[2px] bg-ink box-decoration-clone px-[0.45em] pb-[0.06em] text-[0.8125em] text-paper print:[print-color-adjust:exact] forced-colors:border forced-colors:border-[CanvasText]">
      {kind}
    </span>
  );
}

/** Words that name somebody else: to be decided on. */
export function Hit({ children }: { children: ReactNode }) {
  return (
    <mark className="border-b-2 border-warn bg-transparent font-strong text-inherit forced-colors:text-[CanvasText] forced-colors:[forced-color-adjust:none]">
      {children}
    </mark>
  );
}
