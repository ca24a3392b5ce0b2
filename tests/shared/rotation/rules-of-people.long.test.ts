import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../../shared/src/event/schedule.ts';
import { attendeeId, tableId } from '../../../shared/src/kernel/ids.ts';
import type { Refusal } from '../../../shared/src/kernel/refusal.ts';
import { brokenRules } from '../../../shared/src/rotation/broken-rules.ts';
import { type EveningToPlan, healEvening, planEvening } from '../../../shared/src/rotation/evening.ts';
import { replanEvening } from '../../../shared/src/rotation/replan/replan-evening.ts';
import { weightedWishes } from '../../../shared/src/rotation/wishes.ts';
import { evening } from './builders.ts';
import { anyRuledEvening, brokenByHand } from './rules-of-people.ts';

const OPTIONS = { seed: 7, iterations: 400 };

/** Where everybody keeps a seat all evening, whether rules of several people fit together is found by trying. */
function saidWhy({ details }: Refusal, which: EveningToPlan): void {
  const reasons = which.whoMoves === 'mentors' ? ['seat-rules', 'too-few-seats', 'no-seat'] : ['seat-rules'];
  expect(reasons, JSON.stringify(details)).toContain(details?.reason);
}

/** The schedule, or null where the rules contradict each other and that was said before the search. */
function planned(which: EveningToPlan): Schedule | null {
  const result = planEvening(which, OPTIONS);
  if (result.ok) return result.value.schedule;
  expect(result.refusal.code, JSON.stringify(result.refusal)).toMatch(/^(plan-impossible|no-mentors)$/u);
  saidWhy(result.refusal, which);
  return null;
}

describe.each(['students', 'mentors'] as const)('when %s move', (whoMoves) => {
  test('R98 every plan keeps what was said about people, or says before the search what cannot be', () => {
    fc.assert(
      fc.property(anyRuledEvening(whoMoves), (which) => {
        const schedule = planned(which);
        if (!schedule) return;
        expect(brokenByHand(schedule, which)).toEqual([]);
        const own = brokenRules(schedule, which).filter(({ rule }) => rule !== 'same-mentor-twice');
        expect(own).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('R98 so does a plan healed for who came, and one mended while the night runs', () => {
    fc.assert(
      fc.property(anyRuledEvening(whoMoves), fc.nat(), fc.boolean(), (which, who, freezeCurrent) => {
        const schedule = planned(which);
        if (!schedule) return;
        const gone = which.students[who % which.students.length];
        const here = { ...which, students: which.students.filter((one) => one !== gone) };
        if (here.students.length === 0) return;
        const healed = healEvening(schedule, here, OPTIONS);
        if (healed.ok) expect(brokenByHand(healed.value.schedule, here)).toEqual([]);
        else saidWhy(healed.refusal, here);
        const done = which.rounds > 1 ? 1 : 0;
        const running = { schedule, evening: here, done, freezeCurrent };
        const mended = replanEvening(running, { ...OPTIONS, kinds: ['fewest-moves'] });
        if (!mended.ok) throw new Error(JSON.stringify(mended.refusal));
        const toCome = done + (freezeCurrent ? 2 : 1);
        for (const proposal of mended.value) expect(brokenByHand(proposal.schedule, here, toCome)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('R99 mentors come to somebody who stays, each of them once, and others still meet everybody once', () => {
  const plain = evening(24, 6, 5, 5);
  const stays = plain.tables[2]?.id ?? tableId('');
  const which = {
    ...plain,
    students: plain.students.map((one, at) => (at === 0 ? { ...one, staysAt: stays } : one)),
  };
  const schedule = planned(which);
  if (!schedule) throw new Error('no plan');
  expect(brokenByHand(schedule, which)).toEqual([]);
  const metBy = (person: string) =>
    schedule.rounds.flatMap((round) =>
      Object.values(round).flatMap(({ students, mentors }) => (students.some((id) => id === person) ? mentors : [])),
    );
  for (const { id } of which.students) expect(new Set(metBy(id)).size).toBe(5);
});

test('R100 somebody kept apart from a mentor never meets them, and a late mentor only those who are there then', () => {
  const plain = evening(20, 5, 4, 6);
  const which: EveningToPlan = {
    ...plain,
    pairs: [{ one: attendeeId('m2'), other: attendeeId('s4'), kind: 'apart' }],
    mentors: plain.mentors.map((one) => (one.id === 'm3' ? { ...one, rounds: [3, 4] } : one)),
  };
  const schedule = planned(which);
  if (!schedule) throw new Error('no plan');
  expect(brokenByHand(schedule, which)).toEqual([]);
  expect(schedule.rounds.map((round) => (round.t3?.students.length ?? 0) > 0)).toEqual([false, false, true, true]);
});

test('R53 R8 who needs a quiet table, or a quiet one without steps, sits nowhere else; when mentors move, so do they', () => {
  const plain = evening(12, 4, 3, 4, { whoMoves: 'mentors' });
  const which: EveningToPlan = {
    ...plain,
    tables: plain.tables.map((table, at) => ({ ...table, quiet: at < 2, stepFree: at % 2 === 1 })),
    students: plain.students.map((one, at) => (at === 0 ? { ...one, quiet: true, stepFree: true } : one)),
    mentors: plain.mentors.map((one) => (one.id === 'm1' ? { ...one, quiet: true } : one)),
  };
  const schedule = planned(which);
  if (!schedule) throw new Error('no plan');
  const tablesOf = (person: string) =>
    new Set(
      schedule.rounds.flatMap((round) =>
        Object.entries(round).flatMap(([table, { students, mentors }]) =>
          [...students, ...mentors].some((id) => id === person) ? [table] : [],
        ),
      ),
    );
  expect(tablesOf('s1')).toEqual(new Set(['t2']));
  expect([...tablesOf('m1')].every((table) => table === 't1' || table === 't2')).toBe(true);
});

test('R54 two mentors who are kept apart never share a table, though there are more mentors than tables', () => {
  const plain = evening(12, 4, 4, 4, { whoMoves: 'mentors' });
  const guests = ['g1', 'g2', 'g3'].map((id) => ({ id: attendeeId(id), industry: 'Law' }));
  const mentors = [...plain.mentors, ...guests];
  const shared = (pairs: EveningToPlan['pairs'], seed: number): number => {
    const result = planEvening({ ...plain, mentors, ...(pairs ? { pairs } : {}) }, { seed, iterations: 500 });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value.schedule.rounds.filter((round) =>
      Object.values(round).some(
        ({ mentors: here }) => here.includes(attendeeId('g1')) && here.includes(attendeeId('m1')),
      ),
    ).length;
  };
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);
  const apart = [{ one: attendeeId('g1'), other: attendeeId('m1'), kind: 'apart' as const }];
  expect(seeds.map((seed) => shared(apart, seed))).toEqual(seeds.map(() => 0));
  expect(Math.max(...seeds.map((seed) => shared(undefined, seed))), 'else they would').toBeGreaterThan(0);
});

test('R101 the dearest counts 5, then 4, 3, 2, 1; an industry or a role 3; the largest of several counts', () => {
  const plain = evening(1, 8, 2, 4);
  const mentor = (at: number) => attendeeId(`m${at}`);
  const which: EveningToPlan = {
    ...plain,
    students: [
      {
        ...(plain.students[0] as EveningToPlan['students'][number]),
        industries: ['Law'],
        roles: ['data-analyst'],
        wishes: [5, 4, 3, 2, 7, 8, 1].map(mentor),
      },
    ],
    mentors: plain.mentors.map((one, at) => ({
      ...one,
      industry: at === 0 ? 'law' : 'Media',
      roles: at === 1 || at === 5 ? ['Data analyst'] : [],
    })),
  };
  expect(Object.fromEntries(weightedWishes(which).get(attendeeId('s1')) ?? [])).toEqual({
    m5: 5,
    m4: 4,
    m3: 3,
    m2: 3,
    m7: 1,
    m8: 1,
    m1: 3,
    m6: 3,
  });
});
