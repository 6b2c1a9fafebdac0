import { ButtonLink } from "#components/ui/button.tsx";
import { Actions } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { ageOn } from "#lib/children/age.ts";
import type { Answers } from "#lib/intake/draft.ts";
import { settingFor } from "#lib/intake/setting.ts";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../arrive.ts";
import { Frame } from "../frame.tsx";

/** Who is asked for is old enough to ask alone: how that is done, and the way back. What was typed stays. */
export function GrownUpPage(props: { here: Arrival; answers: Answers; backHref: string }) {
  const { here, answers, backHref } = props;
  const { slug, policy, house, locale } = here;
  const t = translator(locale, "intake");
  const { today } = settingFor(house, answers, locale);
  const { name = "", born = today } = answers.child ?? {};
  const step = (one: string) => `/${slug}/request/${one}`;
  return (
    <Frame here={here} backHref={backHref} title={t("grownUp.title", { name })}>
      <h1>{t("grownUp.title", { name })}</h1>
      <p>{t("grownUp.text", { name, age: ageOn(born, today), limit: policy.children.age })}</p>
      <h2>{t("grownUp.how", { name })}</h2>
      <p>{t("grownUp.self", { name })}</p>
      <p>{t("grownUp.helped", { name })}</p>
      <p>{t("grownUp.write", { name, email: policy.contact.email })}</p>
      <p>{t("grownUp.kept")}</p>
      <Actions>
        <ButtonLink look="main" href={step("child")}>
          {t("grownUp.change")}
        </ButtonLink>
        <Link href={step("whose")}>{t("grownUp.me")}</Link>
      </Actions>
    </Frame>
  );
}
