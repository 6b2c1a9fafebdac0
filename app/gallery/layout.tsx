import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { env } from "#lib/env.ts";

/** Every part in every state, to look at while building. There only in the demo; elsewhere these pages do not exist. */
export default function GalleryLayout({ children }: { children: ReactNode }) {
  if (env().mode !== "demo") notFound();
  return children;
}
