import { expect, test } from "vitest";
import { connact } from "#db/seed/connact/index.ts";
import { immediateConnect } from "#db/seed/immediate-connect/index.ts";
import { informetric } from "#db/seed/informetric/index.ts";
import { instantConnect } from "#db/seed/instant-connect/index.ts";
import { ipc } from "#db/seed/ipc/index.ts";
import { aPolicy } from "#db/factories.ts";
import { partingsOf, type PartingCase } from "./partings.ts";

const asked = (more: Partial<PartingCase> = {}): PartingCase => ({
  channel: "portal",
  residence: "DE",
  claims: [{ right: "access", regime: "eu-gdpr" }],
  ...more,
});

test.each([
  ["a contract is no ground", immediateConnect, asked(), "15(4)"],
  [
    "specific pieces need three facts",
    ipc,
    asked({ residence: "US-CA", claims: [{ right: "access", regime: "us-ca-ccpa" }] }),
    "11 CCR 7060",
  ],
  [
    "an opt-out needs no proof",
    ipc,
    asked({ residence: "US-CA", claims: [{ right: "opt-out-sale", regime: "us-ca-ccpa" }] }),
    "11 CCR 7026(d)",
  ],
  [
    "a signal from a state the policy leaves out",
    ipc,
    asked({ residence: "US-OR", claims: [{ right: "opt-out-sale", regime: "default-row" }] }),
    "ORS 646A.578(5)(c)",
  ],
  ["a spoken request counts", informetric, asked({ channel: "phone" }), "GDPR Art. 12(1)"],
  ["another mailbox counts", immediateConnect, asked({ channel: "mail" }), "GDPR Art. 12(1)"],
  ["what is still held is hers", connact, asked(), "GDPR Art. 15(1)"],
  [
    "advertising by visits may be sharing",
    informetric,
    asked({ residence: "US-CA", claims: [{ right: "opt-out-sale", regime: "us-ca-ccpa" }] }),
    "1798.140(ah)",
  ],
])("%s", (_, { policy }, of, citation) => {
  expect(partingsOf(policy, of).map((one) => one.citation)).toContainEqual(expect.stringContaining(citation));
});

test("nothing is shown on a case it does not concern", () => {
  const sale = { claims: [{ right: "opt-out-sale", regime: "us-ca-ccpa" }] } as const;
  expect(partingsOf(informetric.policy, asked())).toEqual([]);
  expect(partingsOf(instantConnect.policy, asked())).toEqual([]);
  expect(partingsOf(connact.policy, asked(sale))).toEqual([]);
  expect(partingsOf(aPolicy, asked())).toEqual([]);
});

test("right and law must be those of one request", () => {
  const claims = [
    { right: "access", regime: "eu-gdpr" },
    { right: "erasure", regime: "us-ca-ccpa" },
  ] as const;
  expect(partingsOf(ipc.policy, asked({ claims }))).toEqual([]);
});
