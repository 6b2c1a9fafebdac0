import type { Translated } from "../translated.ts";
import type { law as english } from "../en/law.ts";

export const law: Translated<typeof english> = {};
