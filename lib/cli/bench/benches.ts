/** A bench's file exports `run`, which prints its figures. */
export type Bench = {
  summary: string;
  load: () => Promise<{ run(words: string[], say: (line: string) => void): Promise<void> }>;
};

export const benches = {
  start: { summary: "from a bare clone to the table of addresses, and the start after that", load: () => import("./start.ts") },
} satisfies Record<string, Bench>;
