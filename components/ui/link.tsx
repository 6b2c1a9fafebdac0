import type { ComponentProps } from "react";

export type LinkProps = Omit<ComponentProps<"a">, "href"> & { href: string; "data-row"?: string };

/**
 * A link, followed by the browser itself and not by a router. Every page arrives whole, as it does without scripts:
 * what stands around it (who is signed in, counts, the demo's next step) is never older than the page, the focus
 * begins at the top, and nothing is fetched ahead, since opening a page may be an act that is recorded.
 */
export function Link(props: LinkProps) {
  return <a {...props} />;
}
