import type { ReactNode } from "react";
import { defaultLocale, translator } from "#lib/locales/index.ts";

/** The next thing to do, in one sentence, with its button. `title` begins "Next: …". */
export function NextStep(props: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  const t = translator(defaultLocale, "ui");
  return (
    <section
      aria-label={t("desk.next")}
      className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-3 border-s-4 border-accent ps-4.5 print:hidden"
    >
      <div className="max-w-176 flex-[1_1_22rem]">
        <h2>{props.title}</h2>
        {props.children && <div className="mt-0.5 text-muted">{props.children}</div>}
      </div>
      {props.actions && <div className="flex flex-wrap items-center gap-2 md:ms-auto">{props.actions}</div>}
    </section>
  );
}
