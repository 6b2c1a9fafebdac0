import { html, raw, type Html } from "#lib/html.ts";
import type { Locale } from "#lib/locales/index.ts";
import { greetableName } from "./greeting.ts";
import { isTeam, type Content, type Line, type Setting, type Words } from "./notice.ts";

/** The parts of a mail in reading order; text and HTML are drawn from this, so that they say the same. */
type Letter = {
  greeting: { before: string; name: string; after: string };
  reference: { label: string; value: string } | null;
  signed: string;
  /** Why it was sent, what to do if it was not her, what we never do. */
  end: string[];
};

function letterOf(words: Words, setting: Setting): Letter {
  const { organisation, audience } = setting;
  const name = organisation.name;
  const team = isTeam(audience);
  return {
    greeting: greeting(words, setting.name),
    reference: setting.reference
      ? { label: words(team ? "caseReference" : "reference"), value: setting.reference }
      : null,
    signed: words("signed"),
    end:
      audience === "controller"
        ? [
            words("becauseController", { organisation: name }),
            words("notYours", { email: organisation.email }),
            words("neverTeam"),
          ]
        : team
          ? [words("becauseTeam", { organisation: name }), words("neverTeam")]
          : [
              words(because[audience as keyof typeof because] ?? "becauseTyped", { organisation: name }),
              words("notYou", { email: organisation.email }),
              words("never"),
            ],
  };
}

const because = {
  typed: "becauseTyped",
  "on-file": "becauseOnFile",
  agent: "becauseAgent",
} as const;

/** Splits "Hello {name}," around the name, so that a name in another direction can be fenced off. */
function greeting(words: Words, typedName: string | null): Letter["greeting"] {
  const name = greetableName(typedName);
  if (name === null) return { before: words("hello"), name: "", after: "" };
  const [before = "", after = ""] = words("helloName", { name: "\0" }).split("\0");
  return { before, name, after };
}

/** First-strong isolate and its end (Unicode UAX 9): the text form of `<bdi>`. */
const isolated = (text: string) => (text === "" ? "" : `\u2068${text}\u2069`);

/** The mail as plain text: one paragraph a line, an empty line between. */
export function mailText(words: Words, setting: Setting, content: Content): string {
  const { greeting: hello, reference, signed, end } = letterOf(words, setting);
  return [
    setting.organisation.name,
    content.title,
    `${hello.before}${isolated(hello.name)}${hello.after}`,
    ...content.lead.map((line) => (line.kind === "fact" ? `    ${line.text}` : line.text)),
    ...(reference ? [`${reference.label}: ${reference.value}`] : []),
    `${content.action}:\n${setting.url}`,
    words("next"),
    ...content.next,
    `${signed}\n${setting.organisation.imprint}`,
    `-- \n${end.join("\n")}`,
  ]
    .join("\n\n")
    .concat("\n");
}

const fonts =
  "'Atkinson Hyperlegible Next','Segoe UI',system-ui,-apple-system,Roboto,Helvetica,Arial,sans-serif";
const mono = "'Atkinson Hyperlegible Mono',ui-monospace,'Cascadia Mono',Consolas,monospace";

/** A notice on paper, part by part; the desk lays it out on a sheet whose address stands in an envelope's window. */
export type LetterSheet = {
  locale: Locale;
  subject: string;
  title: string;
  greeting: string;
  lead: readonly Line[];
  reference: { label: string; value: string };
  next: { title: string; lines: readonly string[] };
  /** Where she can follow her request, for whoever can go there. */
  page: { label: string; url: string };
  signed: string;
  organisation: {
    name: string;
    imprint: string;
    email: string;
    telephone: string | null;
    post: string | null;
  };
  end: readonly string[];
  slip: { title: string; code: string; hint: string } | null;
};

export function letterSheet(words: Words, setting: Setting, content: Content): LetterSheet {
  const { greeting: hello, reference, signed, end } = letterOf(words, setting);
  const { accent: _accent, ...organisation } = setting.organisation;
  return {
    locale: setting.locale,
    subject: content.subject,
    title: content.title,
    greeting: `${hello.before}${isolated(hello.name)}${hello.after}`,
    lead: content.lead,
    // Every letter is about a case.
    reference: reference ?? { label: words("reference"), value: setting.reference },
    next: { title: words("next"), lines: content.next },
    page: { label: words("page"), url: setting.url },
    signed,
    organisation,
    end,
    slip: content.slip ? { title: words("slip"), ...content.slip } : null,
  };
}

/** Inline, since many mail programs drop everything else; only colours for the dark stand in the head. */
const styles = {
  body: `margin:0;padding:0;background:#faf8f3;color:#16202c;font:400 18px/1.55 ${fonts}`,
  column: "max-width:38rem;padding:0 20px 40px",
  tab: "width:56px;height:6px;font-size:0;line-height:0",
  name: "margin:14px 0 28px;font-weight:650",
  h1: "margin:0 0 20px;font-size:30px;line-height:1.15;font-weight:700;letter-spacing:-0.018em",
  h2: "margin:36px 0 8px;font-size:22px;line-height:1.25;font-weight:650",
  paragraph: "margin:0 0 14px",
  fact: "margin:0 0 14px;font-size:26px;line-height:1.25;font-weight:650",
  small: "margin:0 0 14px;font-size:16px;color:#4b5763",
  reference: `font-family:${mono};font-weight:650;white-space:nowrap`,
  button:
    "display:inline-block;padding:13px 22px;border-radius:4px;color:#ffffff;font-weight:650;text-decoration:none",
  address: "margin:0 0 14px;font-size:16px;color:#4b5763;overflow-wrap:anywhere",
  link: "color:#0b5a5a",
  end: "margin:36px 0 0;padding-top:16px;border-top:1px solid #c9c4b8;font-size:16px;color:#4b5763",
} as const;

const defaultAccent = "#0b5a5a";

const head = raw(`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>
@media (prefers-color-scheme: dark) {
  .m-page { background: #0f151c !important; color: #f3f0e9 !important; }
  .m-quiet { color: #b7c0ca !important; border-color: #354250 !important; }
  .m-link { color: #6ad1c5 !important; }
}
</style>`);

/** The mail as HTML: no images, no remote parts, one column, readable in the light and in the dark. */
export function mailHtml(words: Words, setting: Setting, content: Content): string {
  const { greeting: hello, reference, signed, end } = letterOf(words, setting);
  const { organisation, locale, url } = setting;
  const accent = organisation.accent ?? defaultAccent;
  const page = html`<!doctype html>
<html lang="${locale}" dir="ltr">
<head>
${head}
<title>${content.title}</title>
</head>
<body class="m-page" style="${styles.body}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
<div style="${styles.column};text-align:left">
<div style="${styles.tab};background:${accent}">&nbsp;</div>
<p style="${styles.name}">${organisation.name}</p>
<h1 style="${styles.h1}">${content.title}</h1>
<p style="${styles.paragraph}">${hello.before}${hello.name && html`<bdi>${hello.name}</bdi>`}${hello.after}</p>
${content.lead.map(lineHtml)}
${reference && html`<p style="${styles.paragraph}">${reference.label}: <b style="${styles.reference}">${reference.value}</b></p>\n`}<p style="margin:24px 0 14px"><a href="${url}" style="${styles.button};background:${accent}">${content.action}</a></p>
<p class="m-quiet" style="${styles.address}">${words("address")} <a class="m-link" href="${url}" style="${styles.link}">${url}</a></p>
<h2 style="${styles.h2}">${words("next")}</h2>
${content.next.map((text) => html`<p style="${styles.paragraph}">${text}</p>\n`)}
<p style="margin:28px 0 0">${signed}<br><span class="m-quiet" style="color:#4b5763">${organisation.imprint}</span></p>
<p class="m-quiet" style="${styles.end}">${end.map((text) => html`${text} `)}</p>
</div>
</td></tr></table>
</body>
</html>
`;
  return page.toString();
}

function lineHtml({ kind, text }: Line): Html {
  const quiet = kind === "small" ? raw(' class="m-quiet"') : null;
  return html`<p${quiet} style="${styles[kind]}">${text}</p>\n`;
}
