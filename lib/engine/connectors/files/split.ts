/** A stretch of a JSON file that should be one record. `bytes` null: it is larger than what may be held. */
export type Stretch = { bytes: Buffer | null; end: number };

/** `array`: the elements of one array; `lines`: a value per line; `values`: values one after another. */
export type Shape = "array" | "lines" | "values";

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace, comma, newline] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d, 0x2c, 0x0a,
];
const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/**
 * Cuts a JSON file into records without reading it whole, so that one damaged record does not hide the others, large
 * numbers keep their digits and reading can go on at any record. Only brackets and quotation marks are looked at; each
 * piece still has to be parsed.
 */
export class Splitter {
  readonly #shape: Shape;
  readonly #mostBytes: number;
  #pieces: Buffer[] = [];
  #held = 0;
  #position: number;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isBegun = false;
  #isOver = false;

  /** @param start where in the file the first chunk begins; in an array, after its opening bracket or after an element */
  constructor(shape: Shape, start: number, mostBytes: number) {
    this.#shape = shape;
    this.#position = start;
    this.#mostBytes = mostBytes;
  }

  /** Whether the array has been closed; what follows it is no record. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** The records that end in this chunk. */
  *push(chunk: Buffer): Generator<Stretch> {
    let from = 0;
    for (let index = 0; index < chunk.length && !this.#isOver; index++) {
      const step = this.#step(chunk[index] as number);
      if (step === "within") continue;
      if (step === "begin") from = index;
      else if (step === "skip") from = index + 1;
      else {
        const last = step === "last" ? index + 1 : index;
        this.#hold(chunk.subarray(from, last));
        yield this.#take(this.#position + last);
        from = index + 1;
      }
    }
    if (this.#isBegun) this.#hold(chunk.subarray(from));
    this.#position += chunk.length;
  }

  /** What is left at the end of the file: the last line, or a record that is never closed. */
  *finish(): Generator<Stretch> {
    if (this.#isBegun) yield this.#take(this.#position);
  }

  /** Where a byte stands: before any record, at its first byte, within, its last, or just after it. */
  #step(byte: number): "skip" | "begin" | "within" | "last" | "after" {
    if (this.#shape === "lines") {
      if (byte === newline) return this.#isBegun ? "after" : "skip";
      if (this.#isBegun) return "within";
      if (isSpace(byte)) return "skip";
      this.#isBegun = true;
      return "begin";
    }
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === backslash) this.#isEscaped = true;
      else if (byte === quote) {
        this.#isInString = false;
        if (this.#depth === 0) return "last";
      }
      return "within";
    }
    if (!this.#isBegun) {
      if (isSpace(byte) || byte === comma) return "skip";
      if (byte === closeBracket && this.#shape === "array") {
        this.#isOver = true;
        return "skip";
      }
      this.#isBegun = true;
      this.#enter(byte);
      return "begin";
    }
    if (this.#depth > 0) {
      this.#enter(byte);
      if (byte !== closeBracket && byte !== closeBrace) return "within";
      return --this.#depth === 0 ? "last" : "within";
    }
    if (byte === closeBracket && this.#shape === "array") this.#isOver = true;
    return isSpace(byte) || byte === comma || byte === closeBracket ? "after" : "within";
  }

  #enter(byte: number): void {
    if (byte === quote) this.#isInString = true;
    else if (byte === openBracket || byte === openBrace) this.#depth++;
  }

  #hold(bytes: Buffer): void {
    this.#held += bytes.length;
    // A record that is too large is passed over without being kept.
    if (this.#held > this.#mostBytes) this.#pieces = [];
    else if (bytes.length > 0) this.#pieces.push(bytes);
  }

  #take(end: number): Stretch {
    const bytes = this.#held > this.#mostBytes ? null : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#held = 0;
    this.#depth = 0;
    this.#isBegun = false;
    this.#isInString = false;
    return { bytes, end };
  }
}
