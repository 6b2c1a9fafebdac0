import type { ReactNode } from "react";
import { Actions } from "#components/ui/button.tsx";
import { HelpAside } from "#components/ui/help-aside.tsx";
import { LanguageLinks } from "#components/ui/language-links.tsx";
import { Letterhead } from "#components/ui/letterhead.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { translator } from "#lib/locales/index.ts";
import type { Visit } from "#lib/web/visit.ts";
import { findLetterhead } from "./letterhead-house.ts";

/** A page that says why there is no other page here: under the letterhead of the organisation at this address, if any. */
export async function MessagePage(props: {
  visit: Visit;
  title: string;
  lead: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const { locale, path } = props.visit;
  const house = await findLetterhead(path.split(/[/?]/)[1] ?? "");
  return (
    <div data-room="person" lang={locale} className="flex min-h-dvh flex-col">
      <title>{`${props.title} · ${house?.name ?? "Habeas"}`}</title>
      <Letterhead
        organisation={house?.name ?? "Habeas"}
        href={house?.href ?? "/"}
        what={house ? translator(locale, "ui")("service") : translator(locale, "signin")("frame.what")}
      >
        <LanguageLinks locale={locale} hrefFor={(language) => `${path.split("?")[0]}?language=${language}`} />
      </Letterhead>
      <div className="mx-auto grid w-full max-w-248 grow content-start gap-x-20 px-5 pt-11 pb-24 lg:grid-cols-[minmax(0,38rem)_minmax(0,15rem)] lg:justify-between">
        <main id="main" tabIndex={-1} className="max-w-152 outline-none">
          <h1>{props.title}</h1>
          <Lead>{props.lead}</Lead>
          {props.children}
          {props.actions && <Actions>{props.actions}</Actions>}
        </main>
        {house && <HelpAside locale={locale} contact={house.contact} />}
      </div>
    </div>
  );
}
