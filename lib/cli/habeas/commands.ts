import type { Env } from "#lib/env.ts";

/** What a command is given besides its words. */
export type Desk = {
  /** The settings as they were given, read and found good. */
  env: Env;
  say: (sentence: string) => void;
  complain: (sentence: string) => void;
};

/** A command's file exports `run`, which resolves to the exit status. An expected "no" is complained about, not thrown. */
type Module<Given> = { run(words: string[], given: Given): Promise<number> };

export type Command = {
  /** What is typed: `npm run -s habeas -- organisation add FILE`. */
  name: string;
  words: string;
  summary: string;
} & (
  | {
      /** `installation`: database running and migrated, keys there, `env()` and `database()` usable; `settings`: the variables only. */
      needs: "installation" | "settings";
      load: () => Promise<Module<Desk>>;
    }
  /** Not even readable variables: the command looks for itself. */
  | { needs: "nothing"; load: () => Promise<Module<Omit<Desk, "env">>> }
);

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "doctor",
    words: "",
    summary: "says what is wrong with this installation, and what to do",
    needs: "nothing",
    load: () => import("./doctor.ts"),
  },
  {
    name: "keys create",
    words: "",
    summary: "makes the master keys in the folder that HABEAS_KEYS names",
    needs: "settings",
    load: () => import("./keys-create.ts"),
  },
  {
    name: "organisation add",
    words: "FILE",
    summary: "adds an organisation with the policy of a file (YAML or JSON)",
    needs: "installation",
    load: () => import("./organisation-add.ts"),
  },
  {
    name: "organisation change",
    words: "FILE",
    summary: "puts a new version of an organisation's policy into force",
    needs: "installation",
    load: () => import("./organisation-change.ts"),
  },
  {
    name: "organisation example",
    words: "",
    summary: "prints such a file, with everything explained, to begin with",
    needs: "nothing",
    load: () => import("./organisation-example.ts"),
  },
  {
    name: "staff add",
    words: 'ORGANISATION E-MAIL "NAME" ROLE…',
    summary: "adds a member of staff and shows the password drawn for her",
    needs: "installation",
    load: () => import("./staff-add.ts"),
  },
  {
    name: "staff list",
    words: "[ORGANISATION]",
    summary: "shows who has an account, with roles and state",
    needs: "installation",
    load: () => import("./staff-list.ts"),
  },
  {
    name: "staff change",
    words: "ORGANISATION E-MAIL ROLE…",
    summary: "gives a member of staff these roles and no others",
    needs: "installation",
    load: () => import("./staff-change.ts"),
  },
  {
    name: "staff password",
    words: "ORGANISATION E-MAIL [draw]",
    summary: "asks for a new password (or draws one) and ends her sessions",
    needs: "installation",
    load: () => import("./staff-password.ts"),
  },
  {
    name: "staff disable",
    words: "ORGANISATION E-MAIL",
    summary: "closes an account at once",
    needs: "installation",
    load: () => import("./staff-disable.ts"),
  },
  {
    name: "staff enable",
    words: "ORGANISATION E-MAIL",
    summary: "opens a closed account again",
    needs: "installation",
    load: () => import("./staff-enable.ts"),
  },
];
