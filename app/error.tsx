"use client";

import { Fault } from "./[organisation]/fault.tsx";

/** A page could not be drawn. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Fault digest={error.digest} retry={reset} />;
}
