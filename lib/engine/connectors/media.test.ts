import { expect, test } from "vitest";
import { sniff } from "./media.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

test.each<[what: string, head: Buffer, claimed: string | null, told: string]>([
  ["a PDF", bytes("%PDF-1.7\n%\xe2\xe3"), null, "application/pdf"],
  [
    "a picture that claims to be a page",
    bytes("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01"),
    "text/html",
    "image/png",
  ],
  ["a page", bytes("<!doctype html><script>alert(1)</script>"), "image/png", "text/plain"],
  ["a page that says so", bytes("<html>"), "text/html", "text/plain"],
  [
    "a drawing with script in it",
    bytes('<?xml version="1.0"?><svg onload="alert(1)">'),
    "image/svg+xml",
    "text/plain",
  ],
  ["a table", bytes("id,name\n1,x\n"), "text/csv", "text/csv"],
  ["a mail", bytes("From: a\r\nSubject: b\r\n\r\nhello"), "message/rfc822", "message/rfc822"],
  ["text in UTF-8, cut in the middle of a letter", Buffer.from("grün ü").subarray(0, -1), null, "text/plain"],
  ["text in another encoding", bytes("M\xfcller"), "text/plain", "application/octet-stream"],
  ["bytes", Buffer.from([0, 1, 2, 3]), "text/csv", "application/octet-stream"],
  ["nothing", Buffer.alloc(0), null, "text/plain"],
])("%s", async (_, head, claimed, told) => {
  expect(await sniff(head, claimed)).toBe(told);
});
