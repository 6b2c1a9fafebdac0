import { formatNumber, formatSize } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { mostPixels, mostPixelsASide, uploadLimits, type ScanRefusal } from "./limits.ts";

/** Why files were not taken: what is wrong with one of them, or with the moment. */
const problems = {
  empty: true,
  "too-big": true,
  "wrong-type": true,
  "not-what-it-says": true,
  locked: true,
  damaged: true,
  "too-many-pixels": true,
  "too-many": true,
  full: true,
  "none-chosen": true,
  "already-here": true,
  interrupted: true,
  busy: true,
  "too-often": true,
  "no-longer": true,
  "not-kept": true,
} satisfies Record<ScanRefusal, true> & Record<string, true>;
export type UploadProblem = keyof typeof problems;

/** The word in the address after a form with files: `?files=too-big`. Codes only, never a name. */
export const filesParameter = "files";
export type UploadResult = UploadProblem | "added" | "removed";

/** What came of it, in a sentence that says how to go on; null for a word that is none of ours. */
export function uploadSentence(
  locale: Locale,
  result: string | null | undefined,
): { ok: boolean; says: string } | null {
  const t = translator(locale, "notices");
  if (result === "added" || result === "removed") return { ok: true, says: t(`files.${result}`) };
  if (!result || !Object.hasOwn(problems, result)) return null;
  const facts = {
    size: formatSize(uploadLimits.fileBytes, locale),
    count: uploadLimits.files,
    pixels: formatNumber(mostPixels / 1_000_000, locale),
    side: formatNumber(mostPixelsASide, locale),
  };
  return { ok: false, says: t(`files.problems.${result as UploadProblem}`, facts) };
}
