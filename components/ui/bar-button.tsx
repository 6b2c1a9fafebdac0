import type { ComponentProps, ReactNode } from "react";

/** What can be done with the chosen rows, in a `SelectionBar`; `aside` says the key, or how many of them can. */
export function BarButton({ aside, children, ...rest }: { aside?: ReactNode } & ComponentProps<"button">) {
  return (
    <button type="submit" className="bar-button" {...rest}>
      {children}
      {aside && <span> {aside}</span>}
    </button>
  );
}
