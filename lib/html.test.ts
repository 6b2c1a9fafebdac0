import { describe, expect, it } from "vitest";
import { html, raw } from "./html.ts";

const hostile = [
  ["markup", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
  ["closing quote", '" onmouseover="alert(1)', "&quot; onmouseover=&quot;alert(1)"],
  ["apostrophe", "O'Neill' x='", "O&#39;Neill&#39; x=&#39;"],
  ["ampersand", "A & B &lt;", "A &amp; B &amp;lt;"],
  ["NUL", "a\0b", "a\uFFFDb"],
  ["lone surrogate", "a\uD800b", "a\uFFFDb"],
  ["right-to-left", "שלום \u202Egnp.exe", "שלום \u202Egnp.exe"],
  ["two hundred letters", "x".repeat(200), "x".repeat(200)],
] as const;

describe("html", () => {
  it.each(hostile)("escapes %s in text and in both kinds of quotes", (_name, value, escaped) => {
    expect(String(html`<p>${value}</p>`)).toBe(`<p>${escaped}</p>`);
    expect(String(html`<p title="${value}"></p>`)).toBe(`<p title="${escaped}"></p>`);
    expect(String(html`<p title='${value}'></p>`)).toBe(`<p title='${escaped}'></p>`);
  });

  it("keeps pieces and lists of pieces, and leaves nothing for what is absent", () => {
    const items = ["a<b", "c"].map((text) => html`<li>${text}</li>`);
    expect(String(html`<ul>${items}</ul>${null}${undefined}${false}${0}${""}`)).toBe(
      "<ul><li>a&lt;b</li><li>c</li></ul>0",
    );
  });

  it("takes trusted markup, also as a whole attribute", () => {
    expect(String(html`<a${raw(' aria-current="page"')}>${raw("<b>x</b>")}</a>`)).toBe(
      '<a aria-current="page"><b>x</b></a>',
    );
  });

  it.each([
    ["unquoted attribute", () => html`<p title=${"x"}>`],
    ["attribute name", () => html`<p ${"onclick=alert(1)"}>`],
    ["tag name", () => html`<${"script"}>`],
    ["script", () => html`<script>${"alert(1)"}</script>`],
    ["style element", () => html`<style>${"x"}</style>`],
    ["comment", () => html`<!-- ${"-->"} -->`],
    ["markup in an attribute", () => html`<p title="${raw("<b>")}">`],
  ])("refuses a value in: %s", (_name, write) => {
    expect(write).toThrow(/^html:/);
  });

  it.each([
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc",
  ])("refuses the link %j", (address) => {
    expect(() => html`<a href="${address}">x</a>`).toThrow(/scheme/);
  });

  it.each([
    "https://example.org/?a=1&b=2",
    "mailto:a@b.example",
    "tel:+442079460018",
    "../1-letter/response.html",
    "#main",
    "files/a.pdf",
    "",
  ])("takes the link %j", (address) => {
    expect(() => html`<a href="${address}">x</a>`).not.toThrow();
  });

  it("judges only the start of a link, and knows text after a closed script as text", () => {
    expect(String(html`<a href="files/${"a:b.pdf"}">x</a>`)).toBe('<a href="files/a:b.pdf">x</a>');
    expect(String(html`<script>1</script><p>${"<"}</p>`)).toBe("<script>1</script><p>&lt;</p>");
    expect(String(html`<p>1 < 2 ${"&"}</p>`)).toBe("<p>1 < 2 &amp;</p>");
  });
});
