/** As what somebody can ask for a child: the same at all five. What each shows for it, its staff look at. */
export const relations = [
  { id: "parent", label: { en: "I am a parent", de: "Ich bin Mutter oder Vater" } },
  {
    id: "guardian",
    label: {
      en: "A court or an authority made me the guardian",
      de: "Ein Gericht oder ein Amt hat mich als Vormund eingesetzt",
    },
  },
  { id: "foster", label: { en: "I am a foster parent", de: "Ich bin Pflegemutter oder Pflegevater" } },
  {
    id: "other",
    label: {
      en: "I care for the child in another way",
      de: "Ich sorge auf andere Weise für das Kind",
    },
  },
];
