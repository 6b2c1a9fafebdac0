import type { Translated } from "../translated.ts";
import type { bundle as english } from "../en/bundle.ts";

export const bundle: Translated<typeof english> = {};
