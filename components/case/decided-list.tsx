import type { ReactNode } from "react";

/** What is decided, line by line: name, what, and at the right a figure, a citation or a link. */
export function DecidedList({ lines }: { lines: { name: ReactNode; what: ReactNode; aside?: ReactNode }[] }) {
  return (
    <div className="mt-3 border-t border-control">
      {lines.map((line, index) => (
        <div
          key={index}
          className="grid items-baseline gap-x-6 gap-y-1 border-b border-hair py-3 md:grid-cols-[11rem_minmax(0,1fr)_auto]"
        >
          <span className="text-muted">{line.name}</span>
          <span>{line.what}</span>
          {line.aside && <span className="text-muted">{line.aside}</span>}
        </div>
      ))}
    </div>
  );
}
