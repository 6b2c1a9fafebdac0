import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Actions } from "#components/ui/button.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { translator } from "#lib/locales/index.ts";
import { arrive, one, type Query } from "../arrive.ts";
import { Frame, titleOf } from "../frame.tsx";
import { find } from "./actions.ts";
import { safely } from "../safely.tsx";

type Props = { params: Promise<{ organisation: string }>; searchParams: Query };

/** Where a reference is typed. */
async function FindPage({ params, searchParams }: Props) {
  const here = await arrive((await params).organisation);
  const t = translator(here.locale, "tracker");
  return (
    <Frame here={here} backHref={`/${here.slug}`}>
      {one((await searchParams)["left"]) !== null && <StatusMessage>{t("more.left")}</StatusMessage>}
      <Form action={find} locale={here.locale} title={titleOf(here, t("find.title"))}>
        <h1>{t("find.title")}</h1>
        <Lead>{t("find.lead")}</Lead>
        <input type="hidden" name="organisation" value={here.slug} />
        <div className="mt-7">
          <TextField
            name="reference"
            label={t("find.label")}
            hint={t("find.hint")}
            width={10}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </div>
        <Actions>
          <SubmitButton>{t("find.go")}</SubmitButton>
        </Actions>
        <p className="mt-7 text-small text-muted">{t("find.lost")}</p>
      </Form>
    </Frame>
  );
}

export default safely(FindPage);
