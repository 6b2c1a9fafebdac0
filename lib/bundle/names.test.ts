import { describe, expect, it } from "vitest";
import { archiveName, assertPath, assertSlug, safeFileName } from "./names.ts";

describe("safeFileName", () => {
  it.each([
    ["receipt-00017.pdf", "receipt-00017.pdf"],
    ["../../etc/passwd", "etc-passwd"],
    ["..\\..\\windows\\system32\\a.dll", "windows-system32-a.dll.txt"],
    ["/absolute/path.pdf", "absolute-path.pdf"],
    ["C:\\Users\\x.pdf", "C-Users-x.pdf"],
    ["....", "file"],
    ["", "file"],
    [null, "file"],
    [".htaccess", "htaccess"],
    ["CON", "file-CON"],
    ["con.pdf", "file-con.pdf"],
    ["LPT1.txt", "file-LPT1.txt"],
    ["COM¹.txt", "file-COM1.txt"],
    ["nul\0.pdf", "file-nul.pdf"],
    ["Rechnung für Größe.pdf", "Rechnung-fur-Grosse.pdf"],
    ["photo\u202Egnp.exe", "photo-gnp.exe.txt"],
    ["páge.HTML", "page.HTML.txt"],
    ["evil.svg", "evil.svg.txt"],
    ["رسالة.pdf", "file.pdf"],
    ["a\nb\r\n.pdf", "a-b.pdf"],
    ["name.", "name"],
    ["archive.tar.gz", "archive.tar.gz"],
    ["=cmd()|'x'.csv", "cmd-x.csv"],
  ])("%j becomes %j", (name, safe) => {
    expect(safeFileName(name, new Set())).toBe(safe);
  });

  it("shortens to 60 characters and keeps the extension", () => {
    const safe = safeFileName(`${"x".repeat(200)}.pdf`, new Set());
    expect(safe).toHaveLength(60);
    expect(safe.endsWith("x.pdf")).toBe(true);
  });

  it("counts names that are the same after case folding, also where they were shortened", () => {
    const taken = new Set<string>();
    const long = `${"y".repeat(100)}.pdf`;
    const names = ["a.pdf", "A.PDF", "á.pdf", long, long].map((name) => safeFileName(name, taken));
    expect(names.slice(0, 3)).toEqual(["a.pdf", "A-2.PDF", "a-3.pdf"]);
    expect(names.map((name) => name.length).every((length) => length <= 60)).toBe(true);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
  });
});

describe("the archive's own guard", () => {
  it.each([
    "a/../b",
    "/a",
    "a//b",
    "a\\b",
    "a/.b",
    "a/b.",
    "ä",
    "a b",
    "a/con",
    "a/con.txt",
    "a\0",
    "",
    `${"x".repeat(61)}`,
    "a/".repeat(90) + "a",
  ])("refuses the path %j", (path) => {
    expect(() => assertPath(path, new Set())).toThrow(/not a path/);
  });

  it("refuses the same path in other letters", () => {
    const taken = new Set<string>();
    expect(assertPath("assets/style.css", taken)).toBe("assets/style.css");
    expect(() => assertPath("assets/STYLE.css", taken)).toThrow(/two files/);
  });

  it.each(["Account", "a/b", "", "x".repeat(41), "-a", "con", "a.b"])("refuses the category %j", (slug) => {
    expect(() => assertSlug(slug)).toThrow(/category/);
  });

  it("names the archive by reference only", () => {
    expect(archiveName("HB-7K4Q-2M9X")).toBe("data-request-HB-7K4Q-2M9X.zip");
  });
});
