"use client";

import { useEffect, useRef, useState } from "react";
import type { MouseEvent, ReactNode } from "react";

/**
 * One line above a table, always there: the count, and once rows are chosen what can be done with them. It never
 * covers a row. Stands in the form around the table, which has the class `group/pick`; buttons show by the ticked
 * boxes themselves, only the figure needs a script.
 */
export function SelectionBar(props: {
  region: string;
  /** With `{count}` in it. */
  selected: string;
  clear: string;
  /** "14 of 143 cases". */
  total: string;
  children: ReactNode;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);

  useEffect(() => {
    const form = bar.current?.closest("form");
    if (!form) return;
    const recount = () => setCount(form.querySelectorAll(".pick input:checked").length);
    recount();
    form.addEventListener("change", recount);
    return () => form.removeEventListener("change", recount);
  }, []);

  /** A reset alone would bring back the boxes that the page came with ticked. */
  function clear(event: MouseEvent) {
    event.preventDefault();
    const boxes = bar.current?.closest("form")?.querySelectorAll<HTMLInputElement>(".pick input:checked");
    for (const box of boxes ?? []) box.checked = false;
    setCount(0);
  }

  return (
    <div
      ref={bar}
      role="region"
      aria-label={props.region}
      className="mt-3 flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1.5 rounded py-1 text-muted print:hidden group-has-[.pick_:checked]/pick:bg-select group-has-[.pick_:checked]/pick:ps-3 group-has-[.pick_:checked]/pick:pe-1.5 group-has-[.pick_:checked]/pick:text-ink group-has-[.pick_:checked]/pick:inset-ring group-has-[.pick_:checked]/pick:inset-ring-accent forced-colors:group-has-[.pick_:checked]/pick:border-2 max-md:group-has-[.pick_:checked]/pick:-mx-4 max-md:group-has-[.pick_:checked]/pick:rounded-none max-md:group-has-[.pick_:checked]/pick:px-4"
    >
      <b role="status" className="me-3 empty:absolute">
        {count > 0 ? props.selected.replace("{count}", String(count)) : ""}
      </b>
      <span className="hidden flex-wrap gap-x-2 group-has-[.pick_:checked]/pick:flex">
        {props.children}
        <button type="reset" className="bar-button" onClick={clear}>
          {props.clear}
        </button>
      </span>
      <span className="ms-auto pe-2 text-muted max-md:ms-0">{props.total}</span>
    </div>
  );
}
