import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";

const shared =
  "inline-flex items-center justify-center gap-2 rounded border text-center leading-tight no-underline cursor-pointer " +
  "pointer-coarse:min-h-11 person:min-h-13 person:py-2.5 person:text-person " +
  "transition-colors duration-120 motion-reduce:transition-none aria-disabled:cursor-progress aria-disabled:opacity-70 print:hidden";
const padded = "px-3.5 person:px-6 forced-colors:border-2";
const quiet = `${padded} bg-surface text-ink border-control hover:border-ink hover:bg-sunken hover:text-ink`;

const looks = {
  main: `${padded} bg-accent border-accent text-on-accent hover:bg-accent-hover hover:border-accent-hover hover:text-on-accent forced-main`,
  quiet,
  danger: `${padded} bg-surface text-danger border-danger hover:bg-sunken hover:text-danger`,
  /** Pressed or chosen, as a filter that is on. */
  on: `${padded} bg-select text-ink border-accent hover:text-ink`,
  text:
    "border-transparent forced-colors:border-[Canvas] bg-transparent px-0 person:min-h-11 text-accent underline decoration-1 underline-offset-[0.18em] " +
    "hover:text-accent-hover hover:decoration-2",
} satisfies Record<string, string>;

export type ButtonLook = keyof typeof looks;

const sizes = { usual: "min-h-9 py-1.5 font-strong", small: "min-h-8 py-0.5" };

type Look = {
  /** One `main` per view. */
  look?: ButtonLook;
  size?: keyof typeof sizes;
  children: ReactNode;
};

function lookOf({ look = "quiet", size = "usual" }: Look, className?: string): string {
  return classNames(shared, looks[look], sizes[size], className);
}

/** A button. Its word is a verb: what happens when it is pressed. */
export function Button({ look, size, className, type = "button", ...rest }: Look & ComponentProps<"button">) {
  return <button type={type} className={lookOf({ look, size, children: null }, className)} {...rest} />;
}

/** A link that looks like a button, for the next thing to do when it is another page. */
export function ButtonLink({
  look,
  size,
  className,
  ...rest
}: Look & Omit<ComponentProps<"a">, "href"> & { href: string }) {
  return <Link className={lookOf({ look, size, children: null }, className)} {...rest} />;
}

/** Buttons side by side, wrapping where there is no room. */
export function Actions({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={classNames(
        "flex flex-wrap items-center gap-2 person:gap-x-7 person:gap-y-3",
        className ?? "mt-4 person:mt-10",
      )}
    >
      {children}
    </div>
  );
}
