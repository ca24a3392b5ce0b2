/** FIN and the opcode of text: every message of ours is one whole frame. */
const WHOLE_TEXT = 0x81;
const ONE_BYTE_MOST = 125;
const TWO_BYTES = 126;
const TWO_BYTES_MOST = 0xffff;
const EIGHT_BYTES = 127;

/**
 * A WebSocket text frame as a server sends it, unmasked and uncompressed (RFC 6455, 5.2). Built once for a whole hall: the
 * bytes are the same for everybody, and one write instead of two is what a broadcast saves.
 */
export const textFrame = (text: string): Buffer => textFrames([text]);

/** One frame for each text, one after the other, for a single write. */
export function textFrames(texts: readonly string[]): Buffer {
  const sizes = texts.map((text) => Buffer.byteLength(text));
  // not from the pool: a frame that waits for a slow page would hold its neighbours' memory
  const frames = Buffer.allocUnsafeSlow(sizes.reduce((sum, size) => sum + headSize(size) + size, 0));
  let at = 0;
  texts.forEach((text, index) => {
    const size = sizes[index] ?? 0;
    at = writeHead(frames, at, size);
    frames.write(text, at, 'utf8');
    at += size;
  });
  return frames;
}

const headSize = (size: number): number => (size <= ONE_BYTE_MOST ? 2 : size <= TWO_BYTES_MOST ? 4 : 10);

/** Answers where the text begins. */
function writeHead(frames: Buffer, at: number, size: number): number {
  frames[at] = WHOLE_TEXT;
  if (size <= ONE_BYTE_MOST) frames[at + 1] = size;
  else if (size <= TWO_BYTES_MOST) {
    frames[at + 1] = TWO_BYTES;
    frames.writeUInt16BE(size, at + 2);
  } else {
    frames[at + 1] = EIGHT_BYTES;
    frames.writeBigUInt64BE(BigInt(size), at + 2);
  }
  return at + headSize(size);
}
