import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { FirstNonce } from "#components/ui/first-nonce.tsx";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { translator } from "#lib/locales/index.ts";
import { currentVisit } from "#lib/web/request.ts";
import { BarOfThisVisit } from "./demo/bar.tsx";
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

/** Around every page. Rooms with a language of their own say so on their own element too. */
export default async function Layout({ children }: { children: ReactNode }) {
  const nonce = nonceOf((await headers()).get("content-security-policy"));
  const { locale, theme } = await currentVisit();
  return (
    <html lang={locale} data-theme={theme === "device" ? undefined : theme} className={fonts}>
      <body>
        {nonce && <FirstNonce nonce={nonce} />}
        <SkipLink>{translator(locale, "ui")("skip")}</SkipLink>
        <BarOfThisVisit />
        {children}
      </body>
    </html>
  );
}
