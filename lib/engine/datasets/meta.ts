import { z } from "zod";
import type { CollectionMeta, FieldMeta } from "./vocabulary.ts";

/**
 * `habeas_meta`: what Habeas needs beyond the Fides vocabulary. It stands beside `fides_meta` on a collection or a field,
 * where Fides ignores it. It is ours alone, so it is read strictly: a misspelt key is refused, not overlooked.
 */

const text = z.string().min(1, "is empty");

/** A text per language, by BCP 47 tag: `{ en: Invoices, de: Rechnungen }`. */
const localised = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "is no language tag such as en or de"),
  text,
);

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "use lower-case letters, digits and hyphens, a letter first");

const orderBy = z.union(
  [
    text.transform((field) => ({ field, direction: "asc" as const })),
    z.strictObject({ field: text, direction: z.enum(["asc", "desc"]).default("asc") }),
  ],
  "must be a field's name, or { field, direction: asc or desc }",
);

const attachment = z
  .strictObject({
    /** Field that holds the file's path below the source's folder of attachments. */
    path: text.optional(),
    /** Field that holds the file itself (`bytea`, `blob`). It leaves the record and travels as a file. */
    content: text.optional(),
    /** Field that holds the name people know the file by; else the last part of the path. */
    name: text.optional(),
    /** Field that holds the media type the store believes in; it counts only where the bytes leave it open. */
    media_type: text.optional(),
  })
  .refine(
    (value) => (value.path === undefined) !== (value.content === undefined),
    "needs either path or content",
  );

/** On a collection. */
export const collectionMetaSchema = z.strictObject({
  /** What people call these records, per language. */
  label: localised.nullish(),
  /** One sentence that explains them. */
  explanation: localised.nullish(),
  /** Human category of the organisation's policy, where the policy does not name the collection itself. */
  category: slug.nullish(),
  /** Field that serves as a record's heading. */
  title: text.nullish(),
  /** Order in which records are read and shown: a field, or `{ field, direction }`, or a list of them. */
  order_by: z.preprocess(
    (raw) => (raw == null || Array.isArray(raw) ? raw : [raw]),
    z.array(orderBy).min(1, "is empty").nullish(),
  ),
  /** The file that belongs to each record. */
  attachment: attachment.nullish(),
  /** Content of the people of an account: it stays closed until staff record the owner's authority, or another ground. */
  authority: z.enum(["account-owner"], "must be account-owner").nullish(),
  /** The content is encrypted end to end, and these are its particulars: who holds the key, in words of the reader. */
  encrypted: z.strictObject({ holder: localised }).nullish(),
  /**
   * All that is left of people deleted by a rule: `rule` names it (`retention.rules` of the policy), `day` is the field with
   * the day of deletion. Its identities are digests (`stored_form: sha256`).
   */
  tombstone: z.strictObject({ rule: slug, day: text }).nullish(),
});

/** On a field. */
export const fieldMetaSchema = z.strictObject({
  /** What people call this value, per language. */
  label: localised.nullish(),
  /** One sentence that explains it. */
  explanation: localised.nullish(),
  /** Human category of this value, where it differs from its collection's. */
  category: slug.nullish(),
  /** What stored codes mean: `{ A: { en: active } }`. */
  codes: z.record(z.string(), localised).nullish(),
  /** The value is an amount of this money: an ISO 4217 code, or `{ field: … }` where a field beside it holds the code. */
  money: z
    .union(
      [z.string().regex(/^[A-Z]{3}$/, "is no currency code such as EUR"), z.strictObject({ field: text })],
      {
        error: 'is neither a currency code such as EUR nor { field: "…" }',
      },
    )
    .nullish(),
  /** Kind of fact (`email`, `phone`, `postcode`, `date`, …) by which a claimed value is normalised before comparing. */
  normalise: slug.nullish(),
  /** How values of that kind stand in this store (`lower`, `digits`, `e164`, …), so that an index can be used. */
  stored_form: slug.nullish(),
  /** This is a contact on file of the person. */
  contact: z.enum(["email", "phone", "post"], "must be email, phone or post").nullish(),
  /** Field of the same collection that says when the contact last changed. */
  contact_changed_at: text.nullish(),
  /** Never part of a bundle: password hashes, tokens, security codes. Read only where an edge or a proof needs it. */
  never_release: z.boolean("must be true or false").nullish(),
  /** Holds the identity of a person known to the store, so that records naming somebody else can be flagged. */
  third_party: z.enum(["name", "email", "phone"], "must be name, email or phone").nullish(),
});

export function toCollectionMeta(raw: z.infer<typeof collectionMetaSchema>): CollectionMeta {
  const attached = raw.attachment;
  return {
    label: raw.label ?? null,
    explanation: raw.explanation ?? null,
    category: raw.category ?? null,
    title: raw.title ?? null,
    orderBy: raw.order_by ?? [],
    attachment: attached
      ? {
          path: attached.path ?? null,
          content: attached.content ?? null,
          name: attached.name ?? null,
          mediaType: attached.media_type ?? null,
        }
      : null,
    authority: raw.authority ?? null,
    encrypted: raw.encrypted ? { holder: raw.encrypted.holder } : null,
    tombstone: raw.tombstone ?? null,
  };
}

export function toFieldMeta(raw: z.infer<typeof fieldMetaSchema>): FieldMeta {
  return {
    label: raw.label ?? null,
    explanation: raw.explanation ?? null,
    category: raw.category ?? null,
    codes: raw.codes ?? {},
    money: raw.money ?? null,
    normalise: raw.normalise ?? null,
    storedForm: raw.stored_form ?? null,
    contact: raw.contact ?? null,
    contactChangedAt: raw.contact_changed_at ?? null,
    neverRelease: raw.never_release ?? false,
    thirdParty: raw.third_party ?? null,
  };
}
