import type { Locale } from "#lib/locales/index.ts";

/** `12(6)(b)` as Germans cite it: `12 Abs. 6 Buchst. b`. */
const germanArticle = (article: string): string =>
  article
    .replace(/\((\d+)\)-\((\d+)\)/g, " Abs. $1–$2")
    .replace(/\((\d+)\)/g, " Abs. $1")
    .replace(/\(([a-z])\)/g, " Buchst. $1");

/** Only what Germans cite differently: European acts and our own rule. Other countries' laws keep their form. */
const german: readonly [RegExp, (...groups: string[]) => string][] = [
  [
    /^(UK )?GDPR (Art\. [^;]*?)(, recital (\d+)|, as it stood)?(;.*)?$/,
    (_all, uk, articles = "", addition = "", recital, rest = "") =>
      [
        germanArticle(articles),
        recital ? `, Erwägungsgrund ${recital}` : "",
        uk ? " UK GDPR" : " DSGVO",
        addition && !recital ? " in der damaligen Fassung" : "",
        rest,
      ].join(""),
  ],
  [
    /Reg\. \(EEC, Euratom\) 1182\/71 Art\. (3\(4\))/,
    (_all, article) => `Art. ${germanArticle(article ?? "")} der Verordnung (EWG, Euratom) Nr. 1182/71`,
  ],
  [
    /EDPB Guidelines (\S+) para\. (\d+)/,
    (_all, number, paragraph) => `EDSA-Leitlinien ${number}, Rn. ${paragraph}`,
  ],
  [/, GDPR recital (\d+)/, (_all, recital) => `, Erwägungsgrund ${recital} DSGVO`],
  [/BDSG s\. (\d+)/, (_all, section) => `§ ${section} BDSG`],
  [/house rule/, () => "eigene Regel"],
];

const inGerman = (citation: string): string =>
  german.reduce(
    (text, [pattern, words]) => text.replace(pattern, (...groups) => words(...(groups as string[]))),
    citation,
  );

/** A citation as readers of `locale` write it: "GDPR Art. 12(3)" is "Art. 12 Abs. 3 DSGVO" in German. */
export function citationIn(locale: Locale, citation: string): string {
  return locale === "de" ? inGerman(citation) : citation;
}
