/** One line of a byte stream, without its line end. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  /** 1-based. */
  readonly number: number;
  /** The line went beyond the limit; `bytes` holds its beginning. */
  readonly tooLong: boolean;
}

/** Cuts a byte stream into lines in memory bounded by one line of at most `maxBytes`. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  let held: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  let tooLong = false;
  const hold = (piece: Uint8Array) => {
    if (size + piece.length > maxBytes) tooLong = true;
    else if (piece.length > 0) {
      held.push(piece);
      size += piece.length;
    }
  };
  const take = (): ByteLine => {
    const line = { bytes: withoutReturn(Buffer.concat(held)), number, tooLong };
    held = [];
    size = 0;
    number++;
    tooLong = false;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    hold(chunk.subarray(from));
  }
  if (size > 0 || tooLong) yield take();
}

const withoutReturn = (bytes: Uint8Array): Uint8Array =>
  bytes[bytes.length - 1] === 13 ? bytes.subarray(0, bytes.length - 1) : bytes;
