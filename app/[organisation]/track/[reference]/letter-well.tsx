import { letterHtml, type Letter } from "#lib/decisions/letter.ts";

/** A letter as it stands in the bundle, on a well. Its template escapes every value by itself. */
export function LetterWell({ letter }: { letter: Letter }) {
  const markup = letterHtml(letter, 2).toString();
  return (
    <div
      className="-mx-4 mt-4 bg-sunken py-4 md:mx-0 md:rounded md:p-6 print:m-0 print:bg-transparent print:p-0"
      // The bundle's own class for what only screen readers need.
      dangerouslySetInnerHTML={{ __html: markup.replaceAll('class="vh"', 'class="sr-only"') }}
    />
  );
}
