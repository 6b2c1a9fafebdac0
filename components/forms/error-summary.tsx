"use client";

import { useContext, useEffect, useId, useRef } from "react";
import type { MouseEvent } from "react";
import { FormContext } from "./context.ts";
import { formTexts } from "./texts.ts";

/**
 * Everything that is to be mended, first in the main part, each line leading to its field. With scripts it takes the
 * focus whenever there is something new to say. Every form draws its own.
 */
export function ErrorSummary() {
  const { locale, idPrefix, errors } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  const lines = Object.entries(errors);

  useEffect(() => {
    if (Object.keys(errors).length > 0) box.current?.focus();
  }, [errors]);

  function goTo(event: MouseEvent<HTMLAnchorElement>, id: string) {
    const field = document.getElementById(id);
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  }

  if (lines.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={heading}
      className="mb-6 rounded border-3 border-danger bg-surface px-4 py-3 person:mb-9 person:px-6 person:pt-5 person:pb-5.5"
    >
      <h2 id={heading} className="mt-0 person:text-[1.375rem]">
        {formTexts(locale).problem}
      </h2>
      <ul className="mt-2.5 flex flex-col gap-1.5">
        {lines.map(([name, sentence]) => (
          <li key={name}>
            {name === "form" ? (
              <span className="font-strong text-danger">{sentence}</span>
            ) : (
              <a
                href={`#${idPrefix}${name}`}
                onClick={(event) => goTo(event, idPrefix + name)}
                className="inline-block font-strong text-danger hover:text-danger"
              >
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
