import { defaultLocale, translator } from "#lib/locales/index.ts";

/** The box that chooses a row, in a column with `isPick`. */
export function PickBox(props: { name: string; value: string; what: string; isChosen?: boolean }) {
  const t = translator(defaultLocale, "ui");
  return (
    <input
      type="checkbox"
      name={props.name}
      value={props.value}
      defaultChecked={props.isChosen}
      aria-label={t("selection.pick", { what: props.what })}
      className="check check-small relative -top-0.5 after:content-['']"
    />
  );
}
