import { describe, expect, it } from 'vitest';
import { mapAloneSpace, mapFit, mapSpace } from '../../../client/src/display/map-fit.ts';
import { landmarksBehind, tables } from '../../../client/src/gallery/fixtures.ts';

describe('map on the wall', () => {
  it('shows twelve tables with their names at 1080 lines, with plates as large as in the design', () => {
    const fit = mapFit(tables(12), 1920, 1080);
    expect(fit?.names).toBe(true);
    expect(fit?.plate).toBeGreaterThanOrEqual(160);
  });

  it('leaves names out before it makes plates too small', () => {
    expect(mapFit(tables(40), 1920, 1080)).toMatchObject({ names: false });
  });

  it('leaves names out that are longer than their cell', () => {
    const sponsors = tables(12).map((table) => ({ ...table, name: 'Barrow, Vane and Partners' }));
    expect(mapFit(sponsors, 1920, 1080)).toMatchObject({ names: false });
  });

  it('names the door and the coffee where they cost the tables neither their names nor the wall its map', () => {
    const named = (count: number) =>
      mapFit(tables(count), 1920, 1080, mapSpace(1920, 1080), landmarksBehind(tables(count)));
    expect(named(12)).toMatchObject({ names: true, landmarks: [{ kind: 'coffee' }, { kind: 'door' }] });
    const counts = Array.from({ length: 90 }, (_, index) => index + 1);
    const without = counts.filter((count) => named(count)?.landmarks.length === 0);
    expect(without.length).toBeGreaterThan(0);
    for (const count of counts) expect(named(count)?.names).toBe(mapFit(tables(count), 1920, 1080)?.names);
  });

  it('gives way to the clock when nobody could read it', () => {
    expect(mapFit(tables(90), 1920, 1080)).toBeNull();
    expect(mapFit(tables(70), 1024, 768)).toBeNull();
    expect(mapFit([], 1920, 1080)).toBeNull();
  });

  it('gives way to long words and to the meter where the screen is upright', () => {
    const words = 'The coats of rounds 1 to 3 have moved to the room next to the main door, left.';
    const room = (width: number, height: number, said: string | null, allHere: boolean) =>
      mapSpace(width, height, { said, allHere }).height;
    expect(room(768, 1024, words, false)).toBeLessThan(room(768, 1024, null, false));
    expect(room(768, 1024, null, true)).toBeLessThan(room(768, 1024, null, false));
    expect(room(1920, 1080, words, true)).toBe(room(1920, 1080, null, false));
    expect(mapFit(tables(12), 768, 1024, mapSpace(768, 1024, { said: words, allHere: false }))).not.toBeNull();
  });

  it('has more room when it stands alone', () => {
    const alone = mapFit(tables(40), 1920, 1080, mapAloneSpace(1920, 1080));
    expect(alone?.plate).toBeGreaterThan(mapFit(tables(40), 1920, 1080)?.plate ?? 0);
  });

  it('scales with the screen', () => {
    const [small, large] = [mapFit(tables(12), 1280, 720), mapFit(tables(12), 1920, 1080)];
    expect((small?.plate ?? 0) / (large?.plate ?? 1)).toBeCloseTo(720 / 1080, 1);
  });
});
