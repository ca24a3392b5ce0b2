import { expect, test } from 'vitest';
import { EMPTY_DETAILS } from '../../../shared/src/event/roster.ts';
import { attendeeId } from '../../../shared/src/kernel/ids.ts';
import { peopleToPlan } from '../../../shared/src/protocol/planned-for.ts';
import { healEvening, planEvening } from '../../../shared/src/rotation/evening.ts';
import { eveningInstance } from '../../../shared/src/rotation/evening-instance.ts';
import { openTables } from '../../../shared/src/rotation/open-tables.ts';
import { replanEvening } from '../../../shared/src/rotation/replan/replan-evening.ts';
import { SETTINGS } from '../../support/evening-builder.ts';
import { evening } from './builders.ts';

const OPTIONS = { seed: 5, iterations: 2_000 };

test('R102 people who say nothing new are the people of every plan before', () => {
  const { tables } = evening(2, 1, 3, 4);
  const person = (id: string, role: 'student' | 'mentor') => ({
    ...EMPTY_DETAILS,
    ...{
      id: attendeeId(id),
      role,
      checkedInAt: null,
      badgeCode: '',
      unnamed: false,
      unconfirmed: false,
      keptUntil: null,
    },
    industries: ['Law'],
    card: { ...EMPTY_DETAILS.card, industry: 'Law', roles: ['Judge'] },
    access: id === 's2' ? 'I use a wheelchair' : 'none',
  });
  expect(
    JSON.stringify(
      peopleToPlan(SETTINGS, tables, [person('s1', 'student'), person('s2', 'student'), person('m1', 'mentor')]),
    ),
  ).toBe(
    JSON.stringify({
      rounds: 3,
      whoMoves: 'students',
      tables,
      students: [
        { id: 's1', industries: ['Law'], stepFree: false },
        { id: 's2', industries: ['Law'], stepFree: true },
      ],
      mentors: [{ id: 'm1', industry: 'Law' }],
    }),
  );
});

test('R102 their instance has what it had, in the order it had', () => {
  const which = evening(1, 1, 2, 4);
  const [one] = eveningInstance(which, openTables(which)).students;
  const entries = Object.entries(one ?? {}).map(([key, value]) => [key, value instanceof Map ? [...value] : value]);
  expect(entries).toEqual([
    ['id', 's1'],
    ['stepFree', false],
    ['wants', [['m1', 3]]],
    ['present', null],
    ['avoid', []],
    ['apart', []],
    ['together', []],
    ['staysAt', null],
    ['promisedFields', 0],
    ['wantsTags', []],
    ['metMentors', []],
    ['metStudents', []],
  ]);
  const instance = eveningInstance(which, openTables(which));
  expect(instance.tables).toEqual([
    { id: 't1', seats: 4, mentors: ['m1'], stepFree: true, open: null, position: { x: 0, y: 0 } },
  ]);
  expect(instance.mentors).toEqual([{ id: 'm1', tags: ['law'], present: null, rests: 0 }]);
});

test.each(['students', 'mentors'] as const)(
  'R102 no rules, and rules about others, make the same plan: %s',
  (whoMoves) => {
    const plain = evening(30, 6, 5, 6, { whoMoves });
    const strangers = [{ one: attendeeId('x'), other: attendeeId('s1'), kind: 'apart' as const }];
    const same = { ...plain, pairs: [], met: [] };
    const planned = planEvening(plain, OPTIONS);
    if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
    expect(planEvening(same, OPTIONS)).toEqual(planned);
    expect(planEvening({ ...plain, pairs: strangers }, OPTIONS)).toEqual(planned);
    const here = { ...plain, students: plain.students.slice(4), mentors: plain.mentors.slice(1) };
    const { schedule } = planned.value;
    expect(healEvening(schedule, { ...here, pairs: [] }, OPTIONS)).toEqual(healEvening(schedule, here, OPTIONS));
    const running = { schedule, evening: here, done: 1, freezeCurrent: true };
    const mended = replanEvening(running, OPTIONS);
    expect(mended.ok).toBe(true);
    expect(replanEvening({ ...running, evening: { ...here, met: [] } }, OPTIONS)).toEqual(mended);
  },
);
