import type { ReactNode } from "react";
import { Link } from "./link.tsx";

/** The end of a person's page: few links, and who the organisation is. */
export function PageFooter(props: { links: { href: string; label: string }[]; children?: ReactNode }) {
  return (
    <footer className="border-t border-line text-small text-muted print:hidden">
      <div className="mx-auto flex w-full max-w-248 flex-wrap items-baseline gap-x-7 gap-y-2 px-5 pt-6 pb-10">
        {props.links.map((link) => (
          <Link key={link.href} href={link.href} className="py-0.5 text-inherit">
            {link.label}
          </Link>
        ))}
        {props.children}
      </div>
    </footer>
  );
}
