import type { ReactNode } from "react";

/** Why there is nothing here, and what to do. */
export function EmptyState(props: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="max-w-160 border-t border-line py-10 [[role=group]+&]:mt-4 person:py-12">
      <p className="font-strong">{props.title}</p>
      {props.children && <div className="mt-1 text-muted">{props.children}</div>}
      {props.actions && <div className="mt-4 flex flex-wrap gap-2">{props.actions}</div>}
    </div>
  );
}
