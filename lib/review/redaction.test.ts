import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyRedactions, changesSomething, split, textsOf } from "./redaction.ts";

const record = {
  id: 412,
  body: "My neighbour Daniel Whitlock used my link. His mail is d.whitlock@mail.example.",
  lines: [{ note: "for Daniel Whitlock" }, { note: "for me" }],
  plan: null,
};
const name = redaction("body", ["Daniel Whitlock"]);

function redaction(field: string | null, places: string[] | null) {
  return { field, places, reason: "others-rights" as const };
}

describe("redactions", () => {
  test("cover words and leave the rest of the text", () => {
    expect(applyRedactions(record, [name])).toMatchObject({
      body: {
        redacted_text: [
          "My neighbour ",
          { redacted: { reason: "others-rights" } },
          " used my link. His mail is d.whitlock@mail.example.",
        ],
      },
      id: 412,
    });
  });

  test("do not touch the record as found", () => {
    const before = structuredClone(record);
    applyRedactions(record, [name, redaction("lines.note", null)]);
    expect(record).toEqual(before);
  });

  test("add up on one field", () => {
    const out = applyRedactions(record, [name, redaction("body", ["d.whitlock@mail.example"])]);
    expect(JSON.stringify(out?.["body"])).not.toMatch(/whitlock/i);
  });

  test("reach into lists", () => {
    const out = applyRedactions(record, [redaction("lines.note", ["Daniel Whitlock"])]);
    expect(out?.["lines"]).toEqual([
      { note: { redacted_text: ["for ", { redacted: { reason: "others-rights" } }] } },
      { note: "for me" },
    ]);
  });

  test("cover a field as a whole, whatever its type, but not an empty one", () => {
    expect(applyRedactions(record, [redaction("id", null), redaction("plan", null)])).toMatchObject({
      id: { redacted: { reason: "others-rights" } },
      plan: null,
    });
  });

  test("withhold a record as a whole", () => {
    expect(applyRedactions(record, [name, redaction(null, null)])).toBeNull();
  });

  test("ignore a field that is not there, also one of every object", () => {
    expect(
      applyRedactions(record, [redaction("nowhere.at.all", null), redaction("__proto__", null)]),
    ).toEqual(record);
  });

  test("cover a number as a whole where the words stand in it", () => {
    expect(applyRedactions(record, [redaction("id", ["41"])])).toMatchObject({
      id: { redacted: { reason: "others-rights" } },
    });
    expect(applyRedactions(record, [redaction("id", ["7"])])).toEqual(record);
  });

  test.each([
    ["words that stand there", redaction("body", ["daniel whitlock"]), true],
    ["words that do not", redaction("body", ["Daniel Whitlok"]), false],
    ["the name of a field, not its words", redaction("lines", ["note"]), false],
    ["an empty field", redaction("plan", null), false],
    ["a field that is not there", redaction("nowhere", null), false],
    ["the whole record", redaction(null, null), true],
  ])("change something: %s", (_what, one, does) => {
    expect(changesSomething(record, one)).toBe(does);
  });

  test("take places literally, in any case", () => {
    expect(split("a+b (A+B) aab", ["a+b"])).toEqual([
      { covered: "a+b" },
      { text: " (" },
      { covered: "A+B" },
      { text: ") aab" },
    ]);
  });

  test("leave no covered place in the text, and lose nothing else", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ minLength: 1, maxLength: 4 }), (text, place) => {
        const pieces = split(text, [place]);
        expect(pieces.map((piece) => ("covered" in piece ? piece.covered : piece.text)).join("")).toBe(text);
        for (const piece of pieces) if ("text" in piece) expect(piece.text.includes(place)).toBe(false);
      }),
    );
  });
});

test("every text of a record is found with its path", () => {
  expect(textsOf(record).map((entry) => entry.field)).toEqual(["body", "lines.note", "lines.note"]);
});
