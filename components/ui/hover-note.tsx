import type { ReactNode } from "react";

/**
 * More about a word: shown on hover, and while the focus is in the same row of a table, so that the
 * row's link is the only stop for the keyboard. It can be hovered itself, and Escape puts it away (`KeyShortcuts`).
 * Screen readers get it as text.
 */
export function HoverNote({ note, children }: { note: ReactNode; children: ReactNode }) {
  return (
    <span className="note-holder relative inline-block">
      {children}
      <span className="hover-note">
        <span className="sr-only">, </span>
        {note}
      </span>
    </span>
  );
}
