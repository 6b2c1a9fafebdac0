import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanFileName, contentDisposition, extensionOf } from "./names.ts";

test.each([
  ["passport.pdf", "passport.pdf"],
  ["Straße – Foto 1.JPG", "Straße – Foto 1.JPG"],
  ["../../etc/passwd", "passwd"],
  ["..\\..\\boot.ini", "boot.ini"],
  ["C:\\Users\\Maya\\scan.png", "scan.png"],
  ["..", "file"],
  [".", "file"],
  ["", "file"],
  [".htaccess", "htaccess"],
  ["/", "file"],
  ["photo\u202egnp.exe", "photognp.exe"],
  ["a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie- x=1.pdf"],
  ["x\"; filename*=UTF-8''evil.exe.pdf", "x-- filename-=UTF-8''evil.exe.pdf"],
  ["a\0b.pdf", "a b.pdf"],
  ["\ud800.pdf", "\ufffd.pdf"],
  ["CON.pdf", "file-CON.pdf"],
  ["com1", "file-com1"],
  ["concert.pdf", "concert.pdf"],
  ["صورة جواز السفر.jpg", "صورة جواز السفر.jpg"],
  ["e\u0301.pdf", "\u00e9.pdf"],
  ["name . . .pdf", "name.pdf"],
  [`${"x".repeat(300)}.pdf`, `${"x".repeat(116)}.pdf`],
  [`${"🎈".repeat(300)}.pdf`, `${"🎈".repeat(116)}.pdf`],
])("%j is kept as %j (F11)", (raw, kept) => {
  expect(cleanFileName(raw)).toBe(kept);
});

test("no name keeps a path, a control, a direction mark or more than 120 characters, and cleaning twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (raw) => {
      const name = cleanFileName(raw);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\<>:"|?*]/u);
      expect(name).not.toMatch(/^[. ]|[. ]$/);
      expect(Array.from(name).length).toBeLessThanOrEqual(125);
      expect(cleanFileName(name)).toBe(name);
    }),
  );
});

test("a header is one line of ASCII with one name in each form, whatever the name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (raw) => {
      const header = contentDisposition(raw);
      expect(header).toMatch(
        /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~$&+=^`|{}#-]*$/,
      );
      expect(header.match(/"/g)).toHaveLength(2);
      const [, encoded = ""] = header.split("UTF-8''");
      expect(decodeURIComponent(encoded)).toBe(cleanFileName(raw));
      expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
    }),
  );
});

test.each([
  ['Ünïcode "x".pdf', `attachment; filename="Unicode -x-.pdf"; filename*=UTF-8''%C3%9Cn%C3%AFcode%20-x-.pdf`],
  ["صورة.jpg", `attachment; filename="____.jpg"; filename*=UTF-8''%D8%B5%D9%88%D8%B1%D8%A9.jpg`],
])("%j is offered as %s", (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});

test.each([
  ["a.PDF", "pdf"],
  ["a.pdf.exe", "exe"],
  ["a", ""],
  ["a.", ""],
  ["a.toolongext1", ""],
])("%j says it is %j", (name, extension) => {
  expect(extensionOf(name)).toBe(extension);
});
