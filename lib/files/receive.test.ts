import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { uploadLimits } from "./limits.ts";
import { BrokenForm } from "./multipart.ts";
import { newReport, patience, receiveFiles, type Patience } from "./receive.ts";
import { aPdf, aPicture } from "./samples.test.kit.ts";

type Sent = [name: string, bytes: Buffer];

function formOf(files: Sent[], fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, bytes] of files) form.append("file", new File([Uint8Array.from(bytes)], name));
  return form;
}

const requestWith = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost:3000/api/uploads", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);

async function received(request: Request, bounds: Patience = patience, network = "192.0.2.1/32") {
  const report = newReport();
  const names: string[] = [];
  for await (const file of receiveFiles(request, report, { bounds, network })) names.push(file.name);
  return { names, report };
}

/** A form as bytes, so that a test can send it as it likes. */
async function bytesOf(form: FormData) {
  const whole = new Response(form);
  return { type: whole.headers.get("content-type") ?? "", bytes: Buffer.from(await whole.arrayBuffer()) };
}

const png = await aPicture("png");

test("files that may be kept come one by one, with the fields beside them", async () => {
  const { names, report } = await received(
    requestWith(
      formOf(
        [
          ["a.pdf", aPdf()],
          ["b.png", png],
        ],
        { back: "/ipc/track/HB" },
      ),
    ),
  );
  expect(names).toEqual(["a.pdf", "b.png"]);
  expect(report).toMatchObject({ problem: null, chosen: 2 });
  expect(report.fields.get("back")).toBe("/ipc/track/HB");
});

test("what is wrong with one file does not cost the others; the first wrong one is told", async () => {
  const { names, report } = await received(
    requestWith(
      formOf([
        ["a.pdf", aPdf()],
        ["b.pdf", png],
        ["c.pdf", Buffer.alloc(0)],
        ["d.png", png],
      ]),
    ),
  );
  expect(names).toEqual(["a.pdf", "d.png"]);
  expect(report).toMatchObject({ problem: "not-what-it-says", chosen: 4 });
});

test("a form without a chosen file is told by its count", async () => {
  expect((await received(requestWith(formOf([["", Buffer.alloc(0)]])))).report).toMatchObject({
    problem: null,
    chosen: 0,
  });
});

test("an empty file with a name is an empty file", async () => {
  expect((await received(requestWith(formOf([["a.pdf", Buffer.alloc(0)]])))).report).toMatchObject({
    problem: "empty",
    chosen: 1,
  });
});

test("a file over the limit is passed over, and the next one still arrives", async () => {
  const { names, report } = await received(
    requestWith(
      formOf([
        ["big.pdf", Buffer.alloc(uploadLimits.fileBytes + 1)],
        ["a.pdf", aPdf()],
      ]),
    ),
  );
  expect(names).toEqual(["a.pdf"]);
  expect(report.problem).toBe("too-big");
});

test("more files than allowed: the first are taken", async () => {
  const files = Array.from({ length: 7 }, (_, n): Sent => [`${n}.pdf`, aPdf({ text: String(n) })]);
  const { names, report } = await received(requestWith(formOf(files)));
  expect(names).toEqual(["0.pdf", "1.pdf", "2.pdf", "3.pdf", "4.pdf"]);
  expect(report).toMatchObject({ problem: "too-many", chosen: 7 });
});

test("a form that stops in the middle is told, and its half file is not kept", async () => {
  const { type, bytes } = await bytesOf(formOf([["a.pdf", aPdf()]]));
  for (const share of [0.2, 0.5, 0.99]) {
    const cut = requestWith(bytes.subarray(0, Math.floor(bytes.length * share)), { "content-type": type });
    await expect(received(cut)).rejects.toThrow(BrokenForm);
  }
});

test("a connection that breaks is told as a broken form, not as its own error", async () => {
  const { type, bytes } = await bytesOf(formOf([["a.pdf", aPdf()]]));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.subarray(0, 300));
      controller.error(new Error("ECONNRESET from 203.0.113.9"));
    },
  });
  await expect(received(requestWith(body, { "content-type": type }))).rejects.toThrow(BrokenForm);
});

test("a form that stalls, or drips without end, is let go, and its sender told to stop", async () => {
  const { type, bytes } = await bytesOf(formOf([["a.pdf", aPdf()]]));
  for (const [every, bounds] of [
    [Infinity, { ...patience, idleMs: 50 }],
    [5, { ...patience, totalMs: 100 }],
    [5, { ...patience, paceMs: 50, paceBytes: 1000 }],
  ] as const) {
    let isCancelled = false;
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (at > 0) await (every === Infinity ? new Promise(() => {}) : sleep(every));
        controller.enqueue(bytes.subarray(at, (at += 1)));
      },
      cancel: () => void (isCancelled = true),
    });
    await expect(received(requestWith(body, { "content-type": type }), bounds)).rejects.toThrow(BrokenForm);
    expect(isCancelled).toBe(true);
  }
});

test("a body without end is let go at a bound, with no more of it in memory than one file", async () => {
  const { type } = await bytesOf(formOf([]));
  const boundary = /boundary=(.*)/.exec(type)?.[1] ?? "";
  let sent = 0;
  let head: Buffer | null = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`,
  );
  const block = new Uint8Array(1024 * 1024);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(head ?? block);
      head = null;
      sent += 1;
    },
  });
  await expect(
    received(requestWith(body, { "content-type": type }), { ...patience, mostBytes: 40 * 1024 * 1024 }),
  ).rejects.toThrow(BrokenForm);
  expect(sent).toBeLessThan(50);
});

test.each([
  ["no form", "hello", "text/plain"],
  ["a form of the other kind", "a=b", "application/x-www-form-urlencoded"],
  ["a boundary that is nowhere", "hello", "multipart/form-data; boundary=xyz"],
])("%s is told", async (_what, body, type) => {
  await expect(received(requestWith(body, { "content-type": type }))).rejects.toThrow(BrokenForm);
});

test("the time that we take to look at a form is not held against its sender", async () => {
  const { type, bytes } = await bytesOf(formOf([["a.pdf", aPdf()]]));
  const request = requestWith(bytes, { "content-type": type });
  const bounds = { ...patience, paceMs: 50, paceBytes: 1_000_000 };
  const admit = () => sleep(100, null);
  const names: string[] = [];
  for await (const file of receiveFiles(request, newReport(), { network: "a", bounds, admit }))
    names.push(file.name);
  expect(names).toEqual(["a.pdf"]);
});

/** Forms of which the rest comes when `open` is called. */
async function slowForms() {
  const { type, bytes } = await bytesOf(formOf([["a.pdf", aPdf()]]));
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const slow = () =>
    new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(bytes.subarray(0, 100));
        await opened;
        controller.enqueue(bytes.subarray(100));
        controller.close();
      },
    });
  const from = (network: string, body: BodyInit = slow()) =>
    received(requestWith(body, { "content-type": type }), patience, network);
  return { from, whole: bytes, open };
}

test("eight forms are read at once, the ninth is asked to come later, and places are given back", async () => {
  const { from, whole, open } = await slowForms();
  const eight = Array.from({ length: 8 }, (_, n) => from(`192.0.2.${n}/32`));
  expect((await from("192.0.2.8/32", whole)).report.problem).toBe("busy");
  open();
  expect((await Promise.all(eight)).map(({ names }) => names)).toEqual(Array(8).fill(["a.pdf"]));
  expect((await from("192.0.2.8/32", whole)).names).toEqual(["a.pdf"]);
});

test("one network has two forms read at once, and the others their places", async () => {
  const { from, whole, open } = await slowForms();
  const two = [from("192.0.2.1/32"), from("192.0.2.1/32")];
  expect((await from("192.0.2.1/32", whole)).report.problem).toBe("busy");
  expect((await from("192.0.2.2/32", whole)).names).toEqual(["a.pdf"]);
  open();
  expect((await Promise.all(two)).map(({ names }) => names)).toEqual([["a.pdf"], ["a.pdf"]]);
  expect((await from("192.0.2.1/32", whole)).names).toEqual(["a.pdf"]);
});
