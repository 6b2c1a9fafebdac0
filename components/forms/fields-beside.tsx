import type { ReactNode } from "react";
import { fieldLayout } from "./field-layout.ts";

/** Fields with their labels at the left, for settings of the desk; above each other where there is no room. */
export function FieldsBeside({ children }: { children: ReactNode }) {
  return <div data-fields="beside">{children}</div>;
}

/** A line among fields that is no field: a value that cannot be changed here, or the buttons. */
export function FieldNote({ label, children }: { label?: ReactNode; children: ReactNode }) {
  return (
    <div className={fieldLayout.root}>
      {label && <span className={fieldLayout.label}>{label}</span>}
      <div className="flex flex-wrap items-center gap-2 md:beside:col-start-2">{children}</div>
    </div>
  );
}
