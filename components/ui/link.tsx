import NextLink from "next/link";
import type { ComponentProps } from "react";

export type LinkProps = Omit<ComponentProps<"a">, "href"> & { href: string; "data-row"?: string };

/**
 * A link. Pages of this house are reached through the router, everything else (mail, telephone, a place on the
 * same page, a download, another site, an address answered by no page) by the browser itself.
 * Nothing is fetched ahead: opening a page may be an act that is recorded.
 */
export function Link({ href, ...rest }: LinkProps) {
  const isPage = href.startsWith("/") && !href.startsWith("//") && !href.startsWith("/api/");
  if (!isPage || rest.download !== undefined || rest.target) return <a href={href} {...rest} />;
  return <NextLink href={href} prefetch={false} {...rest} />;
}
