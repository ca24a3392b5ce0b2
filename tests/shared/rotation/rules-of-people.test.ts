import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../../shared/src/event/schedule.ts';
import { attendeeId, tableId } from '../../../shared/src/kernel/ids.ts';
import type { Refusal } from '../../../shared/src/kernel/refusal.ts';
import { brokenRules } from '../../../shared/src/rotation/broken-rules.ts';
import { type EveningToPlan, healEvening, planEvening } from '../../../shared/src/rotation/evening.ts';
import { replanEvening } from '../../../shared/src/rotation/replan/replan-evening.ts';
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
