import type { ReactNode } from "react";

/** A letter as it will be read, on a well. Its inside is plain markup: header, headings, paragraphs, tables. */
export function LetterSheet(props: { lang: string; label: string; children: ReactNode }) {
  return (
    <div className="-mx-4 mt-4 bg-sunken py-4 md:mx-0 md:rounded md:p-10 print:m-0 print:bg-transparent print:p-0">
      <article lang={props.lang} aria-label={props.label} className="letter accent-tab">
        {props.children}
      </article>
    </div>
  );
}
