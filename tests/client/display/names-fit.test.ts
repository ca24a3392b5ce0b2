import { describe, expect, it } from 'vitest';
import { boardFit, boardSpace } from '../../../client/src/display/names-fit.ts';
import { board, longBoard } from '../../../client/src/gallery/names-fixture.ts';

const width = (text: string): number => 0.55 * text.length;
const laidOut = (people: number, wide = 1920, high = 1080, said = false) =>
  boardFit(board(people).lines, wide, high, width, 'sits out', said);

describe('name board', () => {
  it('holds 56 names at 16:9 in letters of 2.4 % of the height, and says when they are too many', () => {
    const type = laidOut(56)?.type ?? 0;
    expect((type * 0.711) / 1080).toBeGreaterThanOrEqual(0.024);
    expect(laidOut(90)).toBeNull();
    expect(laidOut(0)).not.toBeNull();
    expect(boardFit([], 1920, 1080, width, 'sits out')).toBeNull();
  });

  it('never cuts anybody off: rows and columns hold every line, and every name its column', () => {
    for (const people of [2, 12, 20, 37, 56]) {
      const found = laidOut(people);
      if (!found) throw new Error(`${people} do not fit`);
      expect(found.columns * found.rows).toBeGreaterThanOrEqual(people);
      expect(found.rows * found.type * 1.4).toBeLessThanOrEqual(boardSpace(1920, 1080).height + 0.001);
    }
    const long = boardFit(longBoard.lines, 1920, 1080, width, 'sits out');
    const name = Math.max(...longBoard.lines.map((line) => width(line.name))) * (long?.type ?? Number.NaN);
    expect(name).toBeLessThan(boardSpace(1920, 1080).width / (long?.columns ?? 0));
  });

  it('is the same board on a larger screen, and holds fewer on one of another shape or below a message', () => {
    expect(laidOut(56, 3840, 2160)).toMatchObject({ columns: laidOut(56)?.columns, rows: laidOut(56)?.rows });
    expect(laidOut(56, 1280, 960)).toBeNull();
    expect(laidOut(40, 1280, 960)).not.toBeNull();
    expect(laidOut(40, 1280, 960, true)).toBeNull();
    expect(laidOut(50, 1080, 1920)).not.toBeNull();
  });
});
