import { Form } from "#components/forms/form.tsx";
import type { FormAction } from "#components/forms/state.ts";
import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { Theme } from "#lib/web/visit.ts";

const themes = ["device", "light", "dark"] as const satisfies readonly Theme[];

/** Light or dark, or as the device has it. The action keeps what is sent as `theme` for the layout to read. */
export function ColourChoice(props: { locale: Locale; current: Theme; action: FormAction }) {
  const t = translator(props.locale, "ui");
  return (
    <Form action={props.action} locale={props.locale} className="flex flex-wrap gap-x-3">
      <span>{t("colours.label")}:</span>
      {themes.map((theme) => (
        <button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-pressed={theme === props.current}
          className="min-h-6 cursor-pointer underline decoration-1 underline-offset-[0.18em] hover:decoration-2 aria-pressed:font-strong aria-pressed:text-ink aria-pressed:no-underline"
        >
          {t(`colours.${theme}`)}
        </button>
      ))}
    </Form>
  );
}
