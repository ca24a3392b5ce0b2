import type { Instant } from '@lapwing/shared/kernel/time';
import { milliseconds } from '@lapwing/shared/kernel/time';
import type { Moment, Phase } from '@lapwing/shared/live/state';
import type { RunStep } from '@lapwing/shared/paper/run-sheet';
import { describe, expect, it } from 'vitest';
import { clockText } from '../../../client/src/kit/figures.ts';
import { shownAt } from '../../../client/src/kit/live-model.ts';
import { comingSteps, guideLine } from '../../../client/src/organiser/guide/guide-lines.ts';
import { say } from '../../../client/src/organiser/words.ts';
import { at, moment, NINETEEN, settings } from './builders.ts';

const clock = (instant: Instant): string => clockText(instant, 'Europe/London');
const ROUND: Phase = { kind: 'talking', round: 2, startsAt: at(17), endsAt: at(32) };
const MOVE: Phase = { kind: 'moving', round: 3, startsAt: at(32), endsAt: at(34) };

function said(phase: Phase, now: Instant, over: { mentors?: boolean; room?: Partial<Moment> } = {}): string {
  const room = { ...moment(phase), ...over.room };
  const rules = settings(over.mentors ? { whoMoves: 'mentors' } : {});
  return say(guideLine(shownAt(room, now), room, rules, now, clock).words);
}

describe('the line to say', () => {
  it('before the start welcomes, and in the last five minutes sends people to their tables', () => {
    expect(said({ kind: 'doors' }, at(-6))).toMatch(/^Welcome\..*We start at 19:00\.$/u);
    expect(said({ kind: 'doors' }, at(-5))).toBe('Please go to your first table now. We start at 19:00.');
  });

  it('opens a round, then keeps silent, and comes back for the last minute', () => {
    expect(said(ROUND, at(17))).toMatch(/^Round 2 begins\./u);
    expect(said(ROUND, at(18))).toBe('Nothing to say: people are talking.');
    expect(said(ROUND, at(30.9))).toBe('Nothing to say: people are talking.');
    expect(said(ROUND, at(31))).toBe('One minute left. Swap last questions.');
  });

  it('sends to the next table whoever moves, and in its last 20 seconds asks to sit down', () => {
    expect(said(MOVE, at(32))).toMatch(/^Move now\. Your next table/u);
    expect(said(MOVE, at(32), { mentors: true })).toBe('Mentors, move now. Students, stay seated.');
    expect(said(MOVE, at(33 + 41 / 60))).toBe('Please sit down, we begin.');
  });

  it('says the words of an agenda item with its own end', () => {
    const pause: Phase = { kind: 'agenda', title: 'break', item: 0, round: 4, startsAt: at(49), endsAt: at(59) };
    expect(said(pause, at(50))).toBe('Break until 19:59.');
  });

  it('is what the organiser wrote while everything stands still', () => {
    const paused: Phase = { kind: 'paused', of: ROUND, remaining: milliseconds(600_000), since: at(22) };
    const stop = { kind: 'stop', whole: true, since: at(22), until: null } as const;
    expect(said(paused, at(23))).toBe('A short pause. Please stay where you are.');
    expect(said(paused, at(23), { room: { announcement: { ...stop, text: 'Leave by the front door.' } } })).toBe(
      'Leave by the front door.',
    );
    expect(said(paused, at(23), { room: { announcement: { ...stop, text: '' } } })).toMatch(
      /^Everything stands still/u,
    );
  });
});

it('the next things to say are those after now, moves by when people get up', () => {
  const round = (number: number, movesAt: Instant | null, from: Instant): RunStep => ({
    ...{ kind: 'round', round: number, movesAt, at: from, until: at(99), last: false },
  });
  const steps: RunStep[] = [
    { kind: 'doors', until: NINETEEN },
    round(1, null, NINETEEN),
    round(2, at(15), at(17)),
    round(3, at(32), at(34)),
    { kind: 'end', at: at(100) },
  ];
  expect(comingSteps(steps, at(16))).toEqual([steps[3], steps[4]]);
  expect(comingSteps(steps, at(-1))).toEqual([steps[1], steps[2]]);
});
