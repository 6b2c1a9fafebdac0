import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { isLocale, localeFor, translator } from "#lib/locales/index.ts";
import { fonts } from "./fonts.ts";
import "./globals.css";

/** The accent tab on ink, drawn in place: no request of its own. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="2" fill="#16202c"/><path d="M3 0h6v4H3z" fill="#6ad1c5"/></svg>',
)}`;

export const metadata: Metadata = { icons: { icon } };

export const viewport: Viewport = { colorScheme: "light dark" };

/** The nonce that the proxy put into this request's policy: Next gives it to scripts, react-aria takes it from a meta. */
function nonceOf(policy: string | null): string | undefined {
  return /'nonce-([\w+/=-]+)'/.exec(policy ?? "")?.[1];
}

/**
 * Around every page. The language is what the proxy found for this address, else what the person chose, else what
 * her browser asks for; rooms with a language of their own say so on their own element too.
 */
export default async function Layout({ children }: { children: ReactNode }) {
  const [head, kept] = await Promise.all([headers(), cookies()]);
  const chosen = head.get("x-habeas-language") ?? kept.get("language")?.value;
  const locale = isLocale(chosen) ? chosen : localeFor(head.get("accept-language"));
  const nonce = nonceOf(head.get("content-security-policy"));
  const theme = kept.get("theme")?.value;
  return (
    <html
      lang={locale}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      className={fonts}
    >
      <body>
        {nonce && <meta name="csp-nonce" nonce={nonce} />}
        <SkipLink>{translator(locale, "ui")("skip")}</SkipLink>
        {children}
      </body>
    </html>
  );
}
