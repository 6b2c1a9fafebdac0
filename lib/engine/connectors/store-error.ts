import { HabeasError, type ErrorCode } from "#lib/errors.ts";

/**
 * What can be wrong with a store as a whole. `isTransient`: it may go away by itself, so trying again later makes sense.
 * `todo` follows the sentence that says what happened, where the place has nothing better to say.
 */
const faults = {
  "bad-settings": { code: "bad-input", isTransient: false, todo: "Correct the settings of this source." },
  "not-allowed": {
    code: "not-allowed",
    isTransient: false,
    todo: "Ask whoever runs this installation to add it to the allowed hosts or folders.",
  },
  unreachable: {
    code: "unreachable",
    isTransient: true,
    todo: "Check the address, that the store is running, and that a firewall lets this server through.",
  },
  "tls-refused": {
    code: "unreachable",
    isTransient: false,
    todo: "Ask whoever runs the store for its certificate authority and enter it in the settings.",
  },
  "sign-in-refused": {
    code: "not-allowed",
    isTransient: false,
    todo: "Check the user and enter the password again.",
  },
  "not-there": {
    code: "gone",
    isTransient: false,
    todo: "Check the settings, and ask whoever runs the store where it went.",
  },
  "table-gone": {
    code: "gone",
    isTransient: false,
    todo: "Ask whoever runs the store where it went, or take it out of the dataset.",
  },
  "column-gone": {
    code: "gone",
    isTransient: false,
    todo: "Ask whoever runs the store where it went, or change the dataset.",
  },
  "permission-refused": {
    code: "not-allowed",
    isTransient: false,
    todo: "Ask whoever runs the store to grant this account the right to read it.",
  },
  "write-refused": {
    code: "not-allowed",
    isTransient: false,
    todo: "Habeas only reads. Take this out of the dataset, or have a version of it made that does not write.",
  },
  "too-slow": {
    code: "unreachable",
    isTransient: true,
    todo: "Ask whoever runs the store for an index, or raise the patience in the settings.",
  },
  busy: { code: "unreachable", isTransient: true, todo: "It is tried again by itself." },
  lost: {
    code: "unreachable",
    isTransient: true,
    todo: "It is tried again by itself, from the last saved place.",
  },
  changed: { code: "conflict", isTransient: true, todo: "It has to be read again from the beginning." },
  cancelled: { code: "conflict", isTransient: true, todo: "Nothing needs to be done." },
  unreadable: { code: "bad-input", isTransient: false, todo: "Ask whoever runs the store to repair it." },
} satisfies Record<string, { code: ErrorCode; isTransient: boolean; todo: string }>;

export type Fault = keyof typeof faults;

/** A store that cannot be read, in a sentence for staff with what to do. It never holds a personal value or a secret. */
export class StoreError extends HabeasError {
  readonly fault: Fault;
  /** What is wrong, one sentence. */
  readonly says: string;
  readonly todo: string;
  /** Whether trying again later makes sense. */
  readonly isTransient: boolean;
  constructor(fault: Fault, says: string, todo: string = faults[fault].todo) {
    super(faults[fault].code, `${says} ${todo}`);
    this.name = "StoreError";
    this.fault = fault;
    this.says = says;
    this.todo = todo;
    this.isTransient = faults[fault].isTransient;
  }
}
