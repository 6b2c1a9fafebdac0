import { expect, test } from "vitest";
import { oneAhead } from "./one-ahead.ts";

/** Pages of a store that notes what was asked of it and when it was closed. */
function store(pages: number, failsAt = Infinity) {
  const notes: string[] = [];
  async function* read() {
    try {
      for (let page = 1; page <= pages; page++) {
        if (page === failsAt) throw new Error(`page ${page} cannot be read`);
        notes.push(`read ${page}`);
        yield page;
      }
    } finally {
      notes.push("closed");
    }
  }
  return { notes, pages: read() };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

test("exactly one page is read while the one before is worked on, and all come in their order", async () => {
  const { notes, pages } = store(3);
  for await (const page of oneAhead(pages)) {
    await soon();
    notes.push(`write ${page}`);
  }
  expect(notes).toEqual(["read 1", "read 2", "write 1", "read 3", "write 2", "closed", "write 3"]);
});
test("a page that cannot be read is told after the one before was written", async () => {
  const { notes, pages } = store(3, 2);
  const work = async () => {
    for await (const page of oneAhead(pages)) {
      await soon();
      notes.push(`write ${page}`);
    }
  };
  await expect(work()).rejects.toThrow("page 2 cannot be read");
  expect(notes).toEqual(["read 1", "closed", "write 1"]);
});
test("work that ends early closes the store, and hears nothing of the page that was under way", async () => {
  const { notes, pages } = store(3, 2);
  for await (const page of oneAhead(pages)) {
    notes.push(`write ${page}`);
    break;
  }
  await soon();
  expect(notes).toEqual(["read 1", "closed", "write 1"]);
});
