/** One thing the doctor saw. `worth` is worth knowing, and leaves the status alone. */
export type Finding = { is: "fine" | "worth" | "wrong"; words: string };

export const fine = (words: string): Finding => ({ is: "fine", words });
export const worth = (words: string): Finding => ({ is: "worth", words });
export const wrong = (words: string): Finding => ({ is: "wrong", words });
