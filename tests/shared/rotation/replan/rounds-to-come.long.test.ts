import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../../shared/src/event/schedule.ts';
import { type AttendeeId, attendeeId, type TableId, tableId } from '../../../../shared/src/kernel/ids.ts';
import { type EveningToPlan, planEvening } from '../../../../shared/src/rotation/evening.ts';
import {
  type EveningProposal,
  type RoundsToCome,
  type RunningEvening,
  replanEvening,
} from '../../../../shared/src/rotation/replan/replan-evening.ts';
import { FIRST_TRY } from '../../../../shared/src/rotation/replan/searches.ts';
import { warmUp } from '../../../../shared/src/rotation/replan/warm-up.ts';
import { reportOn } from '../../../../shared/src/rotation/report.ts';
import { evening } from '../builders.ts';

function planned(plan: EveningToPlan): Schedule {
  const result = planEvening(plan, { seed: 1, iterations: 8_000 });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.schedule;
}

const mend = (running: RunningEvening, iterations = 8_000) =>
  replanEvening(running, { seed: 1, iterations, kinds: ['fewest-moves'] });

function proposal(running: RunningEvening): EveningProposal {
  const result = mend(running);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const [first] = result.value;
  if (!first) throw new Error('no proposal');
  return first;
}

/** Rounds (from 1) in which this person sits somewhere. */
const roundsOf = ({ rounds }: Schedule, person: AttendeeId): number[] =>
  rounds.flatMap((round, index) =>
    Object.values(round).some(({ students, mentors }) => [...students, ...mentors].includes(person)) ? [index + 1] : [],
  );

const sitting = ({ rounds }: Schedule, round: number, table: TableId): readonly AttendeeId[] =>
  rounds[round - 1]?.[table]?.students ?? [];

const [s1, m1, t1] = [attendeeId('s1'), attendeeId('m1'), tableId('t1')];
const row = ({ report }: EveningProposal, aim: string) => report.rows.find((one) => one.aim === aim);

describe('what is known of rounds to come', () => {
  const before = evening(24, 6, 5, 6);
  const schedule = planned(before);
  const night = (toCome: RoundsToCome, done = 1, freezeCurrent = true): RunningEvening => ({
    schedule,
    evening: before,
    done,
    freezeCurrent,
    toCome,
  });

  it('R94 a student who leaves early has a place until then, and no other change is needed for it', () => {
    const mended = proposal(night({ present: new Map([[s1, [1, 2, 3]]]) }));
    expect(roundsOf(mended.schedule, s1)).toEqual([1, 2, 3]);
    expect(mended.changes.filter(({ person }) => person === s1)).toEqual([]);
    expect(row(mended, 'sitting-out')).toMatchObject({ value: 0, good: true });
  });

  it('R94 a student who is expected later has places from then on', () => {
    const late = { id: attendeeId('late'), industries: [], stepFree: false };
    const running = night({ present: new Map([[late.id, [4, 5]]]) });
    const mended = proposal({ ...running, evening: { ...before, students: [...before.students, late] } });
    expect(roundsOf(mended.schedule, late.id)).toEqual([4, 5]);
    expect(row(mended, 'sitting-out')).toMatchObject({ value: 0, good: true });
  });

  it('R94 what is said of a round that cannot change is not heard', () => {
    const mended = proposal(night({ present: new Map([[s1, [5]]]) }));
    expect(roundsOf(mended.schedule, s1)).toEqual([1, 2, 5]);
  });

  it('R94 a table closes from a round on, and only its people change', () => {
    const mended = proposal(night({ closed: new Map([[t1, [4, 5]]]) }));
    expect([1, 2, 3].map((round) => sitting(mended.schedule, round, t1).length)).toEqual([4, 4, 4]);
    expect([4, 5].map((round) => sitting(mended.schedule, round, t1).length)).toEqual([0, 0]);
    expect(roundsOf(mended.schedule, m1)).toEqual([1, 2, 3]);
    expect(mended.changes.every(({ round, from }) => round >= 4 && (from === t1 || from !== null))).toBe(true);
    const moved = mended.changes.filter(({ from, person }) => from === t1 && person !== m1);
    expect(moved).toHaveLength(8);
  });

  it('R94 a mentor who leaves early closes the table from then on', () => {
    const mended = proposal(night({ present: new Map([[m1, [1, 2, 3]]]) }));
    expect(roundsOf(mended.schedule, m1)).toEqual([1, 2, 3]);
    expect(sitting(mended.schedule, 4, t1)).toEqual([]);
    expect(sitting(mended.schedule, 3, t1)).toHaveLength(4);
  });

  it('R94 a place given by hand stays', () => {
    const person = before.students.find(({ id }) => !sitting(schedule, 4, t1).includes(id))?.id ?? s1;
    const mended = proposal(night({ pinned: [{ round: 4, student: person, table: t1 }] }));
    expect(sitting(mended.schedule, 4, t1)).toContain(person);
    const out = proposal(night({ pinned: [{ round: 5, student: person, table: null }] }));
    expect(roundsOf(out.schedule, person)).toEqual([1, 2, 3, 4]);
  });

  it('R94 a place given by hand that cannot be is refused with names', () => {
    const closed: RoundsToCome = {
      closed: new Map([[t1, [4]]]),
      pinned: [{ round: 4, student: s1, table: t1 }],
    };
    const nowhere: RoundsToCome = { pinned: [{ round: 4, student: s1, table: tableId('t99') }] };
    for (const toCome of [closed, nowhere]) {
      const result = mend(night(toCome));
      expect(result).toMatchObject({ ok: false, refusal: { code: 'plan-impossible' } });
      expect(JSON.stringify(result)).toMatch(/pin-conflict.*s1/);
    }
  });

  it('R94 a reserve mentor at a table keeps it open, and nobody changes', () => {
    const reserve = { id: attendeeId('reserve'), industry: 'Law' };
    const now = {
      ...before,
      tables: before.tables.map((table) => (table.id === t1 ? { ...table, mentors: [reserve.id] } : table)),
      mentors: [reserve, ...before.mentors.slice(1)],
    };
    const mended = proposal({ ...night({}), evening: now });
    expect(mended.changes.map(({ person }) => person)).toEqual(Array(4).fill(reserve.id));
    expect(roundsOf(mended.schedule, reserve.id)).toEqual([2, 3, 4, 5]);
  });

  it('R94 a table that is put there later has nobody in the round that runs', () => {
    const more = evening(24, 7, 5, 6);
    const mended = proposal({ ...night({}), evening: more });
    expect(mended.schedule.rounds[1]?.t7).toEqual({ students: [], mentors: [] });
    expect(sitting(mended.schedule, 3, tableId('t7'))).toHaveLength(3);
  });

  it('R95 fixed rounds are not held against a plan', () => {
    const fewer = { ...before, students: before.students.filter(({ id }) => !sitting(schedule, 1, t1).includes(id)) };
    const mended = proposal({ ...night({}, 0), evening: fewer });
    expect(row(mended, 'even-tables')).toMatchObject({ value: 0, good: true, smallest: 3, largest: 4 });
    const whole = { ...mended, report: reportOn(mended.schedule, fewer) };
    expect(row(whole, 'even-tables')).toMatchObject({ good: false, smallest: 0 });
  });

  it('R94 mentors who move leave early too', () => {
    const moving = evening(24, 6, 5, 6, { whoMoves: 'mentors' });
    const running = { schedule: planned(moving), evening: moving, done: 1, freezeCurrent: true };
    const mended = proposal({ ...running, toCome: { present: new Map([[m1, [1, 2, 3]]]) } });
    expect(roundsOf(mended.schedule, m1)).toEqual([1, 2, 3]);
  });
});

describe('somebody waits for a proposal', () => {
  const before = evening(36, 9, 6, 6);
  const schedule = planned(before);
  const now = { ...before, students: before.students.slice(5) };
  const running = { schedule, evening: now, done: 1, freezeCurrent: true };

  it('R96 hears of one after a short search, and of a better one of that kind later', () => {
    const heard: { kind: string; iterations: number }[] = [];
    const result = replanEvening(running, {
      seed: 1,
      iterations: 60_000,
      onProposal: ({ kind, iterations }) => heard.push({ kind, iterations }),
    });
    expect(heard[0]).toEqual({ kind: 'fewest-moves', iterations: FIRST_TRY });
    expect(result.ok && result.value.map(({ iterations }) => iterations)).toEqual([60_000, 60_000, 60_000]);
    expect(heard.slice(1).map(({ iterations }) => iterations)).toEqual(heard.slice(1).map(() => 60_000));
  });

  it('R96 the early proposal is made again by its seed and iterations', () => {
    const heard: EveningProposal[] = [];
    replanEvening(running, { seed: 7, iterations: 60_000, onProposal: (one) => heard.push(one) });
    const again = replanEvening(running, { seed: 7, iterations: FIRST_TRY, kinds: ['fewest-moves'] });
    expect(again.ok && again.value[0]?.schedule).toEqual(heard[0]?.schedule);
  });
});

it('R96 a worker can be warmed up: all its made-up nights are mended', () => {
  expect(warmUp()).toBe(24);
});
