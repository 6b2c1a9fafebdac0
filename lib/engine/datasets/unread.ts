import { fieldsToRead } from "./columns.ts";
import { listFields } from "./fields.ts";
import { edgeFields, toGraph } from "./graph.ts";
import { addressOf, type Address, type Collection, type Dataset, type Field } from "./vocabulary.ts";

/**
 * Why a declared field is not read although its collection is:
 * - `never-released`: the map says `never_release`, and nothing else needs it
 * - `no-category`: neither it nor its collection names a category
 * - `not-personal`: all its categories stand under `system`
 */
export type UnreadReason = "never-released" | "no-category" | "not-personal";

export type Unread = {
  address: Address;
  dataset: string;
  collection: string;
  /** Name of the top-level field. */
  field: string;
  reason: UnreadReason;
  /** The reason as a sentence for staff. */
  says: string;
};

/**
 * The declared top-level fields of a dataset that no search ever reads, in the order of the file. Whoever shows records
 * must not show them as empty: nobody looked. Collections that are not read at all are told by `Plan.leftOut` instead; the
 * content of an attachment is no field to read either, it travels as a file.
 * @param among all datasets of the organisation, whose references may need a field of this one
 */
export function listUnread(dataset: Dataset, among: readonly Dataset[]): Unread[] {
  const onEdges = edgeFields(toGraph(among).edges);
  return dataset.collections
    .filter((collection) => !collection.skipProcessing)
    .flatMap((collection) => {
      const address = addressOf(dataset.fidesKey, collection.name);
      const read = fieldsToRead(collection, onEdges.get(address) ?? new Set());
      return collection.fields
        .filter(({ name }) => !read.includes(name) && name !== collection.habeas.attachment?.content)
        .map((field): Unread => {
          const categories = categoriesOf(collection, field);
          const reason = reasonFor(field, categories);
          const says = `Not read: ${collection.name}.${field.name}, because ${because[reason](categories)}.`;
          return {
            address,
            dataset: dataset.fidesKey,
            collection: collection.name,
            field: field.name,
            reason,
            says,
          };
        });
    });
}

/** What a field and its members say they hold, or else their collection. */
function categoriesOf(collection: Collection, field: Field): string[] {
  const own = listFields([field]).flatMap((placed) => placed.field.dataCategories);
  return [...new Set(own.length > 0 ? own : collection.dataCategories)];
}

function reasonFor(field: Field, categories: readonly string[]): UnreadReason {
  if (field.habeas.neverRelease) return "never-released";
  return categories.length > 0 ? "not-personal" : "no-category";
}

const because = {
  "never-released": () => "the map says that it is never released (never_release)",
  "no-category": () => "neither it nor its collection names a data category",
  "not-personal": (categories) =>
    categories.length === 1
      ? `its category ${categories[0]} is not about a person`
      : `none of its categories ${categories.join(", ")} is about a person`,
} satisfies Record<UnreadReason, (categories: readonly string[]) => string>;
