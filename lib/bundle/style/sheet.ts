import { dark, forced, light, print } from "./tokens.ts";
import { bundleRules } from "./rules.ts";

/** Font files of the bundle, below `assets/`. Other scripts fall back to what the reader's system has. */
export const fontFiles = {
  sans: "atkinson-hyperlegible-next.woff2",
  mono: "atkinson-hyperlegible-mono.woff2",
  licence: "fonts-licence.txt",
} as const;

/**
 * The bundle's one style sheet. `accent` is the organisation's own colour (`#rrggbb`), which the settings page has
 * checked on light paper; on dark paper it is lightened until it can be read.
 */
export function styleSheet(accent: string | null): string {
  const own = accent === null ? {} : { accent, "accent-hover": accent };
  const ownDark = accent === null ? {} : { accent: lightened(accent), "accent-hover": lightened(accent) };
  return `${fontFace("Atkinson Hyperlegible Next", fontFiles.sans)}
${fontFace("Atkinson Hyperlegible Mono", fontFiles.mono)}
:root { color-scheme: light dark; ${variables({ ...light, ...own })} }
@media (prefers-color-scheme: dark) { :root { ${variables({ ...dark, ...ownDark })} } }
@media (forced-colors: active) { :root { ${variables(forced)} } }
@media print { :root { color-scheme: light; ${variables({ ...light, ...own, ...print })} } }
${bundleRules}`;
}

function variables(tokens: Readonly<Record<string, string>>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(" ");
}

function lightened(accent: string): string {
  return `color-mix(in oklab, ${accent} 40%, white)`;
}

function fontFace(family: string, file: string): string {
  return `@font-face { font-family: "${family}"; font-weight: 200 800; font-display: swap; src: url("${file}") format("woff2"); }`;
}
