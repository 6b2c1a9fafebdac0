import type { DemoStaff } from "../organisation.ts";

/** Who works at `ipc`. Ben is both preparer and approver, so that the rule of two people can be seen to hold. */
export const ipcStaff = [
  { key: "ana", name: "Ana Ruiz", email: "ana@ipc.example", password: "demo-ana", roles: ["caseworker"] },
  {
    key: "ben",
    name: "Ben Iweala",
    email: "ben@ipc.example",
    password: "demo-ben",
    roles: ["caseworker", "approver"],
  },
  { key: "tom", name: "Tom Okafor", email: "tom@ipc.example", password: "demo-tom", roles: ["approver"] },
  {
    key: "ingrid",
    name: "Ingrid Dahl",
    email: "ingrid@ipc.example",
    password: "demo-ingrid",
    roles: ["auditor"],
  },
  { key: "rafa", name: "Rafa Lindqvist", email: "rafa@ipc.example", password: "demo-rafa", roles: ["admin"] },
] as const satisfies readonly DemoStaff[];
