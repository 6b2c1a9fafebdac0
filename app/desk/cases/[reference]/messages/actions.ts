"use server";

import { z } from "zod";
import { releaseUpload } from "#lib/files/commands.ts";
import { writeNote, writeToPerson } from "#lib/messages/commands.ts";
import { textInput } from "#lib/text.ts";
import { caseAction } from "../case-action.ts";

const words = (sentence: string) =>
  z.object({ body: textInput(5000).refine((text) => text.length > 0, sentence) });

export const write = caseAction("messages", words("Write the message first"), (ctx, row, { body }) =>
  writeToPerson(ctx, row.id, body),
);

/** Lets a file of the person's out of quarantine. */
export const release = caseAction(
  "messages",
  z.object({
    upload: z.uuid(),
    reason: textInput(1000).refine((text) => text.length > 0, "Say why this file can be opened"),
  }),
  (ctx, row, { upload, reason }) => releaseUpload(ctx, row.id, upload, reason),
);

export const note = caseAction("messages", words("Write the note first"), (ctx, row, { body }) =>
  writeNote(ctx, row.id, body),
);
