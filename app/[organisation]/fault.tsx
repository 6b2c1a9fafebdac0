"use client";

import { useContext, useSyncExternalStore } from "react";
import { awayDigest } from "#lib/database-away.ts";
import { tracker as german } from "#lib/locales/de/tracker.ts";
import { tracker as english } from "#lib/locales/en/tracker.ts";
import { houseContact } from "./house-contact.tsx";

const texts = { en: english.fault, de: german.fault };
const never = () => () => {};
const pageLanguage = () => (document.documentElement.lang === "de" ? "de" : "en");

/** What a fault of ours looks like: what is not lost, a number to ask by, and a way to try again. */
export function Fault({ digest }: { digest: string | undefined }) {
  const t = texts[useSyncExternalStore(never, pageLanguage, () => "en" as const)];
  const email = useContext(houseContact);
  const isAway = digest === awayDigest;
  const { title, lead } = isAway ? t.away : t;
  return (
    <div data-room="person" className="mx-auto w-full max-w-248 px-5 pt-11 pb-24">
      <title>{title}</title>
      <main id="main" tabIndex={-1} className="max-w-152 outline-none">
        <h1>{title}</h1>
        <p className="mt-5">{lead}</p>
        {digest && !isAway && (
          <p className="mt-3">
            {t.number} <span className="mono select-all">{digest}</span>
          </p>
        )}
        {email && (
          <p className="mt-3">
            {t.contact} <a href={`mailto:${email}`}>{email}</a>
          </p>
        )}
        <p className="mt-9 flex flex-wrap gap-x-7 gap-y-3">
          {/* Full loads: the server is asked anew, and what broke may be this very page's scripts. */}
          <button
            type="button"
            className="min-h-11 cursor-pointer underline"
            onClick={() => location.reload()}
          >
            {t.again}
          </button>
          <a href={homePath()} className="inline-flex min-h-11 items-center">
            {t.home}
          </a>
        </p>
      </main>
    </div>
  );
}

/** The organisation's first page, by the address. */
function homePath(): string {
  return typeof location === "undefined" ? "/" : `/${location.pathname.split("/")[1] ?? ""}`;
}
