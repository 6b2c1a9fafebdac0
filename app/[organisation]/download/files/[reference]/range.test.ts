import { expect, test } from "vitest";
import { readRange } from "./range.ts";

const etag = '"abc"';
test.each([
  [null, null, "whole"],
  ["bytes=0-", null, { from: 0, end: 1000 }],
  ["bytes=500-", null, { from: 500, end: 1000 }],
  ["bytes=500-599", null, { from: 500, end: 600 }],
  ["bytes=990-5000", null, { from: 990, end: 1000 }],
  ["bytes=-100", null, { from: 900, end: 1000 }],
  ["bytes=-5000", null, { from: 0, end: 1000 }],
  ["bytes=999-999", null, { from: 999, end: 1000 }],
  ["bytes=1000-", null, null],
  ["bytes=-0", null, null],
  ["bytes=600-500", null, "whole"],
  ["bytes=-", null, "whole"],
  ["bytes=0-1,5-6", null, "whole"],
  ["lines=0-1", null, "whole"],
  ["bytes=a-b", null, "whole"],
  ["bytes=500-", etag, { from: 500, end: 1000 }],
  ["bytes=500-", '"other"', "whole"],
  ["bytes=500-", "Tue, 24 Nov 2026 10:00:00 GMT", "whole"],
])("%s with If-Range %s: %o", (range, ifRange, part) => {
  expect(readRange(range, ifRange, etag, 1000)).toEqual(part);
});
