import '../../support/property-seed.ts';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { MOST_BESIDE, MOST_DEVICES, merged, NOTE_LENGTH, type Note, written } from '@lapwing/shared/notes/note';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const at = (time: number): Instant => instant(time);
const first = written(null, 'phone', 1, 'Asked about Lagos', at(10));

describe('versions of a note', () => {
  it('N5 one that has seen the other takes its place, whichever arrives last', () => {
    const second = written(first, 'phone', 2, 'Asked about Lagos and Leeds', at(20));
    expect(merged(first, second)).toEqual(second);
    expect(merged(second, first)).toEqual(second);
    const onTablet = written(second, 'tablet', 1, 'Leeds', at(5));
    expect(merged(onTablet, second), 'a clock that is behind does not decide').toEqual(onTablet);
  });

  it('N5 hearing one again changes nothing', () => {
    const elsewhere = written(null, 'tablet', 1, 'Product manager', at(20));
    const both = merged(first, elsewhere);
    expect(merged(both, first)).toEqual(both);
    expect(merged(both, elsewhere)).toEqual(both);
    expect(merged(both, both)).toEqual(both);
  });

  it('N6 of two that did not know each other the one written last is the note, the other stays beside it', () => {
    const elsewhere = written(null, 'tablet', 1, 'Product manager', at(20));
    expect(merged(first, elsewhere)).toEqual({
      ...{ text: 'Product manager', at: at(20), seen: { phone: 1, tablet: 1 }, beside: ['Asked about Lagos'] },
    });
    expect(merged(elsewhere, first)).toEqual(merged(first, elsewhere));
  });

  it('N6 what was put in or left out does not come back with an old version', () => {
    const elsewhere = written(null, 'tablet', 1, 'Product manager', at(20));
    const both = merged(first, elsewhere);
    const put = written({ ...both, beside: [] }, 'phone', 2, 'Product manager\nAsked about Lagos', at(30));
    expect(merged(put, elsewhere)).toEqual(put);
    expect(merged(both, put)).toEqual(put);
  });

  it('N6 words that the winner holds already are not kept twice', () => {
    const more = written(null, 'tablet', 1, 'Asked about Lagos, and the visa', at(20));
    expect(merged(first, more).beside).toEqual([]);
  });

  it('N6 a device that lost its count loses no words', () => {
    const again = written(null, 'phone', 1, 'Something else', at(20));
    expect(merged(first, again)).toMatchObject({ text: 'Something else', beside: ['Asked about Lagos'] });
  });

  it('N8 an emptied note is not brought back', () => {
    const emptied = written(first, 'phone', 2, '', at(20));
    expect(merged(emptied, first)).toEqual(emptied);
  });

  it('N10 of a device that is called like something every object has is one like any other', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const odd = written(first, name, 1, 'odd', at(20));
      expect(Object.hasOwn(odd.seen, name), name).toBe(true);
      expect([merged(first, odd).text, merged(odd, first).text], name).toEqual(['odd', 'odd']);
      const elsewhere = written(null, name, 1, 'elsewhere', at(20));
      expect(merged(first, elsewhere).beside, name).toEqual(['Asked about Lagos']);
      expect(Object.entries(merged(first, elsewhere).seen).sort(), name).toEqual(
        [
          [name, 1],
          ['phone', 1],
        ].sort(),
      );
    }
  });

  it('N10 of more devices than are remembered loses no words, and whoever writes goes on', () => {
    const crowd = Object.fromEntries(Array.from({ length: MOST_DEVICES }, (_, n) => [`fake${n}`, 10_000]));
    let note: Note = { text: 'crowd', at: at(1), seen: crowd, beside: [] };
    for (let n = 1; n <= 5; n++) {
      const said = written(note, 'phone', n, `words ${n}`, at(10 * n));
      expect(Object.keys(said.seen)).toHaveLength(MOST_DEVICES);
      expect(merged(said, note), 'whichever comes first').toEqual(merged(note, said));
      note = merged(note, said);
      expect([note.text, Object.keys(note.seen).length]).toEqual([`words ${n}`, MOST_DEVICES]);
    }
  });

  it('N9 of too many beside a note the oldest goes, and what is too long is cut', () => {
    let note: Note = written(null, 'd0', 1, 'text 0', at(0));
    for (let n = 1; n <= MOST_BESIDE + 2; n++) note = merged(note, written(null, `d${n}`, 1, `text ${n}.`, at(n)));
    expect(note.beside).toHaveLength(MOST_BESIDE);
    expect(note.beside.at(-1)).toBe(`text ${MOST_BESIDE + 1}.`);
    expect(note.beside).not.toContain('text 0');
    expect(written(null, 'd', 1, 'x'.repeat(NOTE_LENGTH + 1), at(0)).text).toHaveLength(NOTE_LENGTH);
  });
});

/** What happens to one note on three devices: somebody writes, or hears what another device knows. */
const step = fc.record({
  device: fc.integer({ min: 0, max: 2 }),
  hears: fc.integer({ min: 0, max: 3 }),
  text: fc.string({ minLength: 1, maxLength: 4 }),
  clock: fc.integer({ min: 0, max: 50 }),
});

describe('any evening with one note on three devices and a server', () => {
  it('N5 and N6 end the same everywhere, and hold the last words that each device wrote', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 7 }), (steps) => {
        const known: (Note | null)[] = [null, null, null, null];
        const counts = [0, 0, 0];
        const last = ['', '', ''];
        const overwritten = new Set<string>();
        const hear = (whose: number, from: number): void => {
          const [mine, theirs] = [known[whose] ?? null, known[from] ?? null];
          known[whose] = mine && theirs ? merged(mine, theirs) : (mine ?? theirs);
        };
        for (const { device, hears, text, clock } of steps) {
          hear(device, hears);
          const base = known[device] ?? null;
          counts[device] = (counts[device] ?? 0) + 1;
          // whoever writes over words has seen them
          if (base) overwritten.add(base.text);
          known[device] = written(base, `dev${device}`, counts[device], text, at(clock));
          last[device] = text;
        }
        for (let round = 0; round < 2; round++)
          for (const device of [0, 1, 2]) {
            hear(3, device);
            hear(device, 3);
          }
        for (const device of [0, 1, 2]) hear(device, 3);
        const [one, two, three, server] = known;
        const held = server ? [server.text, ...server.beside] : [];
        for (const note of [one, two, three]) expect(note).toEqual(server);
        for (const text of last)
          if (text !== '' && !overwritten.has(text)) expect(held.some((words) => words.includes(text))).toBe(true);
      }),
    );
  });
});
