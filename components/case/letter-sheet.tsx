import type { ReactNode } from "react";

/** A letter as it will be read, on a well. Its inside is the letter's own markup: an article of the class `letter`. */
export function LetterSheet(props: { lang: string; label: string; children: ReactNode }) {
  return (
    <section
      aria-label={props.label}
      className="-mx-4 mt-4 bg-sunken py-4 md:mx-0 md:rounded md:p-10 print:m-0 print:bg-transparent print:p-0"
    >
      <div lang={props.lang}>{props.children}</div>
    </section>
  );
}
