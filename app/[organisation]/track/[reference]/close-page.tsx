import { PlainForm } from "#components/forms/plain-form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { translator, type Locale } from "#lib/locales/index.ts";

/**
 * For a device that others use too: from now on it needs a new proof. A plain form, since only a route can tell the
 * browser to forget what it kept of the request.
 */
export function ClosePage({ slug, reference, locale }: { slug: string; reference: string; locale: Locale }) {
  return (
    <PlainForm action="/api/auth/sign-out" locale={locale} idPrefix="close-" className="mt-7 print:hidden">
      <input type="hidden" name="case" value={reference} />
      <input type="hidden" name="to" value={`/${slug}/track?left=1`} />
      <SubmitButton look="text">{translator(locale, "tracker")("more.leave")}</SubmitButton>
    </PlainForm>
  );
}
