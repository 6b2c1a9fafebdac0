import type { Translated } from "../translated.ts";
import type { notices as english } from "../en/notices.ts";

export const notices: Translated<typeof english> = {};
