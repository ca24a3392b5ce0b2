import { milliseconds } from '@lapwing/shared/kernel/time';
import type { Phase, TimedPhase } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import { agendaPhase, at, move, studentCard, talk, withRound } from '../../../client/src/gallery/fixtures.ts';
import { firstOpenRound, type KnownSeats, noted, seatNews } from '../../../client/src/phone/seat-news.ts';

/** The fixture's own seats: 5, 12, 8, 3, 10, 1. */
const KNOWN: KnownSeats = { seats: [5, 12, 8, 3, 10, 1], gone: false };
const none = { seats: [], gone: false };
const doors: Phase = { kind: 'doors' };
const without = studentCard({ rounds: [] });
const outFrom = (round: number) =>
  studentCard({ rounds: studentCard().rounds.map((one) => (one.round < round ? one : { ...one, table: null })) });

describe('rounds that are not over', () => {
  it.each<[string, Phase, number | null]>([
    ['doors', doors, 1],
    ['a talk', talk(3), 3],
    ['a move', move(4), 4],
    ['time up', { kind: 'timeUp', round: 3, since: at(34) }, 4],
    ['ready', { kind: 'ready', round: 4, since: at(36) }, 4],
    ['a break', agendaPhase(2, 34), 4],
    ['a pause', { kind: 'paused', of: talk(3) as TimedPhase, remaining: milliseconds(1), since: at(30) }, 3],
    ['the end', { kind: 'finished', at: at(70) }, null],
  ])('in %s', (_, phase, round) => {
    expect(firstOpenRound(phase)).toBe(round);
  });
});

describe('what is new about a seat', () => {
  it('is nothing while the card is what this person knows', () => {
    expect(seatNews(KNOWN, studentCard(), talk(3))).toBeNull();
  });

  it('is the next table, with the one before', () => {
    expect(seatNews(KNOWN, studentCard({ rounds: withRound(4, { table: 5 }) }), talk(3))).toEqual({
      ...{ kind: 'changed', next: true, more: 0 },
      change: { round: 4, before: 3, after: 5 },
    });
  });

  it('counts how many more rounds changed, and says when it is not the next one', () => {
    const card = studentCard({
      rounds: withRound(5, { table: 2 }).map((one) => (one.round === 6 ? { ...one, table: 4 } : one)),
    });
    expect(seatNews(KNOWN, card, talk(3))).toMatchObject({ kind: 'changed', next: false, more: 1 });
    expect(seatNews(KNOWN, card, move(5))).toMatchObject({ kind: 'now', change: { round: 5, before: 10, after: 2 } });
  });

  it('leaves out what is over', () => {
    expect(seatNews(KNOWN, studentCard({ rounds: withRound(2, { table: 7 }) }), talk(3))).toBeNull();
    const third = studentCard({ rounds: withRound(3, { table: 7 }) });
    expect(seatNews(KNOWN, third, { kind: 'timeUp', round: 3, since: at(34) })).toBeNull();
    expect(seatNews(KNOWN, third, { kind: 'finished', at: at(70) })).toBeNull();
  });

  it('is urgent for the table of the round that runs, and for the one people walk to', () => {
    expect(seatNews(KNOWN, studentCard({ rounds: withRound(3, { table: 7 }) }), talk(3))?.kind).toBe('now');
    expect(seatNews(KNOWN, studentCard({ rounds: withRound(4, { table: 7 }) }), move(4))?.kind).toBe('now');
    const waiting: Phase = { kind: 'ready', round: 4, since: at(36) };
    expect(seatNews(KNOWN, studentCard({ rounds: withRound(4, { table: 7 }) }), waiting)?.kind).toBe('now');
  });

  it('is not urgent before doors and in a break: the first table that comes', () => {
    expect(seatNews(KNOWN, studentCard({ rounds: withRound(1, { table: 7 }) }), doors)).toMatchObject({
      kind: 'changed',
      next: true,
    });
    const fourth = studentCard({ rounds: withRound(4, { table: 7 }) });
    expect(seatNews(KNOWN, fourth, agendaPhase(2, 34))).toMatchObject({ kind: 'changed', next: true });
  });

  it('tells who sits out now, and who does not any more', () => {
    expect(seatNews(KNOWN, studentCard({ rounds: withRound(4, { table: null }) }), talk(3))).toMatchObject({
      change: { before: 3, after: null },
    });
    const sat: KnownSeats = { seats: [5, 12, 8, null, 10, 1], gone: false };
    expect(seatNews(sat, studentCard(), talk(3))).toMatchObject({ change: { before: null, after: 3 } });
  });

  it('welcomes who opens their link for the first time while the night runs and is not checked in', () => {
    const late = studentCard({ checkedIn: false });
    expect(seatNews(null, late, talk(3))).toEqual({ kind: 'saved', table: 8 });
    expect(seatNews(null, late, doors)).toBeNull();
    expect(seatNews(null, studentCard(), talk(3))).toBeNull();
  });

  it('tells who had no seat that there is one now', () => {
    expect(seatNews(none, studentCard(), talk(3))).toEqual({ kind: 'saved', table: 8 });
    expect(seatNews(none, studentCard(), doors)).toBeNull();
  });

  it('remembers that a seat was lost for as long as there is none', () => {
    expect(seatNews(KNOWN, without, talk(3))).toEqual({ kind: 'gone' });
    expect(seatNews(KNOWN, outFrom(3), talk(3))).toEqual({ kind: 'gone' });
    const gone: KnownSeats = { seats: [], gone: true };
    expect(seatNews(gone, without, talk(4))).toEqual({ kind: 'gone' });
    expect(seatNews(gone, studentCard(), talk(4))).toEqual({ kind: 'saved', table: 3 });
    expect(noted(without, true).gone).toBe(true);
    expect(noted(studentCard(), true)).toEqual(KNOWN);
  });

  it('does not take the last round sat out for a lost seat', () => {
    const last: KnownSeats = { seats: [5, 12, 8, 3, 10, null], gone: false };
    expect(seatNews(last, studentCard({ rounds: withRound(6, { table: null }) }), talk(6))).toBeNull();
  });
});
