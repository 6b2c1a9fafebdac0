import type { Metadata } from "next";
import { Thread } from "#components/case/thread.tsx";
import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { languageWords } from "#lib/cases/words.ts";
import { listUploads } from "#lib/files/queries.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { listLetters } from "#lib/notices/queries/letters.ts";
import { listMessages } from "#lib/messages/queries.ts";
import { CaseFields } from "../case-fields.tsx";
import { CasePage, openCasePage, type CaseParams } from "../case-page.tsx";
import { LettersSection } from "../letters/letters-section.tsx";
import { note, write } from "./actions.ts";
import { SentFiles } from "./sent-files.tsx";

export const metadata: Metadata = { title: "Messages – Habeas" };

/** What the person and the team wrote to each other; notes of the desk look different and never leave it. */
export default async function Messages({ params }: CaseParams) {
  const { ctx, view } = await openCasePage(params, "messages");
  const { row, requester, names, permitted } = view;
  const [messages, files, letters] = await Promise.all([
    listMessages(ctx, row.id),
    listUploads(ctx, row.id),
    listLetters(ctx, row.id),
  ]);
  const isByPost = requester.email === null && Boolean(requester.post);
  return (
    <CasePage ctx={ctx} view={view} tab="messages">
      {permitted.includes("write-to-person") && (
        <>
          <h2>Write to the person</h2>
          <Form action={write} locale="en" className="mt-3 max-w-160">
            <CaseFields reference={row.reference} />
            <TextArea
              name="body"
              label="Message"
              hint={`${isByPost ? "It goes as a letter, for you to print and post, since there is no e-mail address" : "A mail tells the person that there is a message; it is read on the page of the request"}. Write in ${languageWords[row.locale]}.`}
              max={5000}
              rows={4}
            />
            <Button type="submit" look="main" className="mt-3">
              Send to {requester.name}
            </Button>
          </Form>
          <Form action={note} locale="en" idPrefix="note-" className="mt-6">
            <FormDetails summary="Write a note for the desk only">
              <div className="mt-3 max-w-160">
                <CaseFields reference={row.reference} />
                <TextArea name="body" label="Note" hint="Never leaves the desk" max={5000} rows={3} />
                <Button type="submit" className="mt-3">
                  Keep this note
                </Button>
              </div>
            </FormDetails>
          </Form>
        </>
      )}
      <LettersSection view={view} letters={letters} />
      {files.length > 0 && <SentFiles view={view} files={files} />}
      <h2 className="not-first:mt-11">The thread</h2>
      {messages.length === 0 ? (
        <EmptyState title="Nobody has written yet" />
      ) : (
        <Thread
          messages={[...messages].reverse().map((message) => ({
            id: message.id,
            from: message.direction === "in" ? requester.name : (names.get(message.byRef) ?? "Privacy team"),
            at: formatInstant(message.at, row.zone, "en"),
            instant: message.at.toISOString(),
            text: message.body,
            ...(message.direction === "note" ? { noteLabel: "Note, only for the desk" } : {}),
          }))}
        />
      )}
    </CasePage>
  );
}
