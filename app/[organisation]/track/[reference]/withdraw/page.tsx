import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { Frame, titleOf } from "../../../frame.tsx";
import { withdraw } from "../../actions.ts";
import { arriveAtOwn } from "../own.ts";
import { rightsAsked } from "../stand.ts";
import { safely } from "../../../safely.tsx";

/** What taking a request back means, before it is done. */
async function WithdrawPage({ params }: { params: Promise<{ organisation: string; reference: string }> }) {
  const { here, own, home } = await arriveAtOwn(await params, "conversation");
  const { locale } = here;
  const t = translator(locale, "tracker");
  const words = translator(locale, "rights");
  const isOpen = own.answeredAt === null && own.status !== "withdrawn";
  if (!isOpen) {
    const says = t(own.status === "withdrawn" ? "state.withdrawn" : "withdraw.late");
    return (
      <Frame here={here} title={t("withdraw.link")} backHref={home}>
        <h1>{t("withdraw.link")}</h1>
        <Lead>{says}</Lead>
        <Actions>
          <ButtonLink href={home}>{t("download.back")}</ButtonLink>
        </Actions>
      </Frame>
    );
  }
  const day = [...own.claims, ...own.passedOn].map((claim) => claim.explained.dueOn).toSorted()[0] ?? "";
  return (
    <Frame here={here} backHref={home}>
      <Form action={withdraw} locale={locale} title={titleOf(here, t("withdraw.title"))}>
        <h1>{t("withdraw.title")}</h1>
        <Lead>{t("withdraw.lead")}</Lead>
        <p className="mt-3 font-strong">
          {rightsAsked(own)
            .map((right) => words(`title.${right}`))
            .join(", ")}
        </p>
        <div className="mt-6">
          <ul>
            <li>{t("withdraw.stop")}</li>
            <li>{t("withdraw.clock", { day: formatDay(day, locale) })}</li>
            <li>{t("withdraw.keep")}</li>
            {own.choices.some((choice) => choice.undoneAt === null) && (
              <li>
                {translator(locale, "preferences").rich("withdraw", {
                  link: (text) => <Link href={`${home}#choices`}>{text}</Link>,
                })}
              </li>
            )}
            <li>{t("withdraw.again")}</li>
          </ul>
        </div>
        <input type="hidden" name="organisation" value={here.slug} />
        <input type="hidden" name="reference" value={own.reference} />
        <Actions>
          <SubmitButton look="danger">{t("withdraw.go")}</SubmitButton>
          <ButtonLink look="text" href={home}>
            {t("withdraw.no")}
          </ButtonLink>
        </Actions>
      </Form>
    </Frame>
  );
}

export default safely(WithdrawPage);
