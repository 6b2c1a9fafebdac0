"use client";

import { Fault } from "./[organisation]/fault.tsx";

/** A page could not be drawn. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Fault digest={error.digest} />;
}
