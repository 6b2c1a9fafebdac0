"use client";

import { Fault } from "./fault.tsx";

/** A page of the person's side could not be drawn. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Fault digest={error.digest} retry={reset} />;
}
