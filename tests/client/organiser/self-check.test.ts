import { NO_PAPER, type Paper } from '@lapwing/shared/paper/sheets';
import type { ConnectedDisplay } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { type BeforeDoors, type CheckRow, selfCheck } from '../../../client/src/organiser/live/self-check.ts';
import { say } from '../../../client/src/organiser/words.ts';
import { at, NINETEEN } from './builders.ts';

const heard = { sound: true, voice: false, board: null };
const WALL = { id: 'd1', name: 'Wall', layout: 'auto', lostSince: null, state: heard } as ConnectedDisplay;
const printed = (planVersion: number): Paper => ({
  ...NO_PAPER,
  sheets: [{ sheet: 'tables', planVersion, mark: '', at: NINETEEN, by: 'Mei' }],
});
const READY: BeforeDoors = {
  ...{ displays: [WALL], clockAhead: 400, reach: 'hall', awake: 'held', planVersion: 3, paper: printed(3) },
  outbox: { from: 'events@example.org', trouble: null },
};
const row = (kind: CheckRow['kind'], over: Partial<BeforeDoors> = {}): string | undefined => {
  const found = selfCheck({ ...READY, ...over }).find((one) => one.kind === kind);
  return found && `${found.state}: ${say(found.words)}`;
};

it('has nothing to do when all stands', () => {
  expect(selfCheck(READY)).toHaveLength(7);
  expect(selfCheck(READY).filter(({ state }) => state !== 'ok')).toEqual([]);
});

describe('what does not stand', () => {
  it('no display, or one that is lost', () => {
    expect(row('screens', { displays: [] })).toMatch(/^mend: No display is connected/u);
    expect(row('sound', { displays: [] })).toBeUndefined();
    const lost = { ...WALL, id: 'd2', lostSince: at(-3) };
    expect(row('screens', { displays: [WALL, lost] })).toBe('mend: One display listens. One is lost.');
  });

  it('a display that nobody touched yet, by its name', () => {
    const silent = { ...WALL, id: 'd2', name: 'Foyer', state: { ...heard, sound: false } };
    expect(row('sound', { displays: [WALL, silent] })).toMatch(/^look: No sound yet on Foyer/u);
    expect(row('sound', { displays: [{ ...WALL, state: null }] })).toMatch(/^look: No sound yet on Wall/u);
  });

  it('a clock that is off by more than half a minute, and in which direction', () => {
    expect(row('clock', { clockAhead: 30_000 })).toMatch(/^ok/u);
    expect(row('clock', { clockAhead: 95_400 })).toMatch(/^mend: The server’s clock is 95 s ahead/u);
    expect(row('clock', { clockAhead: -95_400 })).toMatch(/^mend: The server’s clock is 95 s behind/u);
    expect(row('clock', { clockAhead: null })).toBeUndefined();
  });

  it('links that no phone can open', () => {
    expect(row('links', { reach: 'this-machine' })).toMatch(/^mend/u);
    expect(row('links', { reach: 'everywhere' })).toMatch(/^ok/u);
  });

  it('mail that is not set up, and mail that does not get through', () => {
    expect(row('mail', { outbox: { from: null, trouble: null } })).toMatch(/^look: No mail server/u);
    const trouble = { reason: 'connect ECONNREFUSED', until: at(1) };
    expect(row('mail', { outbox: { from: 'a@b.example', trouble } })).toBe(
      'mend: Mail does not get through: connect ECONNREFUSED',
    );
    expect(row('mail', { outbox: null })).toBeUndefined();
  });

  it('paper that is missing or of another plan, unless nobody looks at paper', () => {
    expect(row('paper', { paper: NO_PAPER })).toMatch(/^look: Nothing is printed/u);
    expect(row('paper', { paper: NO_PAPER, planVersion: 0 })).toMatch(/^look: Publish a plan/u);
    expect(row('paper', { paper: printed(2) })).toMatch(/^mend: .*older plan/u);
    expect(row('paper', { paper: { ...printed(2), inUse: false } })).toMatch(/^ok/u);
  });

  it('a screen that may go dark', () => {
    expect(row('power', { awake: 'off' })).toMatch(/^look/u);
    expect(row('power', { awake: 'asking' })).toBeUndefined();
  });
});
