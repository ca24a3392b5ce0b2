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
export function textFrame(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const head = size <= ONE_BYTE_MOST ? 2 : size <= TWO_BYTES_MOST ? 4 : 10;
  // not from the pool: a frame that waits for a slow page would hold its neighbours' memory
  const frame = Buffer.allocUnsafeSlow(head + size);
  frame[0] = WHOLE_TEXT;
  if (head === 2) frame[1] = size;
  else if (head === 4) {
    frame[1] = TWO_BYTES;
    frame.writeUInt16BE(size, 2);
  } else {
    frame[1] = EIGHT_BYTES;
    frame.writeBigUInt64BE(BigInt(size), 2);
  }
  frame.write(text, head, 'utf8');
  return frame;
}
