import '../../support/property-seed.ts';
import { type Giver, type Hall, type Suggested, suggest, type Unmet } from '@lapwing/shared/introductions/suggest';
import { type AttendeeId, attendeeId } from '@lapwing/shared/kernel/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const FIELDS = ['banking', 'health', 'law'] as const;

const student = (id: string, more: Partial<Unmet> = {}): Unmet => ({
  ...{ id: attendeeId(id), industries: [], roles: [] },
  ...more,
});
const mentor = (id: string, more: Partial<Giver> = {}): Giver => ({
  ...{ id: attendeeId(id), industry: '', roles: [], room: 2, taken: 0 },
  ...more,
});
interface Told {
  readonly students: readonly Unmet[];
  readonly mentors: readonly Giver[];
  /** "student mentor" */
  readonly closed?: readonly string[];
  readonly met?: Readonly<Record<string, number>>;
}
const hall = ({ students, mentors, closed = [], met = {} }: Told): Hall => ({
  ...{ students, mentors },
  isClosed: (one, other) => closed.includes(`${one} ${other}`),
  roundOf: (one, other) => met[`${one} ${other}`] ?? null,
});
const pairsOf = (suggested: readonly Suggested[]) =>
  suggested.flatMap(({ students, mentor: to }) => students.map((one) => `${one} ${to}`));

/** The points of a pair, read once more from the rule. */
const points = ({ met = {} }: Told, one: Unmet, to: Giver): number =>
  (one.roles.some((role) => to.roles.includes(role)) ? 300 : 0) +
  (one.industries.includes(to.industry) ? 300 : 0) +
  (met[`${one.id} ${to.id}`] === undefined ? 0 : 200);
const load = (taken: number): number => 40 * Math.min(20, taken);

interface Worth {
  readonly students: number;
  readonly points: number;
}
const better = (one: Worth, other: Worth): Worth =>
  one.students !== other.students
    ? one.students > other.students
      ? one
      : other
    : one.points >= other.points
      ? one
      : other;

/** The best there is, by trying everything. */
function byTrying(told: Told): Worth {
  const used = new Map<AttendeeId, number>();
  const best = (index: number): Worth => {
    const one = told.students[index];
    if (!one) return { students: 0, points: 0 };
    let found = best(index + 1);
    for (const to of told.mentors) {
      const before = used.get(to.id) ?? 0;
      if (before >= to.room || told.closed?.includes(`${one.id} ${to.id}`)) continue;
      used.set(to.id, before + 1);
      const rest = best(index + 1);
      used.set(to.id, before);
      const own = points(told, one, to) - load(to.taken + before);
      found = better({ students: rest.students + 1, points: rest.points + own }, found);
    }
    return found;
  };
  return best(0);
}

function worthOf(told: Told, suggested: readonly Suggested[]): Worth {
  const taken = new Map(told.mentors.map((one) => [one.id, one.taken]));
  let sum = 0;
  for (const { students, mentor: id } of suggested) {
    const to = told.mentors.find((one) => one.id === id);
    const before = taken.get(id) ?? 0;
    for (const about of students) {
      const one = told.students.find((each) => each.id === about);
      if (one && to) sum += points(told, one, to);
    }
    sum -= load(before);
    taken.set(id, before + 1);
  }
  return { students: suggested.flatMap(({ students }) => students).length, points: sum };
}

const told = (students: number, mentors: number): fc.Arbitrary<Told> =>
  fc
    .record({
      named: fc.array(
        fc.record({
          industries: fc.subarray([...FIELDS]),
          roles: fc.subarray(['design', 'back-end'], { maxLength: 1 }),
        }),
        { maxLength: students },
      ),
      giving: fc.array(
        fc.record({
          industry: fc.constantFrom('', ...FIELDS),
          roles: fc.subarray(['design', 'back-end']),
          room: fc.integer({ min: -1, max: 2 }),
          taken: fc.integer({ min: 0, max: 4 }),
        }),
        { maxLength: mentors },
      ),
      closed: fc.array(fc.tuple(fc.nat(students), fc.nat(mentors)), { maxLength: 6 }),
      met: fc.array(fc.tuple(fc.nat(students), fc.nat(mentors), fc.integer({ min: 1, max: 5 })), { maxLength: 6 }),
    })
    .map(({ named, giving, closed, met }) => ({
      students: named.map((one, index) => student(`s${index}`, one)),
      mentors: giving.map((one, index) => mentor(`m${index}`, one)),
      closed: closed.map(([one, to]) => `s${one} m${to}`),
      met: Object.fromEntries(met.map(([one, to, round]) => [`s${one} m${to}`, round])),
    }));

describe('what is suggested', () => {
  it('H20 no more to a mentor than fits, no student twice, and nothing to two who are closed to each other', () => {
    fc.assert(
      fc.property(told(12, 5), (one) => {
        const suggested = suggest(hall(one));
        for (const { id, room } of one.mentors)
          expect(suggested.filter((each) => each.mentor === id).length).toBeLessThanOrEqual(Math.max(0, room));
        const students = suggested.flatMap((each) => each.students);
        expect(new Set(students).size).toBe(students.length);
        for (const pair of pairsOf(suggested)) expect(one.closed).not.toContain(pair);
      }),
    );
  });

  it('H21 is the best of all ways, as trying them all finds it', () => {
    fc.assert(
      fc.property(told(5, 3), (one) => {
        // who joins others afterwards is H22
        const alone = suggest(hall(one)).map((each) => ({ ...each, students: each.students.slice(0, 1) }));
        expect(worthOf(one, alone)).toEqual(byTrying(one));
      }),
      { numRuns: 300 },
    );
  });

  it('H21 a role, an industry and a table speak for a pair, and stand in its reason; a load speaks against it', () => {
    const students = [student('ann', { industries: ['Health'], roles: ['design'] })];
    const mentors = [mentor('banker', { industry: 'banking' }), mentor('nurse', { industry: 'health' })];
    expect(suggest(hall({ students, mentors, met: { 'ann banker': 2 } }))).toEqual([
      { students: ['ann'], mentor: 'nurse', role: null, industry: 'health', round: null, interest: null },
    ]);
    const designer = mentor('designer', { roles: ['design'], taken: 8 });
    expect(suggest(hall({ students, mentors: [...mentors, designer], met: { 'ann designer': 3 } }))).toEqual([
      { students: ['ann'], mentor: 'nurse', role: null, industry: 'health', round: null, interest: null },
    ]);
    expect(
      suggest(hall({ students, mentors: [...mentors, { ...designer, taken: 0 }], met: { 'ann designer': 3 } })),
    ).toEqual([{ students: ['ann'], mentor: 'designer', role: 'design', industry: null, round: 3, interest: null }]);
  });

  it('H21 more students go before better pairs, and the order in which they are told decides nothing', () => {
    const students = [student('ann', { industries: ['law'] }), student('bob', { industries: ['law'] })];
    const mentors = [mentor('judge', { industry: 'law', room: 1 }), mentor('nurse', { industry: 'health' })];
    const closed = ['bob nurse'];
    expect(pairsOf(suggest(hall({ students, mentors, closed, met: { 'ann judge': 1 } })))).toEqual([
      'ann nurse',
      'bob judge',
    ]);
    fc.assert(
      fc.property(told(6, 4), (one) => {
        const turned = { ...one, students: [...one.students].reverse(), mentors: [...one.mentors].reverse() };
        expect(suggest(hall(turned))).toEqual(suggest(hall(one)));
      }),
    );
  });
});

/** What can join, by trying everything: each of those left with one of the groups, three to a group. */
function bestJoining(one: Told, groups: readonly Suggested[], left: readonly Unmet[]): Worth {
  const sizes = groups.map(() => 0);
  const first = groups.map(({ students: [id] }) => one.students.find((each) => each.id === id));
  const best = (index: number): Worth => {
    const joins = left[index];
    if (!joins) return { students: 0, points: 0 };
    let found = best(index + 1);
    groups.forEach(({ mentor: id }, group) => {
      const to = one.mentors.find((each) => each.id === id);
      const alike = first[group]?.industries[0] === joins.industries[0];
      const size = sizes[group] ?? 0;
      if (!to || !alike || size === 3 || one.closed?.includes(`${joins.id} ${id}`)) return;
      sizes[group] = size + 1;
      const rest = best(index + 1);
      sizes[group] = size;
      found = better({ students: rest.students + 1, points: rest.points + points(one, joins, to) - load(size) }, found);
    });
    return found;
  };
  return best(0);
}

describe('where mentors are scarce', () => {
  const scarce = told(12, 4).map((one) => ({ ...one, mentors: one.mentors.map((to) => ({ ...to, room: 1 })) }));

  it('H22 up to four go together, all of like interest, and take the room of one', () => {
    let groups = 0;
    fc.assert(
      fc.property(scarce, (one) => {
        for (const { students, interest, mentor: id } of suggest(hall(one))) {
          expect(students.length).toBeLessThanOrEqual(4);
          if (students.length === 1) expect(interest).toBeNull();
          else groups += 1;
          for (const about of students) {
            const words = one.students.flatMap((each) =>
              each.id === about ? [...each.roles, ...each.industries] : [],
            );
            if (interest === '') expect(words).toEqual([]);
            else if (interest !== null) expect(words).toContain(interest);
          }
          expect(suggest(hall(one)).filter((each) => each.mentor === id)).toHaveLength(1);
        }
      }),
    );
    expect(groups).toBeGreaterThan(20);
  });

  it('H22 of those left over as many join as can, and those who suit best, as trying it finds', () => {
    const single = told(7, 3).map((one) => ({
      ...one,
      students: one.students.map((each, index) => ({ ...each, industries: [FIELDS[index % 2] ?? ''], roles: [] })),
      mentors: one.mentors.map((to) => ({ ...to, room: Math.min(1, to.room), roles: [] })),
    }));
    fc.assert(
      fc.property(single, (one) => {
        const groups = suggest(hall(one));
        const first = new Set(groups.map(({ students }) => students[0]));
        const left = one.students.filter(({ id }) => !first.has(id));
        const joined = groups.flatMap(({ mentor: id, students }) =>
          students.slice(1).map((about, nth) => ({ about, id, nth })),
        );
        const sum = joined.reduce((all, { about, id, nth }) => {
          const [by, to] = [one.students.find((each) => each.id === about), one.mentors.find((each) => each.id === id)];
          return by && to ? all + points(one, by, to) - load(nth) : all;
        }, 0);
        expect({ students: joined.length, points: sum }).toEqual(bestJoining(one, groups, left));
      }),
      { numRuns: 200 },
    );
  });

  it('H22 a student of another interest does not join, and a reason names what all have', () => {
    const students = [
      student('ann', { industries: ['law'] }),
      student('bob', { industries: ['law', 'health'] }),
      student('cem', { industries: ['banking'] }),
    ];
    expect(suggest(hall({ students, mentors: [mentor('judge', { industry: 'law', room: 1 })] }))).toEqual([
      { students: ['ann', 'bob'], mentor: 'judge', interest: 'law', role: null, industry: 'law', round: null },
    ]);
  });
});
