"use server";

import { z } from "zod";
import { writeNote, writeToPerson } from "#lib/messages/commands.ts";
import { textInput } from "#lib/text.ts";
import { caseAction } from "../case-action.ts";

const words = (sentence: string) =>
  z.object({ body: textInput(5000).refine((text) => text.length > 0, sentence) });

export const write = caseAction("messages", words("Write the message first"), (ctx, row, { body }) =>
  writeToPerson(ctx, row.id, body),
);

export const note = caseAction("messages", words("Write the note first"), (ctx, row, { body }) =>
  writeNote(ctx, row.id, body),
);
