const blockSize = 65_536;

type Content = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/**
 * Contents as blocks of 64 KB, whatever the pieces were they came in: what deflate makes of them depends on the
 * contents alone. `see` gets every block in turn.
 */
export async function* inBlocks(content: Content, see: (block: Buffer) => void): AsyncGenerator<Buffer> {
  let block = Buffer.allocUnsafe(blockSize);
  let filled = 0;
  for await (const piece of pieces(content)) {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    for (let position = 0; position < bytes.length;) {
      const taken = Math.min(blockSize - filled, bytes.length - position);
      block.set(bytes.subarray(position, position + taken), filled);
      filled += taken;
      position += taken;
      if (filled === blockSize) {
        see(block);
        yield block;
        block = Buffer.allocUnsafe(blockSize);
        filled = 0;
      }
    }
  }
  if (filled > 0) {
    see(block.subarray(0, filled));
    yield block.subarray(0, filled);
  }
}

/** Short texts are joined before they become bytes: one conversion for many small pieces. */
async function* pieces(content: Content): AsyncGenerator<string | Uint8Array> {
  if (typeof content === "string" || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let text = "";
  for await (const piece of content) {
    if (typeof piece === "string") {
      text += piece;
      if (text.length >= blockSize) {
        yield text;
        text = "";
      }
    } else {
      if (text !== "") yield text;
      text = "";
      yield piece;
    }
  }
  if (text !== "") yield text;
}
