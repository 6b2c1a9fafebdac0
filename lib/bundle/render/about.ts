import { html, type Html } from "#lib/html.ts";
import type { AboutCategory, AboutElement, BundleAbout, BundleInput } from "../input.ts";
import { categoryPaths, paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import { wholePage } from "./page.ts";

type Question = "what" | "why" | "from" | "who" | "long" | "transfers" | "automated";

/** Which element of the law each question answers; a question is asked where its element is owed. */
const questions = [
  { question: "what", element: "categories" },
  { question: "why", element: "purposes" },
  { question: "from", element: "source" },
  { question: "who", element: "recipients" },
  { question: "long", element: "retention" },
  { question: "transfers", element: "safeguards" },
  { question: "automated", element: "automated" },
] as const satisfies readonly { question: Question; element: AboutElement }[];

/** The five questions that every category page answers, whatever the law asks for. */
export const fiveQuestions = ["what", "why", "from", "who", "long"] as const satisfies readonly Question[];

/** Questions and answers about one category as a ruled list. */
export function questionList(category: AboutCategory, asked: readonly Question[], reading: Reading): Html {
  return html`<dl class="five">
${asked.map(
  (
    question,
  ) => html`<div><dt>${reading.t(`about.question.${question}`)}</dt><dd>${answers[question](category, reading)}</dd></div>
`,
)}</dl>`;
}

const answers: Record<Question, (category: AboutCategory, reading: Reading) => Html | string> = {
  what: ({ what }) => what,
  why: ({ purposes, legalBasis }, reading) => {
    if (purposes.length === 0) return reading.t("about.unknown");
    return html`${lines(purposes)}${legalBasis.length > 0 && html`<br><span class="muted">${legalBasis.map((basis) => reading.t("about.legalBasis", { basis })).join(" ")}</span>`}`;
  },
  from: ({ origin }, { t }) => (origin.length === 0 ? t("about.unknown") : lines(origin)),
  who: ({ recipients }, { t }) => {
    if (recipients.length === 0) return t("about.nobody");
    return lines(
      recipients.map(({ name, place, why }) =>
        place === ""
          ? t("about.recipientNoPlace", { name, why })
          : t("about.recipient", { name, place, why }),
      ),
    );
  },
  long: ({ retention, keptUntil }, { t, day }) => {
    if (retention.length === 0) return t("about.unknown");
    return lines(
      keptUntil === null ? retention : [...retention, t("about.keptUntil", { day: day(keptUntil) })],
    );
  },
  transfers: ({ transfers }, { t }) => (transfers.length === 0 ? t("about.no") : lines(transfers)),
  automated: ({ automated }, { t }) => (automated.length === 0 ? t("about.no") : lines(automated)),
};

function lines(texts: readonly string[]): Html {
  return html`${texts.map((text, index) => html`${index > 0 && html`<br>`}${text}`)}`;
}

/** Folder 2: what the law owes beside the copy, per category, from the register of processing. */
export function aboutPage(about: BundleAbout, input: BundleInput, reading: Reading): string {
  const { t } = reading;
  const owed = new Set(about.elements);
  const asked = questions.filter(({ element }) => owed.has(element)).map(({ question }) => question);
  const inData = new Set(input.data?.categories.map(({ id }) => id));
  const sections = about.categories.map((category) => {
    const title = inData.has(category.id)
      ? html`<a href="../${categoryPaths(category.id).page(1)}">${category.title}</a>`
      : category.title;
    return html`<h2>${title}</h2>\n${questionList(category, asked, reading)}\n`;
  });
  return wholePage(
    { path: paths.about, title: t("folders.about.title"), aside: null },
    html`<p class="step">${t("page.folder", { number: 2 })}</p>
<h1>${t("folders.about.title")}</h1>
<p class="lead">${t("about.lead")}</p>
${sections}${soldSection(about, owed, reading)}${rightsSection(owed, reading)}
${owed.has("copy") && html`<h2>${t("about.copyHeading")}</h2>\n<p>${t(input.data === null ? "about.copyNot" : "about.copy")}</p>`}`,
    input,
    reading,
  );
}

function soldSection(about: BundleAbout, owed: ReadonlySet<AboutElement>, { t }: Reading): Html | null {
  if (!owed.has("sold-or-shared")) return null;
  return html`<h2>${t("about.soldHeading")}</h2>
<p>${about.soldOrShared ?? t("about.unknown")}</p>
${about.thirdPartyKinds.length > 0 && html`<p>${t("about.thirdParties", { kinds: about.thirdPartyKinds.join(", ") })}</p>`}
`;
}

function rightsSection(owed: ReadonlySet<AboutElement>, { t }: Reading): Html | null {
  const sentences = (["rights", "complaint"] as const)
    .filter((element) => owed.has(element))
    .map((element) => t(`about.${element}`));
  if (sentences.length === 0) return null;
  return html`<h2>${t("about.alsoHeading")}</h2>
<p>${sentences.join(" ")} <a href="../${paths.rights}">${t("about.rightsWhere")}</a></p>
`;
}
