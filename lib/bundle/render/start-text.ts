import { oneLine } from "#lib/decisions/letter/line.ts";
import { recordsOf } from "../groups.ts";
import type { BundleInput } from "../input.ts";
import { categoryPaths, paths } from "../layout.ts";
import type { Reading } from "../reading.ts";
import { folderLines, headline, leadSentences } from "./folders.ts";
import { emptyWords } from "./start.ts";

/** START-HERE.txt: the contents page for phones, screen readers and terminals. */
export function startText(input: BundleInput, reading: Reading): string {
  const { t, day, dayOf } = reading;
  const { contact } = input.organisation;
  const kinds = (input.data?.categories ?? []).map((category) => {
    const title = input.about?.categories.find(({ id }) => id === category.id)?.title ?? category.id;
    const count =
      recordsOf(category) === 0
        ? emptyWords(category, reading)
        : t("count.records", { count: recordsOf(category) });
    return `   ${title}: ${count}\n   ${categoryPaths(category.id).page(1)}`;
  });
  const notHeld = (input.data?.notHeld ?? []).map((kind) => `   ${kind}: ${t("start.nothingHeld")}`);
  const contents = folderLines(input, reading).map(({ number, path, title, about, count }) =>
    [`${number}. ${title}${count === "" ? "" : ` (${count})`}`, `   ${about}`, `   ${path}`].join("\n"),
  );
  const byKind = kinds.length + notHeld.length === 0 ? [] : [t("start.byKind"), ...kinds, ...notHeld];
  return [
    `${input.organisation.name}\n${t("page.referenceAnswer", { reference: input.reference })}`,
    oneLine(headline(input, reading)),
    leadSentences(input, reading),
    t("start.text.open"),
    t("start.contents"),
    ...contents,
    ...byKind,
    `${t("start.complete")}\n${t("start.text.check")}\n   sha256sum -c ${paths.checksums}`,
    [t("page.questions"), contact.email, contact.telephone].filter((line) => line !== null).join("\n"),
    t("page.madeOn", { day: day(dayOf(input.createdAt)) }),
  ]
    .join("\n\n")
    .concat("\n");
}
