/** The colours of the house as the bundle carries them: text pairs at least 6.2:1 on every background below. */
export const light = {
  paper: "#FAF8F3",
  surface: "#FFFFFF",
  sunken: "#F1EEE6",
  ink: "#16202C",
  muted: "#4B5763",
  line: "#C9C4B8",
  control: "#767066",
  accent: "#0B5A5A",
  "accent-hover": "#073F40",
  focus: "#FFBF1F",
} as const;

export const dark: Record<keyof typeof light, string> = {
  paper: "#0F151C",
  surface: "#171F29",
  sunken: "#0B1016",
  ink: "#F3F0E9",
  muted: "#B7C0CA",
  line: "#354250",
  control: "#8695A5",
  accent: "#6AD1C5",
  "accent-hover": "#9BE3DA",
  focus: "#FFD15C",
};

/** Paper and ink of a printer. */
export const print: Partial<Record<keyof typeof light, string>> = {
  paper: "#FFFFFF",
  sunken: "#FFFFFF",
  ink: "#000000",
  muted: "#333333",
  line: "#999999",
};

/** Where high contrast is on, the same names point at the reader's own colours. */
export const forced: Record<keyof typeof light, string> = {
  paper: "Canvas",
  surface: "Canvas",
  sunken: "Canvas",
  ink: "CanvasText",
  muted: "CanvasText",
  line: "CanvasText",
  control: "ButtonBorder",
  accent: "LinkText",
  "accent-hover": "LinkText",
  focus: "Highlight",
};
