import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";

export const themes = ["device", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Light or dark, or as the device has it. The action keeps the choice (`theme`) in a cookie that the layout reads. */
export function ColourChoice(props: {
  locale: Locale;
  current: Theme;
  action: (form: FormData) => void | Promise<void>;
}) {
  const t = translator(props.locale, "ui");
  return (
    <form action={props.action} className="flex flex-wrap gap-x-3">
      <span>{t("colours.label")}:</span>
      {themes.map((theme) => (
        <button
          key={theme}
          name="theme"
          value={theme}
          aria-pressed={theme === props.current}
          className="min-h-6 cursor-pointer underline decoration-1 underline-offset-[0.18em] hover:decoration-2 aria-pressed:font-strong aria-pressed:text-ink aria-pressed:no-underline"
        >
          {t(`colours.${theme}`)}
        </button>
      ))}
    </form>
  );
}
