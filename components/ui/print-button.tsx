"use client";

import { useSyncExternalStore, type ReactNode } from "react";
import { Button } from "./button.tsx";

const never = () => () => {};

/** Prints the page where scripts run; elsewhere every browser has its own way, so nothing is shown that would do nothing. */
export function PrintButton({ children }: { children: ReactNode }) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return hasScripts ? (
    <Button look="text" onClick={() => window.print()}>
      {children}
    </Button>
  ) : null;
}
