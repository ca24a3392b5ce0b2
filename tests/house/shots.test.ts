import { describe, expect, it } from 'vitest';
import * as names from '../../client/src/gallery/state-names.ts';
import { sheetsOf } from '../shots/contact-sheets.ts';
import { nameOf, SHOTS, WRITTEN_PAGES } from '../shots/sizes.ts';
import { visitsOf } from '../shots/take-shots.ts';

const every = <T>(...lists: readonly (readonly T[])[]): T[] => lists.flat();
const sizes = (all: readonly string[], looks: readonly string[]): string[] =>
  all.flatMap((size) => looks.map((look) => `${size} ${look}`));

const WALL = sizes(['1920x1080', '1280x960', '1080x1920'], ['night', 'bright']);
const PHONE = sizes(['390x844', '320x568'], ['light', 'dark']);
const DESK = sizes(['1440x900'], ['light', 'dark']);
const SMALL_DESK = sizes(['1024x768'], ['light', 'dark']);

/** What a state has to be looked at in, by its name: as the design of the screens wants it. */
function wanted(state: string): string[] {
  if (/^[pjam]-/u.test(state)) return PHONE;
  if (/^[cg]-/u.test(state)) return every(PHONE, DESK);
  if (/^o-live/u.test(state)) return every(DESK, SMALL_DESK, PHONE);
  if (/^o-plan/u.test(state)) return every(DESK, SMALL_DESK);
  if (/^o-(?:check-in|helper|guide)/u.test(state)) return every(DESK, PHONE);
  if (/^o-print-(?:none|old)/u.test(state)) return DESK;
  if (/^o-print-/u.test(state)) return every(DESK, sizes(['1200x1200'], ['paper', 'grey']));
  return state.startsWith('o-') ? DESK : WALL;
}

describe('pictures of the gallery', () => {
  const states = new Set<string>([...Object.values(names).flat(), ...Object.keys(WRITTEN_PAGES)]);

  it('are taken of every state, at every size and in every look', () => {
    const lineOf = (state: string, rest: string): string => `${state} ${rest}`;
    const taken = SHOTS.map(({ state, width, height, look }) => lineOf(state, `${width}x${height} ${look}`));
    const all = [...states].flatMap((state) => wanted(state).map((rest) => lineOf(state, rest)));
    expect(taken.toSorted()).toEqual(all.toSorted());
  });

  it('have a name each, and a place on one sheet of twelve at most', () => {
    expect(new Set(SHOTS.map(nameOf)).size).toBe(SHOTS.length);
    const sheets = sheetsOf(SHOTS);
    expect(sheets.flatMap(({ shots }) => shots).length).toBe(SHOTS.length);
    expect(new Set(sheets.map(({ name }) => name)).size).toBe(sheets.length);
    expect(Math.max(...sheets.map(({ shots }) => shots.length))).toBe(12);
  });

  it('share a page only where a page becomes another by its size and what its reader prefers', () => {
    const visits = visitsOf(SHOTS);
    expect(visits.flat().length).toBe(SHOTS.length);
    for (const visit of visits) {
      expect(new Set(visit.map(({ state }) => state)).size).toBe(1);
      // a display's ground stands in its address, a telephone is another kind of browser
      expect(new Set(visit.map(({ look }) => look === 'bright')).size).toBe(1);
      expect(new Set(visit.map(({ width }) => width < 500)).size).toBe(1);
    }
  });
});
