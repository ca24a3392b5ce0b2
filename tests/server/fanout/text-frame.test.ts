import { describe, expect, it } from 'vitest';
import { textFrame, textFrames } from '../../../server/src/fanout/text-frame.ts';

/** The head as RFC 6455 has it, and the text behind it. */
function read(frames: Buffer): { head: number[]; text: string; rest: Buffer } {
  const short = frames[1] ?? 0;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  const size = short < 126 ? short : short === 126 ? frames.readUInt16BE(2) : Number(frames.readBigUInt64BE(2));
  const end = head + size;
  return { head: [...frames.subarray(0, head)], text: frames.toString('utf8', head, end), rest: frames.subarray(end) };
}

describe('a text frame', () => {
  it.each([
    [0, [0x81, 0]],
    [125, [0x81, 125]],
    [126, [0x81, 126, 0, 126]],
    [65_535, [0x81, 126, 0xff, 0xff]],
    [65_536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
  ])('of %i bytes has the head of its size', (size, head) => {
    const text = 'x'.repeat(size);
    expect(read(textFrame(text))).toEqual({ head, text, rest: Buffer.alloc(0) });
  });

  it('counts bytes, not characters', () => {
    const text = '“Zoë’s” 👋'.repeat(20);
    expect(read(textFrame(text))).toMatchObject({ text, rest: Buffer.alloc(0) });
  });

  it('stands whole behind another one, for a single write', () => {
    const first = read(textFrames(['one', 'ü'.repeat(100)]));
    expect(first.text).toBe('one');
    expect(read(first.rest)).toMatchObject({ text: 'ü'.repeat(100), rest: Buffer.alloc(0) });
    expect(textFrames([])).toHaveLength(0);
  });
});
