import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../arrive.ts";
import { Frame } from "../frame.tsx";
import { again } from "./actions.ts";

/** Where Back after sending leads: nothing is sent twice, and nothing is lost. */
export function AlreadySent({ here }: { here: Arrival }) {
  const t = translator(here.locale, "intake");
  return (
    <Frame here={here} title={t("already.title")}>
      <h1>{t("already.title")}</h1>
      <Lead>{t("already.text")}</Lead>
      <Actions>
        <ButtonLink look="main" href={`/${here.slug}/request/sent`}>
          {t("already.show")}
        </ButtonLink>
        <MakeAnother here={here} />
      </Actions>
    </Frame>
  );
}

/** Leaves the sent request where it is and begins another. */
export function MakeAnother({ here }: { here: Arrival }) {
  return (
    <Form action={again} locale={here.locale} idPrefix="again-">
      <input type="hidden" name="organisation" value={here.slug} />
      <SubmitButton look="text">{translator(here.locale, "intake")("already.again")}</SubmitButton>
    </Form>
  );
}
