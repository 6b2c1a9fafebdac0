import { expect, test } from "vitest";
import { readableAddress } from "./readable.ts";

test.each([
  ["/ipc/track/HB-7K4Q-2M9X?code=sent", "/ipc/track/HB-7K4Q-2M9X?code=sent"],
  ["/a%20b/%C3%BC?x=%ff%", "/a%20b/%C3%BC?x=%ff%"],
  ["/ipc/%ff?x=%20", "/ipc/%25ff?x=%20"],
  ["/ipc/100%", "/ipc/100%25"],
  ["/%20%zz", "/%2520%25zz"],
  ["/%c3?a=b?c", "/%25c3?a=b?c"],
])("%s is read as %s", (address, read) => {
  expect(readableAddress(address)).toBe(read);
});
