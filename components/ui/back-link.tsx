import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { Link } from "./link.tsx";
import { Shape } from "./shape.tsx";

/** One step back, above the main part. */
export function BackLink({ href, locale }: { href: string; locale: Locale }) {
  const t = translator(locale, "ui");
  return (
    <nav aria-label={t("backNav")} className="mx-auto w-full max-w-248 px-5 print:hidden">
      <Link
        href={href}
        className="group mt-5 inline-flex items-center gap-1.5 py-1 text-small text-ink no-underline"
      >
        <Shape name="left" className="size-3" />
        <span className="underline decoration-1 underline-offset-[0.18em] group-hover:decoration-2">
          {t("back")}
        </span>
      </Link>
    </nav>
  );
}
