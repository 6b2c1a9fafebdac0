import { defaultLocale, translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { ButtonLink } from "./button.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import type { FilterOption } from "./filter-menu.tsx";
import { Shape } from "./shape.tsx";

export type Filter = {
  /** "Law", "Due". */
  name: string;
  /** What it is set to in words, or what stands for no filter: "any", "anyone". */
  value: string;
  /** Where the list without this filter is; left out while it is not set. */
  removeHref?: string | undefined;
  options: readonly FilterOption[];
};

/** Filters of a list, all of them in its address: what is set can be taken away one by one, or all at once. */
export function FilterChips(props: {
  locale?: Locale;
  filters: readonly Filter[];
  clearHref?: string | undefined;
  /** How many there are: read out when it changes. */
  count?: string;
}) {
  const t = translator(props.locale ?? defaultLocale, "ui");
  return (
    <div
      role="group"
      aria-label={t("filters.label")}
      className="mt-4 flex flex-wrap items-center gap-2 print:hidden"
    >
      {props.filters.map(({ name, value, removeHref, options }) =>
        removeHref ? (
          <ButtonLink
            key={name}
            look="on"
            size="small"
            href={removeHref}
            aria-label={t("filters.remove", { name, value })}
          >
            <span>
              {name}: <b>{value}</b>
            </span>
            <Shape name="refused" className="size-[0.6em]" />
          </ButtonLink>
        ) : (
          <FilterMenu
            key={name}
            label={t("filters.choose", { name, value })}
            name={name}
            value={value}
            options={options}
          />
        ),
      )}
      {props.clearHref && (
        <ButtonLink look="text" size="small" href={props.clearHref} className="ms-2">
          {t("filters.clear")}
        </ButtonLink>
      )}
      {props.count && (
        <span role="status" className="w-full text-muted md:ms-auto md:w-auto">
          {props.count}
        </span>
      )}
    </div>
  );
}
