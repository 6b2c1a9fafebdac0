"use client";

import { useEffect, useState } from "react";
import { Shape } from "./shape.tsx";

/**
 * "Saved", "Assigned to Ana": what an act has done, told once. It stands there from the start, for people without
 * scripts; with scripts it is put in again after the page has settled, since a live region that comes with
 * its text is not read out. The focus stays where it is.
 */
export function StatusMessage({ children }: { children: string }) {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const say = setTimeout(() => setSpoken(children), 200);
    // Emptied again, so that nobody who reads on finds the same sentence twice.
    const leave = setTimeout(() => setSpoken(""), 5000);
    return () => {
      clearTimeout(say);
      clearTimeout(leave);
    };
  }, [children]);
  return (
    <>
      <p className="mb-4 flex gap-2 border-s-4 border-ok py-1 ps-4 font-strong person:mb-6">
        <Shape name="done" className="mt-[0.38em] size-[0.8em] text-ok" />
        <span>{children}</span>
      </p>
      <span role="status" className="sr-only">
        {spoken}
      </span>
    </>
  );
}
