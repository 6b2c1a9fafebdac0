import type { ReactNode } from "react";
import { Shape } from "#components/ui/shape.tsx";

export type Message = {
  id: string;
  /** "You", "Privacy team", "Ana Ruiz". */
  from: ReactNode;
  /** Formatted. */
  at: string;
  /** For `<time>`: the instant in ISO 8601. */
  instant: string;
  text: ReactNode;
  /** Files and the like, under the text. */
  below?: ReactNode;
  /** Said in place of a sender where a note stays inside the house: "Note, only for the desk". */
  noteLabel?: string;
};

/** What people wrote, newest first. Notes that never leave the house look, read and are named differently. */
export function Thread({ messages }: { messages: readonly Message[] }) {
  return (
    <ol className="mt-3">
      {messages.map((message) => (
        <li
          key={message.id}
          className={
            message.noteLabel
              ? "border-t border-line border-s-4 border-s-warn bg-mark py-3 ps-4 pe-4"
              : "border-t border-line py-3 person:py-4.5"
          }
        >
          <p className="text-muted person:text-small">
            {message.noteLabel && (
              <span className="me-2 inline-flex items-baseline gap-1.5 font-strong text-warn">
                <Shape name="flagged" className="size-[0.76em] self-center" />
                {message.noteLabel}
              </span>
            )}
            <b className="text-ink">{message.from}</b>, <time dateTime={message.instant}>{message.at}</time>
          </p>
          <div className="mt-1 whitespace-pre-line wrap-anywhere person:mt-2">{message.text}</div>
          {message.below && <div className="mt-1 text-muted">{message.below}</div>}
        </li>
      ))}
    </ol>
  );
}
