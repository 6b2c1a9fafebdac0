import { z } from "zod";
import { asked } from "../form.ts";

/** A folder of exports, and how its text is written. */
export const filesConfig = z.strictObject({
  folder: z.string().trim().min(1).max(1_000).register(asked, {
    label: "Folder",
    hint: "Full path below a folder that the operator has allowed",
    control: "text",
  }),
  delimiter: z
    .enum(["auto", "comma", "semicolon", "tab", "pipe"])
    .default("auto")
    .register(asked, {
      label: "Separator in CSV files",
      control: "choice",
      options: {
        auto: "Told from the first line",
        comma: "Comma",
        semicolon: "Semicolon",
        tab: "Tab",
        pipe: "Vertical bar",
      },
    }),
  encoding: z
    .enum(["utf-8", "windows-1252"])
    .default("utf-8")
    .register(asked, {
      label: "Encoding of CSV files",
      control: "choice",
      options: { "utf-8": "UTF-8", "windows-1252": "Western European (Windows-1252)" },
    }),
});

export const filesSecrets = z.strictObject({});

export type FilesConfig = z.infer<typeof filesConfig>;
