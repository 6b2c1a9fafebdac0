import type { HandoverAnswer, HelpKind } from "#lib/controllers/register.ts";

/** What a controller may instruct, on its own. */
export const helpNames = {
  search: "Search for a person’s data",
  export: "Export a person’s data",
  erase: "Erase a person’s data",
} satisfies Record<HelpKind, string>;

/** What a controller said, for lists of the desk. */
export const answerNames = {
  answered: "has answered the person",
  "nothing-held": "holds nothing",
  "only-processor": "only processes for somebody else",
  "not-ours": "says it is not for it to decide",
} satisfies Record<HandoverAnswer, string>;
