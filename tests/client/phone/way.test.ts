import { describe, expect, it } from 'vitest';
import { tables } from '../../../client/src/gallery/fixtures.ts';
import { drawWay, type Spot, wayPath } from '../../../client/src/phone/way.ts';

/** Least distance from the middle of a table to the way. */
function distance(spot: Spot, way: readonly Spot[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let leg = 1; leg < way.length; leg++) {
    const [from, to] = [way[leg - 1] as Spot, way[leg] as Spot];
    for (let share = 0; share <= 1; share += 0.05) {
      const x = from.x + (to.x - from.x) * share;
      const y = from.y + (to.y - from.y) * share;
      least = Math.min(least, Math.hypot(spot.x - x, spot.y - y));
    }
  }
  return least;
}

describe('way on the small map', () => {
  it('never runs through a table, whichever way one goes', () => {
    const all = tables(40);
    for (const { number: from } of all) {
      for (const { number: to } of all) {
        if (from === to) continue;
        const { way, spots, radius } = drawWay({ tables: all }, from, to);
        for (const [number, spot] of spots) {
          expect(distance(spot, way), `${from} to ${to}, past ${number}`).toBeGreaterThan(radius);
        }
      }
    }
  });

  it('ends beside the table it leads to', () => {
    const { way, spots } = drawWay({ tables: tables(12) }, 8, 3);
    expect(way.at(-1)?.x).toBe(spots.get(3)?.x);
    expect(wayPath(way)).toMatch(/^M.*L/u);
  });

  it('shows landmarks on their fields, and cuts the map where they are', () => {
    const floor = { tables: tables(12), landmarks: [{ kind: 'door', column: 0, row: 5 } as const] };
    const { landmarks, spots, height } = drawWay(floor, null, 3);
    expect(landmarks).toEqual([{ kind: 'door', x: spots.get(1)?.x, y: expect.any(Number) }]);
    const lowest = Math.max(...[...spots.values()].map(({ y }) => y));
    expect(landmarks[0]?.y).toBeGreaterThan(lowest);
    expect(landmarks[0]?.y).toBeLessThan(height);
  });

  it('is empty for those who come from nowhere or stay', () => {
    expect(drawWay({ tables: tables(12) }, null, 3).way).toEqual([]);
    expect(drawWay({ tables: tables(12) }, 3, 3).way).toEqual([]);
    expect(wayPath([])).toBe('');
  });
});
