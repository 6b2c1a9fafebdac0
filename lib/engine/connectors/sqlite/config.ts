import { z } from "zod";
import { asked } from "../form.ts";

const path = z.string().trim().max(1_000);

/** Where a SQLite database lies. */
export const sqliteConfig = z.strictObject({
  file: path.min(1).register(asked, {
    label: "File",
    hint: "Full path below a folder that the operator has allowed",
    control: "text",
  }),
  attachments: path.default("").register(asked, {
    label: "Folder of attachments",
    hint: "Where rows name files by path",
    control: "text",
  }),
});

/** A file has no password. */
export const sqliteSecrets = z.strictObject({});
