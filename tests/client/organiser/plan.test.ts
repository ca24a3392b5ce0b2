import { callNames } from '@lapwing/shared/event/call-names';
import type { Schedule, Seating } from '@lapwing/shared/event/schedule';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import type { PlanReport, ReportRow } from '@lapwing/shared/rotation/report';
import { describe, expect, it } from 'vitest';
import { eveningFigures } from '../../../client/src/organiser/after/evening-figures.ts';
import { seatedRound, tilesOf } from '../../../client/src/organiser/live/tiles.ts';
import { linePath } from '../../../client/src/organiser/plan/line-path.ts';
import { peopleOf, planRows } from '../../../client/src/organiser/plan/plan-rows.ts';
import { reportLines } from '../../../client/src/organiser/plan/report-sentences.ts';
import { say } from '../../../client/src/organiser/words.ts';
import { at, moment, NINETEEN, person, table } from './builders.ts';

const ids = (...names: string[]) => names.map(attendeeId);
const seating = (students: string[], mentors: string[]): Seating => ({
  students: ids(...students),
  mentors: ids(...mentors),
});
const schedule: Schedule = {
  rounds: [
    { t1: seating(['a', 'b'], ['m']), t2: seating(['c'], ['n']) },
    { t1: seating(['c'], ['m']), t2: seating(['a'], ['n']) },
  ],
};

describe('the grid', () => {
  const tables = [table(1), table(2)];
  it('when students move, mentors stay and who sits out is listed', () => {
    const grid = planRows(schedule, tables, 'students');
    expect(grid.rows[0]).toMatchObject({ number: 1, name: 'Avocet', stays: ['m'], comes: [['a', 'b'], ['c']] });
    expect(grid.sittingOut).toEqual([[], ['b']]);
  });
  it('when mentors move, the group stays', () => {
    const grid = planRows(schedule, tables, 'mentors');
    expect(grid.rows[1]).toMatchObject({ stays: ['c'], comes: [['n'], ['n']] });
  });
  it('knows everybody it seats', () => {
    expect([...peopleOf(schedule)].sort()).toEqual(['a', 'b', 'c', 'm', 'n']);
  });
});

describe('the line of a person', () => {
  it('runs straight along a row and bends between rows', () => {
    expect(
      linePath([
        { left: 0, right: 10, middle: 5 },
        { left: 30, right: 40, middle: 5 },
      ]),
    ).toBe('M10 5H30');
    expect(
      linePath([
        { left: 0, right: 10, middle: 5 },
        { left: 30, right: 40, middle: 105 },
      ]),
    ).toBe('M10 5H12Q20 5 20 13V97Q20 105 28 105H30');
  });
  it('is nothing for one cell', () => {
    expect(linePath([{ left: 0, right: 10, middle: 5 }])).toBe('');
  });
});

describe('the report', () => {
  const line = (row: ReportRow): string => {
    const [only] = reportLines({ rows: [row] });
    return only ? `${say(only.title)}: ${say(only.value)}. ${say(only.why)}` : '';
  };
  const plain = { firm: true, good: true, value: 0, bound: 0 };
  it('says each aim in plain words with the best that is possible', () => {
    expect(line({ ...plain, aim: 'same-mentor-twice' })).toBe(
      'Same mentor twice: 0. Never happens. This is a firm rule.',
    );
    expect(
      line({
        ...plain,
        aim: 'even-tables',
        smallest: 4,
        largest: 5,
        tablesOfSmallest: 4,
        tablesOfLargest: 8,
        everyRound: true,
      }),
    ).toBe('Even tables: 4 or 5. 8 tables of 5, 4 of 4, every round.');
    expect(line({ ...plain, firm: false, aim: 'wishes', value: 152, bound: 156, wished: 174 })).toBe(
      'Wishes met: 152 of 174. At most 156 can be met.',
    );
    expect(
      line({ ...plain, firm: false, aim: 'fields', value: 291, bound: 336, students: 56, fewest: 4, inRoom: 6 }),
    ).toBe('Mix of fields: 5.2 of 6. Everyone meets at least 4 different fields. There are 6 in the room.');
    expect(line({ ...plain, firm: false, good: false, aim: 'same-faces', value: 11, bound: 8, pairs: 400 })).toBe(
      'Same faces twice: 11 times. At least 8 cannot be avoided.',
    );
  });
  it('says who waits when somebody has to', () => {
    const waits = { aim: 'sitting-out', fewest: 1, most: 1, tablesWithoutMentor: 0 } as const;
    expect(line({ ...plain, ...waits, value: 6, bound: 6, who: 'students', people: 6 })).toBe(
      'Sitting out: 6. 6 cannot be avoided. 6 students wait, nobody more than once.',
    );
    expect(line({ ...plain, ...waits, good: false, value: 6, bound: 2, who: 'mentors', people: 1, most: 6 })).toBe(
      'Sitting out: 6. Only 2 cannot be avoided. One mentor waits, up to 6 times.',
    );
  });
  it('shows firm rules first and never a bare score', () => {
    const rows = [
      { ...plain, firm: false, aim: 'wishes', wished: 0 },
      { ...plain, aim: 'same-mentor-twice' },
    ] as PlanReport['rows'];
    const lines = reportLines({ rows });
    expect(lines.map(({ aim }) => aim)).toEqual(['same-mentor-twice', 'wishes']);
    for (const { why } of lines) expect(say(why)).not.toBe('');
  });
});

describe('table tiles', () => {
  const people = [
    person('Ann Lee', { id: attendeeId('a'), checkedInAt: NINETEEN }),
    person('Bo Day', { id: attendeeId('b') }),
    person('Mia Roe', { id: attendeeId('m'), role: 'mentor' }),
  ];
  const byId = new Map(people.map((one) => [one.id, one]));
  it('tell who is here, who is missing and whether the mentor came', () => {
    const [tile] = tilesOf([table(1)], schedule, 1, byId, callNames(people));
    expect(tile).toMatchObject({
      number: 1,
      name: 'Avocet',
      mentors: ['Mia Roe'],
      students: ['Ann'],
      absent: ['Bo'],
      mentorAbsent: true,
    });
  });
  it('follow the round that matters', () => {
    expect(seatedRound({ kind: 'doors' }, 6)).toBe(1);
    expect(seatedRound({ kind: 'moving', round: 4, startsAt: at(0), endsAt: at(2) }, 6)).toBe(4);
    expect(seatedRound({ kind: 'finished', at: at(0) }, 6)).toBeNull();
    const talk = { kind: 'agenda', title: 'freeTalk', item: 0, round: 7, startsAt: at(0), endsAt: at(2) } as const;
    expect(seatedRound(talk, 6)).toBeNull();
  });
});

it('the evening in figures counts who came, also those who were not expected', () => {
  const people = [
    person('A', { checkedInAt: NINETEEN }),
    person('B'),
    person('C', { standing: 'cancelled' }),
    person('D', { standing: 'cancelled', checkedInAt: NINETEEN }),
    person('M', { role: 'mentor', checkedInAt: NINETEEN }),
  ];
  const night = { ...moment({ kind: 'finished', at: at(90) }), begun: [at(1), null, at(18)] };
  expect(eveningFigures(people, night)).toEqual({
    students: 3,
    studentsHere: 2,
    mentors: 1,
    mentorsHere: 1,
    rounds: 2,
    beganAt: at(1),
    finishedAt: at(90),
  });
});
