import type { Phase } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import { agendaPhase, at, FULL_TIMINGS, move, TIMINGS, talk } from '../../../client/src/gallery/fixtures.ts';
import { comingAfter } from '../../../client/src/kit/coming.ts';

describe('what comes next', () => {
  it.each<[string, Phase, object]>([
    ['the panel after the welcome', agendaPhase(0, 0), { kind: 'agenda', title: 'panel', at: at(10) }],
    ['the first round, without a move', agendaPhase(1, 10), { kind: 'talk', round: 1, talksAt: at(30) }],
    ['a move after a talk', talk(2), { kind: 'move', round: 3, at: at(22), talksAt: at(24) }],
    ['the break', talk(3), { kind: 'agenda', title: 'break', at: at(34) }],
    ['a move after the break', agendaPhase(2, 34), { kind: 'move', round: 4, at: at(49), talksAt: at(51) }],
    ['free talk after the last round', talk(6), { kind: 'agenda', title: 'freeTalk', at: at(70) }],
    ['the end', { ...agendaPhase(3, 70), round: 7 } as Phase, { kind: 'end', at: at(100) }],
  ])('is %s', (_, phase, coming) => {
    expect(comingAfter(phase, FULL_TIMINGS)).toMatchObject(coming);
  });

  it('leaves out rounds that are left out', () => {
    expect(comingAfter(talk(3), { ...TIMINGS, skipped: [4] })).toMatchObject({ kind: 'move', round: 5 });
    expect(comingAfter(talk(3), { ...TIMINGS, skipped: [4, 5, 6] })).toEqual({ kind: 'end', at: at(34) });
  });

  it('is not asked of other phases', () => {
    expect(comingAfter(move(4), TIMINGS)).toBeNull();
    expect(comingAfter({ kind: 'doors' }, TIMINGS)).toBeNull();
  });
});
