import type { ComponentProps, ReactNode } from "react";

/**
 * What can be done with the chosen rows, in a `SelectionBar`. `shortcut` is a key that presses it too and is shown
 * behind the word; `aside` says something else there, such as how many of them it can be done with.
 */
export function BarButton({
  aside,
  shortcut,
  children,
  ...rest
}: { aside?: ReactNode; shortcut?: string } & ComponentProps<"button">) {
  return (
    <button type="submit" className="bar-button" aria-keyshortcuts={shortcut} {...rest}>
      {children}
      {aside && <span> {aside}</span>}
      {shortcut && <span aria-hidden="true"> {shortcut}</span>}
    </button>
  );
}
