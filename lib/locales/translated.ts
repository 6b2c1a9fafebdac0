/** The shape of an English catalogue with other words in it: forget a sentence and the build fails. */
export type Translated<Catalogue> = {
  [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Translated<Catalogue[Key]>;
};
