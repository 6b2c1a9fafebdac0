import { describe, expect, test } from "vitest";
import { candidatesIn } from "./mentions.ts";

describe("what could name somebody", () => {
  test.each([
    ["My neighbour Daniel Whitlock used my link.", "Daniel Whitlock"],
    ["Please ask Zoë O’Brien-Łukasz tomorrow", "Zoë O’Brien-Łukasz"],
    ["It was Mary Jane Watson who called", "Mary Jane Watson"],
    ["Gruß an Jürgen Groß!", "Jürgen Groß"],
  ])("%s", (text, name) => {
    expect(candidatesIn(text).names).toContain(name);
  });

  test("finds addresses without the full stop behind them", () => {
    expect(candidatesIn("His mail is d.whitlock@mail.example.").emails).toEqual(["d.whitlock@mail.example"]);
  });

  test("joins a name broken by a line, but nothing across commas or empty lines", () => {
    expect(candidatesIn("by Daniel\nWhitlock").names).toEqual(["Daniel Whitlock"]);
    expect(candidatesIn("I saw Anna, Bernd.\n\nClara").names).toEqual([]);
  });

  test("stays bounded on hostile text", () => {
    const { names, emails } = candidatesIn(`${"Aa Bb ".repeat(5000)}${"x@y.zz ".repeat(5000)}`);
    expect(names.length).toBeLessThanOrEqual(200);
    expect(emails).toEqual(["x@y.zz"]);
  });
});
