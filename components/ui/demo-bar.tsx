import { Form } from "#components/forms/form.tsx";
import type { FormAction } from "#components/forms/state.ts";
import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { Link } from "./link.tsx";
import { Shape } from "./shape.tsx";

/** The bar of the demo: who you are, how far the walk has come, what is next, and three ways out. */
export function DemoBar(props: {
  locale: Locale;
  /** "Demo. You are Ana Ruiz, caseworker." */
  who: string;
  /** `done` of `steps` have really happened. */
  progress: { done: number; steps: number };
  /** A link for one's own step; somebody else's becomes her at one press. */
  next?: { label: string } & ({ href: string } | { action: FormAction; as: string });
  /** What this person can type to prove who she is. */
  facts?: { label: string; items: readonly { key: string; value: string }[] };
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
          <div className="flex flex-wrap items-baseline gap-x-1.5">
            {t("demo.next")} <Next locale={props.locale} next={props.next} />
          </div>
        )}
        {props.facts && (
          <details className="open:basis-full md:open:order-last">
            <summary className="group flex w-fit cursor-pointer items-center gap-2 py-0.5">
              <span className="underline decoration-1 underline-offset-[0.18em] group-hover:decoration-2">
                {props.facts.label}
              </span>
              <Shape name="down" className="size-[0.6em]" />
            </summary>
            <dl className="mt-1.5 flex flex-wrap gap-x-7 gap-y-1 pb-1">
              {props.facts.items.map((item) => (
                <div key={item.key} className="flex flex-wrap gap-x-2">
                  <dt>{item.key}:</dt>
                  <dd className="font-strong select-all">{item.value}</dd>
                </div>
              ))}
            </dl>
          </details>
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

function Next({
  locale,
  next,
}: {
  locale: Locale;
  next: NonNullable<Parameters<typeof DemoBar>[0]["next"]>;
}) {
  if ("href" in next) {
    return (
      <Link href={next.href} className="inline-block py-0.5 font-strong text-inherit hover:text-inherit">
        {next.label}
      </Link>
    );
  }
  return (
    <Form action={next.action} locale={locale} idPrefix="next-">
      <input type="hidden" name="as" value={next.as} />
      <button
        type="submit"
        name="goTo"
        value="step"
        className="cursor-pointer py-0.5 text-start font-strong underline decoration-1 underline-offset-[0.18em] hover:decoration-2"
      >
        {next.label}
      </button>
    </Form>
  );
}
