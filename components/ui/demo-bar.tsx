import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { Link } from "./link.tsx";

/** The bar of the demo: who you are, how far the walk has come, what is next, and three ways out. */
export function DemoBar(props: {
  locale: Locale;
  /** "Demo. You are Ana Ruiz, caseworker." */
  who: string;
  /** `done` of `steps` have really happened. */
  progress: { done: number; steps: number };
  next?: { href: string; label: string };
  links: readonly { href: string; label: string }[];
}) {
  const t = translator(props.locale, "ui");
  const { done, steps } = props.progress;
  return (
    <div
      role="region"
      aria-label={t("demo.label")}
      lang={props.locale}
      className="on-bar bg-bar text-[0.9375rem] leading-[1.4] text-on-bar forced-colors:border-b-2 print:hidden"
    >
      <div className="flex min-h-13 flex-wrap items-center gap-x-5 gap-y-1.5 px-5 py-2 md:px-6">
        <span>{props.who}</span>
        <span
          role="img"
          aria-label={t("demo.step", props.progress)}
          className="inline-flex items-center gap-0.75"
        >
          {Array.from({ length: steps }, (_, index) => (
            <span
              key={index}
              className={`h-1 w-3.5 bg-current forced-colors:border forced-colors:[forced-color-adjust:none] ${index < done ? "" : "opacity-35 forced-colors:bg-[Canvas] forced-colors:opacity-100"}`}
            />
          ))}
        </span>
        {props.next && (
          <span>
            {t("demo.next")}{" "}
            <Link
              href={props.next.href}
              className="inline-block py-0.5 font-strong text-inherit hover:text-inherit"
            >
              {props.next.label}
            </Link>
          </span>
        )}
        <span className="flex flex-wrap gap-x-5 gap-y-1 md:ms-auto">
          {props.links.map((link) => (
            <Link key={link.href} href={link.href} className="py-0.5 text-inherit hover:text-inherit">
              {link.label}
            </Link>
          ))}
        </span>
      </div>
    </div>
  );
}
