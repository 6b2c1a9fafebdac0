import { FileField } from "#components/forms/file-field.tsx";
import { OptionalMark } from "#components/forms/field.tsx";
import { PlainForm } from "#components/forms/plain-form.tsx";
import { Question } from "#components/forms/question.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions } from "#components/ui/button.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { acceptedExtensions, uploadLimits } from "#lib/files/limits.ts";
import { filesParameter, uploadSentence } from "#lib/files/outcomes.ts";
import type { UploadView } from "#lib/files/queries.ts";
import { formatSize } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../arrive.ts";
import { Frame, titleOf } from "../frame.tsx";

/**
 * Files that help us, one by one. A plain form, since bodies of actions are cut; every button of it sends all of it, so
 * that a chosen file is never passed over.
 */
export function FilesPage(props: {
  here: Arrival;
  files: UploadView[];
  place: { step: number; steps: number } | null;
  backHref: string;
  isChange: boolean;
  came: string | null;
}) {
  const { here, files, place } = props;
  const { slug, locale } = here;
  const t = translator(locale, "intake");
  const words = translator(locale, "notices");
  const came = uploadSentence(locale, props.came);
  const isFull = files.length >= uploadLimits.files;
  return (
    <Frame here={here} backHref={props.backHref}>
      <div id={filesParameter}>
        <PlainForm
          action={`/api/uploads/files/${slug}`}
          locale={locale}
          title={titleOf(here, t("files.title"))}
          hasFiles
          {...(came && !came.ok
            ? { answer: { values: {}, errors: { [isFull ? "form" : "file"]: came.says } } }
            : {})}
        >
          {came?.ok && <StatusMessage>{came.says}</StatusMessage>}
          <input
            type="hidden"
            name="back"
            value={`/${slug}/request/files${props.isChange ? "?change=1" : ""}`}
          />
          <Question
            locale={locale}
            {...(place ? { step: place } : {})}
            {...(files.length === 0 ? { labels: "file" } : {})}
            title={
              <>
                {t("files.title")}
                <OptionalMark />
              </>
            }
            why={
              <>
                <p>{t("files.why")}</p>
                <p>{t("files.never")}</p>
              </>
            }
          >
            {files.length > 0 && <Added files={files} locale={locale} />}
            {isFull ? (
              <p>{t("files.full", { count: uploadLimits.files })}</p>
            ) : (
              <FileField
                name="file"
                {...(files.length > 0 ? { label: t("files.another") } : { describedBy: "question-why" })}
                types={words("files.types")}
                accept={acceptedExtensions}
                maxSizeBytes={uploadLimits.fileBytes}
              />
            )}
          </Question>
          {!isFull && (
            <Actions className="mt-5">
              <SubmitButton look="quiet">{t("files.add")}</SubmitButton>
            </Actions>
          )}
          <Actions>
            <SubmitButton name="go" value="1">
              {t("go")}
            </SubmitButton>
          </Actions>
        </PlainForm>
      </div>
    </Frame>
  );
}

/** What was added so far, each with a button that takes it away again. */
function Added({ files, locale }: { files: UploadView[]; locale: Arrival["locale"] }) {
  const t = translator(locale, "intake");
  return (
    <section aria-labelledby="added" className="mt-7 mb-9">
      <h2 id="added" className="mt-0">
        {t("files.added")}
      </h2>
      <ul className="border-t border-line">
        {files.map(({ id, name, sizeBytes }) => (
          <li
            key={id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 border-b border-line py-1.5"
          >
            <span className="wrap-anywhere">
              <bdi>{name}</bdi>, <span className="text-muted">{formatSize(sizeBytes, locale)}</span>
            </span>
            <SubmitButton look="text" name="remove" value={id}>
              {t("files.remove")}
              <span className="sr-only">
                : <bdi>{name}</bdi>
              </span>
            </SubmitButton>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-small text-muted">
        {translator(locale, "notices")("files.waiting", { count: files.length })}
      </p>
    </section>
  );
}
