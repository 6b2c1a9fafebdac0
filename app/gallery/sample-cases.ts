import type { Status } from "#components/ui/status-word.tsx";

export type SampleCase = {
  reference: string;
  dueOn: string;
  person: string;
  right: string;
  law: string;
  state: [Status, string];
  identity: [Status, string] | null;
  who: string | null;
  tasks: string;
  mark: string | null;
  last: string;
};

export const cases: SampleCase[] = [
  [
    "HB-3T8N-5VWC",
    "2026-11-22",
    "R••• O•••",
    "Access",
    "UK",
    ["open", "collecting"],
    ["done", "2 facts"],
    "Ana Ruiz",
    "3 of 4",
    null,
    "yesterday",
  ],
  [
    "HB-6XQ2-K8DR",
    "2026-11-23",
    "L••• M•••",
    "Access, Delete",
    "EU · Ireland",
    ["open", "to approve"],
    ["done", "login"],
    "Ben Iweala",
    "4 of 4",
    "extended",
    "2 h ago",
  ],
  [
    "HB-9D2T-W6RC",
    "2026-11-24",
    "A••• F•••",
    "Delete",
    "California",
    ["waiting", "waiting for them"],
    ["waiting", "code sent"],
    null,
    "0 of 2",
    null,
    "3 d ago",
  ],
  [
    "HB-V4MH-2C7K",
    "2026-11-25",
    "S••• D•••",
    "Correct",
    "Virginia",
    ["open", "reviewing"],
    ["done", "login"],
    "Ana Ruiz",
    "1 of 1",
    null,
    "10:02",
  ],
  [
    "HB-8PLE-Q3XN",
    "2026-11-27",
    "J••• K•••",
    "Access",
    "EU · Germany",
    ["waiting", "waiting for a source"],
    ["done", "2 facts"],
    "Ana Ruiz",
    "2 of 4",
    "failed source",
    "09:40",
  ],
  [
    "HB-C7RW-9T4M",
    "2026-11-30",
    "N••• B•••",
    "Opt out",
    "Colorado",
    ["open", "to do"],
    null,
    null,
    "0 of 3",
    null,
    "08:15",
  ],
  [
    "HB-5NQ8-M2TE",
    "2026-12-05",
    "C••• L•••",
    "Access",
    "UK",
    ["waiting", "not verified"],
    ["refused", "1 of 2 facts"],
    null,
    "0 of 4",
    null,
    "2 d ago",
  ],
  [
    "HB-7K4Q-2M9X",
    "2026-12-08",
    "M••• S•••",
    "Access",
    "UK",
    ["open", "reviewing"],
    ["done", "2 facts"],
    "Ana Ruiz",
    "4 of 4",
    "clock stopped 5 d",
    "10:31",
  ],
  [
    "HB-6FPC-V2N8",
    "2026-12-18",
    "H••• W•••",
    "Access",
    "elsewhere",
    ["open", "collecting"],
    ["done", "2 facts"],
    null,
    "0 of 4",
    "provisional",
    "5 d ago",
  ],
].map(
  ([reference, dueOn, person, right, law, state, identity, who, tasks, mark, last]) =>
    ({ reference, dueOn, person, right, law, state, identity, who, tasks, mark, last }) as SampleCase,
);
