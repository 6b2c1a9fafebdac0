import type { ReactNode } from "react";
import { Link } from "./link.tsx";

/** The way back to the list a page belongs to, and where in it we are. */
export function Crumb({ href, label, children }: { href: string; label: ReactNode; children?: ReactNode }) {
  return (
    <p className="mb-2.5 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-muted print:hidden">
      <Link href={href}>{label}</Link>
      {children}
    </p>
  );
}
