"use client";

import { Fault } from "./fault.tsx";

/** A page of the person's side could not be drawn. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Fault digest={error.digest} />;
}
