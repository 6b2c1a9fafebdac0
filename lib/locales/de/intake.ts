import type { Translated } from "../translated.ts";
import type { intake as english } from "../en/intake.ts";

export const intake: Translated<typeof english> = {};
