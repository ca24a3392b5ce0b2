import { milliseconds } from '@lapwing/shared/kernel/time';
import type { Phase, TimedPhase } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import { agendaPhase, at, move, talk } from '../../../client/src/gallery/fixtures.ts';
import { isSentBack } from '../../../client/src/kit/sent-back.ts';

const paused: Phase = { kind: 'paused', of: talk(3) as TimedPhase, remaining: milliseconds(1), since: at(30) };

describe('a move that was taken back', () => {
  it('sends people back to the round before, talking, over or paused', () => {
    expect(isSentBack(move(4), talk(3))).toBe(true);
    expect(isSentBack(move(4), { kind: 'timeUp', round: 3, since: at(34) })).toBe(true);
    expect(isSentBack(move(4), paused)).toBe(true);
  });

  it('is nothing that the evening does by itself', () => {
    expect(isSentBack(move(4), talk(4))).toBe(false);
    expect(isSentBack(move(4), { kind: 'ready', round: 4, since: at(36) })).toBe(false);
    expect(isSentBack(move(4), move(5))).toBe(false);
    expect(isSentBack(talk(4), talk(3))).toBe(false);
    expect(isSentBack(agendaPhase(2, 34), talk(3))).toBe(false);
  });
});
