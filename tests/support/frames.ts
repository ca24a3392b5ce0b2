/** The text of one short frame as a server sends it; for fakes that take frames. */
export function textIn(frame: Buffer): string {
  const size = frame[1] ?? 0;
  if (frame[0] !== 0x81 || size > 125 || frame.length !== 2 + size) throw new Error('not one whole short text frame');
  return frame.subarray(2).toString();
}
