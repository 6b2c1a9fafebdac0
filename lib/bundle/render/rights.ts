import { letterBlocksHtml } from "#lib/decisions/letter/html.ts";
import { html } from "#lib/html.ts";
import type { BundleInput } from "../input.ts";
import { paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import { wholePage } from "./page.ts";
import { sentenceHtml } from "./sentence.ts";

/** Where the page says how to check the folder. */
export const checkAnchor = "check";

/** Folder 8: appeal or complaint with the authorities, what else can be asked, whom to ask, how to check the folder. */
export function rightsPage(input: BundleInput, reading: Reading): string {
  const { t } = reading;
  const { again, others, requestUrl } = input.rights;
  const { email, telephone, hours, post } = input.organisation.contact;
  const ways = [
    { label: t("rights.email"), value: html`<a href="mailto:${email}">${email}</a>` },
    { label: t("rights.telephone"), value: telephone },
    { label: t("rights.hours"), value: hours },
    { label: t("rights.post"), value: post },
  ].filter(({ value }) => value !== null);
  return wholePage(
    { path: paths.rights, title: t("folders.rights.title"), aside: null },
    html`<p class="step">${t("page.folder", { number: 8 })}</p>
<h1>${t("folders.rights.title")}</h1>
<p class="lead">${t("rights.lead")}</p>
${requestUrl !== null && html`<p>${t("rights.pageOfRequest")} <a href="${requestUrl}" rel="noreferrer">${requestUrl}</a></p>`}
${letterBlocksHtml(again, 2)}
${others.length > 0 && html`<h2>${t("rights.others")}</h2>\n<ul class="plain">${others.map((right) => html`<li>${t(`rights.other.${right}`)}</li>`)}</ul>`}
<h2>${t("rights.contact")}</h2>
<dl class="five">${ways.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<h2 id="${checkAnchor}">${t("rights.check")}</h2>
<p>${sentenceHtml((gaps) => t("rights.checkLead", gaps), { checksums: html`<span class="mono">${paths.checksums}</span>` })}</p>
<p>${t("rights.checkHow")}</p>
<dl class="five">${commands.map(({ system, command }) => html`<div><dt>${system}</dt><dd><code>${command}</code></dd></div>`)}</dl>
<p>${t("rights.checkResult")}</p>`,
    input,
    reading,
  );
}

const commands = [
  { system: "Linux", command: `sha256sum -c ${paths.checksums}` },
  { system: "Mac", command: `shasum -a 256 -c ${paths.checksums}` },
  { system: "Windows", command: "Get-ChildItem -Recurse -File | Get-FileHash" },
] as const;
