/** What is wrong with a bundle. `path` below the top folder; null where the archive as a whole is meant. */
export type Problem = { path: string | null; says: string };

/** What a check found. The sentences are for operators, in English. */
export type CheckReport = {
  ok: boolean;
  problems: readonly Problem[];
  files: number;
  records: number;
  /** SHA-256 of manifest.json in hex, to compare with the approval; null where there is none. */
  manifestHash: string | null;
};

/** More problems than this are not listed: the first ones tell the story. */
export const mostProblems = 200;
