import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { translator, type Locale } from "#lib/locales/index.ts";
import { closePage } from "../actions.ts";

/** For a device that others use too: from now on it needs a new proof. */
export function ClosePage({ slug, reference, locale }: { slug: string; reference: string; locale: Locale }) {
  return (
    <Form action={closePage} locale={locale} idPrefix="close-" className="mt-7 print:hidden">
      <input type="hidden" name="organisation" value={slug} />
      <input type="hidden" name="reference" value={reference} />
      <SubmitButton look="text">{translator(locale, "tracker")("more.leave")}</SubmitButton>
    </Form>
  );
}
