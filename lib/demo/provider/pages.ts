import { html, raw, type Html } from "#lib/html.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { styles } from "./styles.ts";

type Frame = { locale: Locale; company: string; nonce: string };

/** Whoever signs in: the page with its two fields. `refused`: what was typed did not fit; the user name is shown again. */
export function signInPage(
  frame: Frame,
  page: { app: string; isAgain: boolean; username: string; isRefused: boolean; cancelPath: string },
): string {
  const t = translator(frame.locale, "signin");
  const title = t("provider.title", { company: frame.company });
  const summary = html`<div role="alert" class="summary" tabindex="-1" autofocus>
    <h2>${t("provider.problem")}</h2>
    <a href="#username">${t("provider.refused")}</a>
  </div>`;
  return document(
    frame,
    page.isRefused ? `${translator(frame.locale, "ui")("form.error")} ${title}` : title,
    html`${page.isRefused && summary}
      <h1>${t("provider.heading")}</h1>
      <p>${page.isAgain ? t("provider.again") : t("provider.about", { app: page.app })}</p>
      <form method="post">
        <label for="username">${t("provider.username")}</label>
        ${page.isRefused && html`<p class="error" id="username-error">${t("provider.refused")}</p>`}
        <input id="username" name="username" value="${page.username}" autocomplete="username" autocapitalize="none" spellcheck="false"
          ${raw(page.isRefused ? 'aria-invalid="true" aria-describedby="username-error"' : "")}>
        <label for="password">${t("provider.password")}</label>
        <input id="password" name="password" type="password" autocomplete="current-password">
        <p class="acts"><button>${t("provider.submit")}</button> <a href="${page.cancelPath}">${t("provider.cancel")}</a></p>
      </form>`,
  );
}

/** The page was used already, is too old, or never was. */
export function lostPage(frame: Frame): string {
  const t = translator(frame.locale, "signin");
  return document(
    frame,
    t("provider.lostTitle", { company: frame.company }),
    html`<h1>${t("provider.lostHeading")}</h1>
      <p>${t("provider.lost")}</p>`,
  );
}

function document({ locale, company, nonce }: Frame, title: string, main: Html): string {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${raw(`<style nonce="${nonce}">${styles}</style>`)}
</head>
<body>
<header><span class="tab"></span><b>${company}</b></header>
<main id="main">${main}</main>
</body>
</html>
`.toString();
}
