import type { Translated } from "../translated.ts";
import type { tracker as english } from "../en/tracker.ts";

export const tracker: Translated<typeof english> = {};
