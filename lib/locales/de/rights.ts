import type { Translated } from "../translated.ts";
import type { rights as english } from "../en/rights.ts";

export const rights: Translated<typeof english> = {};
