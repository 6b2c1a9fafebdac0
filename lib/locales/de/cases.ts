import type { Translated } from "../translated.ts";
import type { cases as english } from "../en/cases.ts";

export const cases: Translated<typeof english> = {};
