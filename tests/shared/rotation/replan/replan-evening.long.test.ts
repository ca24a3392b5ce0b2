import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../../shared/src/event/schedule.ts';
import { attendeeId } from '../../../../shared/src/kernel/ids.ts';
import { brokenRules } from '../../../../shared/src/rotation/broken-rules.ts';
import { type EveningToPlan, planEvening } from '../../../../shared/src/rotation/evening.ts';
import {
  type EveningProposal,
  type ReplanEveningOptions,
  type RunningEvening,
  replanEvening,
} from '../../../../shared/src/rotation/replan/replan-evening.ts';
import { evening } from '../builders.ts';

const OPTIONS: ReplanEveningOptions = { seed: 1, iterations: 8_000 };

function planned(plan: EveningToPlan): Schedule {
  const result = planEvening(plan, { seed: 1, iterations: 8_000 });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.schedule;
}

function proposals(running: RunningEvening, options: Partial<ReplanEveningOptions> = {}): readonly EveningProposal[] {
  const result = replanEvening(running, { ...OPTIONS, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function first(running: RunningEvening): EveningProposal {
  const [proposal] = proposals(running);
  if (!proposal) throw new Error('no proposal');
  return proposal;
}

const seatsIn = (schedule: Schedule, from: number): string[] =>
  schedule.rounds.slice(from).flatMap((round) => Object.values(round).flatMap(({ students }) => students));

describe.each(['students', 'mentors'] as const)('a night on which %s move', (whoMoves) => {
  const before = evening(24, 6, 4, 6, { whoMoves });
  const schedule = planned(before);

  it('R70 goes on as planned when nothing has changed', () => {
    const proposal = first({ schedule, evening: before, done: 1, freezeCurrent: false });
    expect(proposal.changes).toEqual([]);
    expect(proposal.schedule).toEqual(schedule);
  });

  it('R78 gives a latecomer a place in all rounds to come, and nobody else another one', () => {
    const late = { id: attendeeId('late'), industries: [], stepFree: false };
    const now = { ...before, students: [...before.students, late] };
    const proposal = first({ schedule, evening: now, done: 2, freezeCurrent: false });
    expect(seatsIn(proposal.schedule, 0).filter((id) => id === 'late')).toHaveLength(2);
    expect(seatsIn(proposal.schedule, 2).filter((id) => id === 'late')).toHaveLength(2);
    expect(proposal.changes.filter(({ person }) => person !== 'late')).toEqual([]);
    expect(brokenRules({ rounds: proposal.schedule.rounds }, now)).toEqual([]);
  });

  it('R78 leaves no seat to somebody who has gone, and the past as it was', () => {
    const now = { ...before, students: before.students.slice(3) };
    const proposal = first({ schedule, evening: now, done: 2, freezeCurrent: false });
    expect(proposal.schedule.rounds.slice(0, 2)).toEqual(schedule.rounds.slice(0, 2));
    expect(seatsIn(proposal.schedule, 2)).not.toContain('s1');
    expect(seatsIn(proposal.schedule, 0)).toContain('s1');
    expect(proposal.report.rows.find(({ aim }) => aim === 'same-mentor-twice')).toMatchObject({ good: true });
  });

  it('R78 does without a mentor who has left', () => {
    const now = { ...before, mentors: before.mentors.slice(1) };
    const proposal = first({ schedule, evening: now, done: 1, freezeCurrent: false });
    const mentors = proposal.schedule.rounds
      .slice(1)
      .flatMap((round) => Object.values(round).flatMap((at) => at.mentors));
    expect(mentors).not.toContain('m1');
    expect(new Set(seatsIn(proposal.schedule, 1)).size).toBe(24);
    for (const round of proposal.schedule.rounds.slice(1)) {
      expect(Object.values(round).flatMap(({ students }) => students)).toHaveLength(24);
    }
  });

  it('R78 meets nobody again, however freely the rest is planned', () => {
    const now = { ...before, mentors: before.mentors.slice(1) };
    for (const seed of [1, 2, 3]) {
      for (const proposal of proposals({ schedule, evening: now, done: 2, freezeCurrent: false }, { seed })) {
        expect(proposal.report.rows.find(({ aim }) => aim === 'same-mentor-twice')).toMatchObject({ value: 0 });
      }
    }
  });

  it('R79 a refusal says what is missing', () => {
    const nobody = { ...before, students: [] };
    expect(replanEvening({ schedule, evening: nobody, done: 1, freezeCurrent: false }, OPTIONS)).toMatchObject({
      ok: false,
      refusal: { code: 'no-students' },
    });
    const alone = { ...before, mentors: [] };
    expect(replanEvening({ schedule, evening: alone, done: 1, freezeCurrent: false }, OPTIONS)).toMatchObject({
      ok: false,
      refusal: { code: 'no-mentors' },
    });
  });
});

it('R71 the seats of the round that runs stay, but for those who have gone', () => {
  const before = evening(30, 6, 5, 6);
  const schedule = planned(before);
  const now = { ...before, students: before.students.slice(6) };
  const proposal = first({ schedule, evening: now, done: 1, freezeCurrent: true });
  expect(proposal.changes.filter(({ round }) => round === 2)).toEqual([]);
  const gone = new Set(before.students.slice(0, 6).map(({ id }) => id));
  Object.entries(schedule.rounds[1] ?? {}).forEach(([table, { students }]) => {
    const stayed = students.filter((id) => !gone.has(id)).sort();
    expect([...(proposal.schedule.rounds[1]?.[table]?.students ?? [])].sort()).toEqual(stayed);
  });
});

describe('a plan that was mended before', () => {
  it('mentors move: students keep the table they were told to have next, not the one they sit at now', () => {
    const plan = evening(12, 4, 4, 4, { whoMoves: 'mentors' });
    const schedule = planned(plan);
    const [first] = schedule.rounds;
    const swap = (student: string): string => (student === one ? other : student === other ? one : student);
    const [one, other] = ['t1', 't2'].map((table) => first?.[table]?.students[0] as string) as [string, string];
    const later = schedule.rounds
      .slice(1)
      .map((round) =>
        Object.fromEntries(
          Object.entries(round).map(([table, { students, mentors }]) => [
            table,
            { students: students.map((student) => attendeeId(swap(student))), mentors },
          ]),
        ),
      );
    const mended = { rounds: [first ?? {}, ...later] };
    const running: RunningEvening = { schedule: mended, evening: plan, done: 0, freezeCurrent: true };
    const [proposal] = proposals(running, { kinds: ['fewest-moves'] });
    expect(proposal?.changes.filter(({ round }) => round > 1)).toEqual([]);
  });

  it('students move: who stands in the round that runs sits out less later', () => {
    const plan = evening(9, 2, 5, 4);
    const schedule = planned(plan);
    const out = plan.students.filter(({ id }) =>
      Object.values(schedule.rounds[0] ?? {}).every(({ students }) => !students.includes(id)),
    );
    const late = attendeeId('late');
    const students = [...plan.students, { id: late, industries: [], stepFree: false }];
    const waiting = [late, ...out.map(({ id }) => id)];
    const running = { schedule, evening: { ...plan, students }, done: 0, freezeCurrent: true, waiting };
    const [mended] = proposals(running, { kinds: ['fewest-moves'] });
    for (const round of mended?.schedule.rounds.slice(1) ?? [])
      expect(Object.values(round).some((seating) => seating.students.includes(late))).toBe(true);
  });
});
