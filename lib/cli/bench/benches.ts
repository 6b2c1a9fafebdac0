/** A bench's file exports `run`, which prints its figures. */
export type Bench = {
  summary: string;
  load: () => Promise<{ run(words: string[], say: (line: string) => void): Promise<void> }>;
};

export const benches = {
  bundle: {
    summary: "from 200,000 rows in Postgres to the sealed bundle, beside COPY into gzip -1",
    load: () => import("./bundle.ts"),
  },
  neutral: {
    summary:
      "whether the form answers everybody alike, and as fast (HABEAS_URL=… for a portal that runs already)",
    load: () => import("./neutral.ts"),
  },
  start: {
    summary: "from a bare clone to the table of addresses, and the start after that",
    load: () => import("./start.ts"),
  },
} satisfies Record<string, Bench>;
