import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { redraw } from "./picture.ts";
import { aPicture } from "./samples.test.kit.ts";

test("pictures are drawn one after another, in the order they came", async () => {
  const [large, small] = await Promise.all([
    aPicture("png", { width: 3000, height: 2000 }),
    aPicture("png", { width: 20, height: 20 }),
  ]);
  const done: string[] = [];
  await Promise.all([
    redraw(large, "png").then(() => done.push("large")),
    redraw(small, "png").then(() => done.push("small")),
  ]);
  expect(done).toEqual(["large", "small"]);
});

test("a damaged picture does not hold up the next", async () => {
  const [broken, well] = await Promise.all([
    redraw(Buffer.from("no picture"), "png"),
    redraw(await aPicture("png"), "png"),
  ]);
  expect([broken, Buffer.isBuffer(well)]).toEqual(["damaged", true]);
});

test("four large photographs on their side at once take the memory of one", async () => {
  const program = `
    const { default: sharp } = await import("sharp");
    const { redraw } = await import(${JSON.stringify(new URL("./picture.ts", import.meta.url).href)});
    const photograph = await sharp(Buffer.from(process.argv[1], "base64")).resize(4000, 3000)
      .jpeg({ optimiseCoding: false }).withMetadata({ orientation: 6 }).toBuffer();
    const before = process.resourceUsage().maxRSS;
    const drawn = await Promise.all(Array.from({ length: 4 }, () => redraw(photograph, "jpeg")));
    console.log(JSON.stringify([drawn.every(Buffer.isBuffer), process.resourceUsage().maxRSS - before]));`;
  const picture = (await aPicture("jpeg")).toString("base64");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "-e", program, picture],
    { cwd: import.meta.dirname },
  );
  const [areDrawn, grownKilobytes] = JSON.parse(stdout) as [boolean, number];
  expect(areDrawn).toBe(true);
  expect(grownKilobytes / 1024).toBeLessThan(150);
});
