import type { ComponentProps, ReactNode } from "react";
import { Link } from "./link.tsx";

/** The picture of a key. The key itself is announced by `aria-keyshortcuts` on what it does. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd aria-hidden="true" className="key ms-2 pointer-coarse:hidden">
      {children}
    </kbd>
  );
}

/** A link that a single key follows too (`KeyShortcuts` listens). */
export function Keyed({
  shortcut,
  children,
  ...rest
}: { shortcut: string; href: string } & Omit<ComponentProps<"a">, "href">) {
  return (
    <span className="whitespace-nowrap">
      <Link {...rest} aria-keyshortcuts={shortcut}>
        {children}
      </Link>
      <Key>{shortcut}</Key>
    </span>
  );
}
