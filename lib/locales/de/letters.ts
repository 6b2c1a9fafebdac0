import type { Translated } from "../translated.ts";
import type { letters as english } from "../en/letters.ts";

export const letters: Translated<typeof english> = {};
