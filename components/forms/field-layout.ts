/** Where the parts of a field stand; `data-fields="beside"` around them puts labels at the left (desk). */
export const fieldLayout = {
  root:
    "not-first:mt-5 person:not-first:mt-7 beside:grid beside:grid-cols-1 beside:items-baseline beside:not-first:mt-3.5 " +
    "md:beside:grid-cols-[11rem_minmax(0,24rem)] md:beside:gap-x-5",
  label: "block font-strong beside:font-normal beside:text-muted md:beside:col-start-1 md:beside:row-start-1",
  hint: "text-muted text-tiny person:text-hint mb-1 person:mb-2 beside:order-last beside:mt-1 beside:mb-0 md:beside:col-start-2",
  control: "md:beside:col-start-2 flex flex-wrap items-center gap-2",
};
