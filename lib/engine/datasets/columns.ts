import { isPersonal } from "./categories.ts";
import { listFields } from "./fields.ts";
import { neverOutOf } from "./never-out.ts";
import type { Collection, Field } from "./vocabulary.ts";

/**
 * The top-level fields to read of a collection: keys, identities, fields on an edge, fields with references, fields with
 * a category outside `system`, and what Habeas needs to show a record; every declared field if that leaves none.
 * A field that may never be released is read only as key, identity or edge, or to learn whether it is there (`never-out.ts`).
 * The content of an attachment travels as a file.
 * @param onEdges names of fields that other collections read from or look into
 */
export function fieldsToRead(collection: Collection, onEdges: ReadonlySet<string>, every = false): string[] {
  const shown = shownFields(collection);
  const isNeeded = (field: Field): boolean => onEdges.has(field.name) || someField(field, isKey);
  const isTold = (field: Field): boolean =>
    every ||
    shown.has(field.name) ||
    isPersonal(collection.dataCategories) ||
    someField(field, ({ dataCategories }) => isPersonal(dataCategories));
  const readable = collection.fields
    .filter((field) => field.name !== collection.habeas.attachment?.content)
    .filter(
      (field) =>
        isNeeded(field) ||
        !field.habeas.neverRelease ||
        neverOutOf(field, collection.dataCategories) !== null,
    );
  const wanted = readable.filter((field) => isNeeded(field) || isTold(field));
  return (wanted.length > 0 ? wanted : readable).map((field) => field.name);
}

function isKey(field: Field): boolean {
  return field.primaryKey || field.identity !== null || field.references.length > 0;
}

/** Fields that heading, order, attachment, contact and flags are made from. */
function shownFields({ fields, habeas }: Collection): Set<string> {
  const told = listFields(fields).map(({ field }) => field.habeas);
  const names = [
    habeas.title,
    habeas.tombstone?.day,
    ...habeas.orderBy.map(({ field }) => field),
    habeas.attachment?.path,
    habeas.attachment?.name,
    habeas.attachment?.mediaType,
    ...told.map((meta) => meta.contactChangedAt),
    ...fields.filter(({ habeas: { contact, thirdParty } }) => contact ?? thirdParty).map(({ name }) => name),
  ];
  return new Set(names.filter((name) => name != null));
}

function someField(field: Field, test: (field: Field) => boolean): boolean {
  return test(field) || field.fields.some((member) => someField(member, test));
}
