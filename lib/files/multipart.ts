/** What a form sends, read as it arrives (RFC 7578). A file is never held longer than whoever reads it holds it. */

/** One field of a form. Read its body before asking for the next; what is not read is passed over. */
export type Part = {
  name: string;
  /** Null for a plain field. A file field in which nothing was chosen has an empty name and no bytes. */
  fileName: string | null;
  body: AsyncGenerator<Buffer>;
};

/** Thrown where the bytes are no form, or stop in the middle of one. */
export class BrokenForm extends Error {}

const mostParts = 100;
const longestHead = 8 * 1024;

/** The boundary of a `multipart/form-data` content type (RFC 2046 5.1.1), or null. */
export function boundaryOf(contentType: string | null): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70})(?=\s*(?:;|$)))/i.exec(
      contentType ?? "",
    ) ?? [];
  return quoted ?? plain ?? null;
}

/** The parts of a form in the order in which they were sent. Throws `BrokenForm`. */
export async function* formParts(bytes: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const feed = new Feed(bytes, `\r\n--${boundary}`);
  for await (const _preamble of feed.untilDelimiter()) continue;
  for (let count = 0; !(await feed.isClosed()); count += 1) {
    if (count === mostParts) throw new BrokenForm("too many parts");
    const head = await feed.head();
    const body = feed.untilDelimiter();
    yield { ...nameOf(head), body };
    for await (const _unread of body) continue;
  }
}

/** A whole body, or null when it is longer than `most`; then the rest has been passed over. */
export async function readBody(body: AsyncGenerator<Buffer>, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length <= most) pieces.push(piece);
    else pieces.length = 0;
  }
  return length > most ? null : Buffer.concat(pieces);
}

/** Bytes that have arrived and are not used yet. */
class Feed {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #delimiter: string;
  // As if a line had ended before the first byte, so that the first boundary looks like all others.
  #buffer = Buffer.from("\r\n");

  constructor(bytes: AsyncIterable<Uint8Array>, delimiter: string) {
    this.#source = bytes[Symbol.asyncIterator]();
    this.#delimiter = delimiter;
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new BrokenForm("the form stops in the middle");
    this.#buffer = Buffer.concat([this.#buffer, value]);
  }

  /** What comes before the next boundary, which is passed over too. Ends only there: a cut form throws. */
  async *untilDelimiter(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#buffer.indexOf(this.#delimiter, 0, "latin1");
      // The boundary itself may lie half in what has arrived.
      const ready = at >= 0 ? at : Math.max(0, this.#buffer.length - this.#delimiter.length + 1);
      const piece = this.#buffer.subarray(0, ready);
      this.#buffer = this.#buffer.subarray(at >= 0 ? at + this.#delimiter.length : ready);
      if (piece.length > 0) yield piece;
      if (at >= 0) return;
      await this.#more();
    }
  }

  /** After a boundary: whether it was the last one. */
  async isClosed(): Promise<boolean> {
    while (this.#buffer.length < 2) await this.#more();
    return this.#buffer.toString("latin1", 0, 2) === "--";
  }

  /** The lines between a boundary and the empty line. */
  async head(): Promise<string> {
    for (;;) {
      const end = this.#buffer.indexOf("\r\n\r\n");
      if (end > longestHead || (end < 0 && this.#buffer.length > longestHead))
        throw new BrokenForm("a head without end");
      if (end >= 0) {
        const head = this.#buffer.toString("utf8", 0, end);
        this.#buffer = this.#buffer.subarray(end + 4);
        if (!/^[ \t]*\r\n/.test(head)) throw new BrokenForm("no line ends after a boundary");
        return head;
      }
      await this.#more();
    }
  }
}

/** Name and file name of a part. Browsers write `"`, CR and LF inside them as %22, %0D and %0A (WHATWG HTML). */
function nameOf(head: string): { name: string; fileName: string | null } {
  const disposition = /\r\ncontent-disposition:[ \t]*form-data([^\r\n]*)/i.exec(head)?.[1];
  const value = (key: string) => {
    const found = new RegExp(`;[ \\t]*${key}="([^"]*)"`, "i").exec(disposition ?? "")?.[1];
    return found === undefined
      ? null
      : found.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  };
  const name = value("name");
  if (name === null) throw new BrokenForm("a part without a name");
  return { name, fileName: value("filename") };
}
