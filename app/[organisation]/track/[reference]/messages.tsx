import { Thread } from "#components/case/thread.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { PlainForm } from "#components/forms/plain-form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Actions } from "#components/ui/button.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { DatedList, Disclosure } from "#components/ui/text-parts.tsx";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import { acceptedExtensions, uploadLimits } from "#lib/files/limits.ts";
import { uploadSentence } from "#lib/files/outcomes.ts";
import { listUploads } from "#lib/files/queries.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatInstant, formatSize } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { listMessages, type MessageView } from "#lib/messages/queries.ts";
import { caps } from "#lib/text.ts";
import type { PersonContext } from "#lib/web/gates.ts";
import type { Arrival } from "../../arrive.ts";
import { write } from "../actions.ts";

export type MessagesProps = {
  here: Arrival;
  person: PersonContext;
  own: OwnCase;
  home: string;
  isWritten: boolean;
  files: string | null;
};

/** The thread, newest first, with a field to write into and, where a file is wanted, a way to send one. */
export async function Messages({ here, person, own, home, isWritten, files }: MessagesProps) {
  const { locale, slug } = here;
  const t = translator(locale, "tracker");
  const words = translator(locale, "notices");
  const messages = await listMessages(person, person.actor.caseId);
  const uploads = await listUploads(person, person.actor.caseId);
  const came = uploadSentence(locale, files);
  const isOpen = own.status !== "withdrawn";
  const hidden = (
    <>
      <input type="hidden" name="organisation" value={slug} />
      <input type="hidden" name="reference" value={own.reference} />
    </>
  );
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t("messages.heading")}</h2>
      {isWritten && <StatusMessage>{t("messages.sent")}</StatusMessage>}
      {messages.length === 0 ? (
        <p className="text-muted">{t("messages.none")}</p>
      ) : (
        <ThreadOf {...{ messages, here, own }} />
      )}
      {isOpen && (
        <Form action={write} locale={locale} idPrefix="write-" className="mt-7 print:hidden">
          {hidden}
          <TextArea
            name="body"
            label={t("messages.write")}
            hint={t("messages.hint")}
            rows={4}
            max={caps.letter}
          />
          <Actions className="mt-5">
            <SubmitButton look="quiet">{t("messages.send")}</SubmitButton>
          </Actions>
        </Form>
      )}
      <div id="files" className="mt-7 scroll-mt-4">
        {came?.ok && <StatusMessage>{came.says}</StatusMessage>}
        {uploads.length > 0 && (
          <>
            <h3 className="mb-2">{t("messages.files")}</h3>
            <DatedList
              items={uploads.map((file) => ({
                day: formatDay(dayIn(file.at, own.zone), locale, "short"),
                text: (
                  <>
                    <bdi className="wrap-anywhere">{file.name}</bdi>, {formatSize(file.sizeBytes, locale)}:{" "}
                    <span className="text-muted">
                      {t(file.isReleased ? "messages.fileOpened" : "messages.fileWaits")}
                    </span>
                  </>
                ),
              }))}
            />
          </>
        )}
        {isOpen && (
          <Disclosure
            summary={t("messages.addFile")}
            open={came !== null && !came.ok}
            className="mt-4 print:hidden"
          >
            <PlainForm
              action={`/api/uploads/files/${slug}/${encodeURIComponent(own.reference)}`}
              locale={locale}
              idPrefix="file-"
              hasFiles
              {...(came && !came.ok ? { answer: { values: {}, errors: { file: came.says } } } : {})}
            >
              <input type="hidden" name="back" value={home} />
              <FileField
                name="file"
                label={t("messages.file")}
                hint={t("messages.fileHint")}
                types={words("files.types")}
                accept={acceptedExtensions}
                maxSizeBytes={uploadLimits.fileBytes}
              />
              <Actions className="mt-5">
                <SubmitButton look="quiet">{t("messages.sendFile")}</SubmitButton>
              </Actions>
            </PlainForm>
          </Disclosure>
        )}
      </div>
    </section>
  );
}

/** What was written, newest first. */
export function ThreadOf({
  messages,
  here,
  own,
}: {
  messages: readonly MessageView[];
  here: Arrival;
  own: OwnCase;
}) {
  const t = translator(here.locale, "tracker");
  return (
    <Thread
      messages={messages.toReversed().map((message) => ({
        id: message.id,
        from: t(message.direction === "in" ? "messages.you" : "messages.us"),
        at: formatInstant(message.at, own.zone, here.locale),
        instant: message.at.toISOString(),
        text: <bdi>{message.body}</bdi>,
      }))}
    />
  );
}
