import fc from 'fast-check';
import { expect, test } from 'vitest';
import { score2 } from '../../../../shared/src/rotation/instance-2/score-2.ts';
import { solveAny } from '../../../../shared/src/rotation/instance-2/solve-2.ts';
import { verify2 } from '../../../../shared/src/rotation/instance-2/verify-2.ts';
import { anyRaw2, parsed2, type RawInstance2, rawRotation2, solved2 } from './any-instance-2.ts';

const planned = (raw: RawInstance2, iterations = 3_000) => {
  const result = solved2(raw, { iterations });
  expect(verify2(result.instance, result.schedule)).toEqual([]);
  return { ...result, figures: score2(result.instance, result.schedule) };
};
/** Tables of a mentor, round by round. */
const lineOf = ({ schedule }: ReturnType<typeof planned>, mentor: string): (string | null)[] =>
  schedule.rounds.map((round) => Object.keys(round).find((table) => round[table]?.mentors.includes(mentor)) ?? null);
const student = (raw: RawInstance2, index: number, change: Partial<RawInstance2['students'][number]>): void => {
  Object.assign(raw.students[index] ?? {}, change);
};
/** A second mentor x1, x2 … at every table. */
const withMates = (raw: RawInstance2): void => {
  raw.tables.forEach((table, index) => {
    raw.mentors.push({ id: `x${index + 1}`, tags: [`more ${index}`] });
    table.mentors.push(`x${index + 1}`);
  });
};

test('R30 to R45 every instance of every kind gets a plan that keeps all rules, or a reason', () => {
  fc.assert(
    fc.property(anyRaw2, fc.integer(), (raw, seed) => {
      const instance = parsed2(raw);
      const result = solveAny(instance, { seed, iterations: 400 });
      if (result.ok) expect(verify2(instance, result.value.schedule)).toEqual([]);
      else expect(result.refusal.message).toMatch(/"[stm]\d+"/u);
    }),
    { numRuns: 150 },
  );
});

test('R17 the same seed and iterations give the same plan, whoever moves', () => {
  fc.assert(
    fc.property(anyRaw2, fc.integer(), (raw, seed) => {
      const once = solveAny(parsed2(raw), { seed, iterations: 300 });
      expect(solveAny(parsed2(raw), { seed, iterations: 300 })).toEqual(once);
    }),
    { numRuns: 25 },
  );
});

test('R30 a table is closed while its mentor is late, and its students are elsewhere', () => {
  const raw = rawRotation2(12, 4, 3, 4);
  Object.assign(raw.mentors[0] ?? {}, { present: [3] });
  const { schedule, figures } = planned(raw);
  expect(schedule.rounds.map((round) => round.t1?.students.length)).toEqual([0, 0, 3]);
  expect(figures).toMatchObject({ idle: 0, repeats: 0, balance: 0 });
});

test('R36 rests are staggered: in every round as many mentors stay as in any other', () => {
  for (const whoMoves of ['students', 'mentors', 'groups', 'mixed']) {
    const raw = rawRotation2(24, 6, 6, 8, { whoMoves });
    for (const mentor of raw.mentors) mentor.rests = 1;
    const { schedule } = planned(raw);
    const resting = schedule.rounds.map((round) => 6 - Object.values(round).flatMap(({ mentors }) => mentors).length);
    // when mentors move, some sit out for want of a table as well
    expect(resting).toEqual(whoMoves === 'mentors' ? expect.any(Array) : [1, 1, 1, 1, 1, 1]);
  }
});

test('R36 two mentors of one table rest in turn, so that it stays open', () => {
  const raw = rawRotation2(20, 5, 4, 5);
  withMates(raw);
  for (const mentor of raw.mentors) mentor.rests = 2;
  const { schedule, figures } = planned(raw);
  for (const round of schedule.rounds) for (const { mentors } of Object.values(round)) expect(mentors).toHaveLength(1);
  expect(figures).toMatchObject({ idle: 0, waits: 0 });
});

test('R36 rests spread although chance would have them at once, and one of a table stays although others are late', () => {
  const spread = rawRotation2(12, 6, 3, 4);
  for (const index of [0, 3]) Object.assign(spread.mentors[index] ?? {}, { rests: 1 });
  const seated = planned(spread).schedule.rounds.map((round) => Object.values(round).flatMap(({ mentors }) => mentors));
  expect(seated.map((mentors) => mentors.length).sort()).toEqual([5, 5, 6]);
  const late = rawRotation2(6, 3, 2, 6);
  late.mentors.push({ id: 'x1' });
  late.tables[0]?.mentors.push('x1');
  for (const index of [0, 3]) Object.assign(late.mentors[index] ?? {}, { rests: 1 });
  for (const index of [1, 2]) Object.assign(late.mentors[index] ?? {}, { present: [1] });
  // most mentors are there in round 1, but two rests then would close the table
  expect(planned(late).schedule.rounds.map((round) => round.t1?.mentors.length)).toEqual([1, 1]);
});

test('R37 a given place and a given rest of a mentor are kept, whoever moves', () => {
  for (const whoMoves of ['mentors', 'mixed']) {
    const raw = rawRotation2(12, 4, 3, 4, { whoMoves });
    raw.pinnedMentors = [
      { round: 2, mentor: 'm1', table: 't4' },
      { round: 3, mentor: 'm2', table: null },
    ];
    const plan = planned(raw);
    expect([lineOf(plan, 'm1')[1], lineOf(plan, 'm2')[2]]).toEqual(['t4', null]);
  }
});

test('R37 a given place is kept although no student comes', () => {
  const raw = rawRotation2(2, 2, 2, 2, { whoMoves: 'mentors' });
  for (const one of raw.students) one.present = [];
  raw.pinnedMentors = [{ round: 2, mentor: 'm1', table: 't2' }];
  expect(lineOf(planned(raw), 'm1')).toEqual([null, 't2']);
});

test('R38 pairs travel together, and single mentors are paired when there are too few tables', () => {
  const raw = rawRotation2(24, 4, 4, 8, { whoMoves: 'mentors', mentorsAtTable: 2 });
  raw.tables.forEach((table, index) => {
    if (index > 1) return;
    raw.mentors.push({ id: `x${index}` });
    table.mentors.push(`x${index}`);
  });
  raw.mentors.push({ id: 'single 1' }, { id: 'single 2' });
  const plan = planned(raw);
  expect(lineOf(plan, 'm1')).toEqual(lineOf(plan, 'x0'));
  expect(plan.figures).toMatchObject({ waits: 0, mentorIdle: 0, repeats: 0 });
});

test('R39 when mentors move, everybody starts at home and nobody meets a mentor twice', () => {
  const plan = planned(rawRotation2(32, 8, 6, 5, { whoMoves: 'mentors' }));
  for (const [index, { mentors }] of plan.instance.tables.entries()) {
    expect(lineOf(plan, mentors[0] ?? '')[0]).toBe(`t${index + 1}`);
  }
  expect(plan.figures).toMatchObject({ idle: 0, repeats: 0, balance: 0, waits: 0, mentorIdle: 0 });
});

test('R40 a table too many waits in turn; a mentor too many sits out in turn', () => {
  const waiting = rawRotation2(30, 6, 6, 5, { whoMoves: 'mentors' });
  waiting.mentors.pop();
  Object.assign(waiting.tables[5] ?? {}, { mentors: [] });
  const { schedule, figures } = planned(waiting);
  expect(figures).toMatchObject({ waits: 30, mentorIdle: 0, repeats: 0 });
  const empty = schedule.rounds.map((round) => Object.keys(round).find((table) => round[table]?.mentors.length === 0));
  expect(new Set(empty).size).toBe(6);
  const crowd = rawRotation2(8, 4, 6, 3, { whoMoves: 'mentors' });
  crowd.mentors.push({ id: 'm5' }, { id: 'm6' });
  expect(planned(crowd).figures).toMatchObject({ waits: 0, mentorIdle: 12, mentorSpread: 0 });
});

test('R40 a short evening does not let one table wait twice', () => {
  for (const rounds of [2, 3, 4]) {
    const raw = rawRotation2(36, 6, rounds, 6, { whoMoves: 'mentors' });
    raw.mentors.pop();
    Object.assign(raw.tables[5] ?? {}, { mentors: [] });
    const waiting = planned(raw).schedule.rounds.map((round) =>
      Object.keys(round).find((table) => round[table]?.mentors.length === 0),
    );
    expect(new Set(waiting).size).toBe(rounds);
  }
});

test('R40 pairs sit out as evenly as single mentors', () => {
  const raw = rawRotation2(12, 4, 6, 4, { whoMoves: 'mentors', mentorsAtTable: 2 });
  withMates(raw);
  raw.mentors.push({ id: 'y1' }, { id: 'y2' }, { id: 'y3' }, { id: 'y4' });
  const { figures } = planned(raw);
  expect(figures).toMatchObject({ waits: 0, mentorIdle: 4 * 6, mentorSpread: 0, repeats: expect.any(Number) });
});

test('R40 with rests nobody waits for a mentor when the students fit at fewer tables', () => {
  const raw = rawRotation2(24, 6, 6, 8, { whoMoves: 'mentors' });
  for (const mentor of raw.mentors) mentor.rests = 1;
  expect(planned(raw).figures).toMatchObject({ waits: 0, repeats: 0 });
});

test('R41 with fewer rounds than mentors, people with like wishes share a table', () => {
  const raw = rawRotation2(24, 8, 2, 3, { whoMoves: 'mentors' });
  raw.students.forEach((one, index) => {
    one.wants = { [`m${(index % 8) + 1}`]: 5, [`m${((index + 3) % 8) + 1}`]: 5 };
  });
  // each wish is shared by three people with the same second one: all wishes can be met
  expect(planned(raw, 20_000).figures.want).toBeGreaterThanOrEqual(230);
});

test('R42 to R44 the planner deals groups of even sizes and moves them over the tables', () => {
  const { schedule, figures } = planned(rawRotation2(22, 5, 4, 6, { whoMoves: 'groups' }));
  for (const round of schedule.rounds) {
    expect(
      Object.values(round)
        .map(({ students }) => students.length)
        .sort(),
    ).toEqual([4, 4, 4, 5, 5]);
  }
  expect(figures).toMatchObject({ idle: 0, repeats: 0, balance: 0 });
});

test('R44 listed groups are filled up evenly, friends stay together and others apart', () => {
  const raw = rawRotation2(12, 4, 4, 6, { whoMoves: 'groups', groups: [['s1', 's2', 's3'], [], []] });
  student(raw, 3, { together: ['s5'], apart: ['s6'] });
  const { schedule } = planned(raw);
  const groups = Object.values(schedule.rounds[0] ?? {})
    .map(({ students }) => students)
    .filter((list) => list.length > 0);
  expect(groups.map((list) => list.length)).toEqual([4, 4, 4]);
  const withFriend = groups.find((list) => list.includes('s4')) ?? [];
  expect(withFriend).toContain('s5');
  expect(withFriend).not.toContain('s6');
});

test('R43 more groups than tables take turns', () => {
  const raw = rawRotation2(12, 2, 3, 4, { whoMoves: 'groups', groups: [['s1'], ['s2'], []] });
  const { figures } = planned(raw);
  expect(figures).toMatchObject({ idle: 12, spread: 0, repeats: 0 });
});

test('R45 to R46 mentors come to stay-put seats, nobody meets one twice, and only those needed leave home', () => {
  const raw = rawRotation2(30, 6, 5, 6, { whoMoves: 'mixed' });
  student(raw, 0, { staysAt: 't2' });
  student(raw, 4, { staysAt: 't2' });
  student(raw, 9, { staysAt: 't5' });
  const { schedule, figures } = planned(raw);
  for (const round of schedule.rounds) expect(round.t2?.students).toEqual(expect.arrayContaining(['s1', 's5']));
  expect(figures).toMatchObject({ idle: 0, repeats: 0, balance: 0 });
  // two tables change hosts: at most four mentors a round are away from home, and none in a round that needs none
  expect(figures.displaced).toBeLessThanOrEqual(4 * 5);
});

test('R46 without stay-put seats every mentor stays at home', () => {
  expect(planned(rawRotation2(30, 6, 5, 6, { whoMoves: 'mixed' })).figures.displaced).toBe(0);
});

test('R46 who comes to a table with a step is never somebody who needs none', () => {
  const raw = rawRotation2(16, 4, 4, 5, { whoMoves: 'mixed' });
  for (const index of [0, 1, 2]) Object.assign(raw.tables[index] ?? {}, { stepFree: true });
  student(raw, 0, { staysAt: 't4' });
  student(raw, 1, { stepFree: true });
  student(raw, 2, { stepFree: true, staysAt: 't1' });
  const { figures } = planned(raw);
  expect(figures.idle).toBe(0);
});

test('R47 a wish for a tag leads to its mentors', () => {
  for (const whoMoves of ['students', 'mentors', 'mixed']) {
    const raw = rawRotation2(6, 6, 1, 1, { whoMoves });
    student(raw, 0, { wantsTags: { law: 4 } });
    raw.mentors[3] = { id: 'm4', tags: ['law'] };
    expect(planned(raw).figures.want).toBe(4);
  }
});

test('R48 nobody meets a mentor of an earlier event while there are others', () => {
  for (const whoMoves of ['students', 'mentors', 'groups', 'mixed']) {
    const raw = rawRotation2(12, 4, 3, 4, { whoMoves });
    raw.students.forEach((one, index) => {
      one.metMentors = [`m${(index % 4) + 1}`];
    });
    // groups go round as they were dealt, with people who met the same mentor
    if (whoMoves === 'groups') raw.groups = [0, 1, 2, 3].map((rest) => [1, 5, 9].map((id) => `s${id + rest}`));
    expect(planned(raw).figures).toMatchObject({ repeats: 0, idle: 0, waits: 0 });
  }
  const all = rawRotation2(4, 2, 2, 2);
  for (const one of all.students) one.metMentors = ['m1'];
  expect(planned(all).figures.repeats).toBe(4);
});

test('R49 who met at an earlier event sits at different tables', () => {
  for (const whoMoves of ['students', 'mentors', 'groups', 'mixed']) {
    const raw = rawRotation2(8, 4, 2, 2, { whoMoves });
    raw.students.forEach((one, index) => {
      one.metStudents = index % 2 === 0 ? [`s${index + 2}`] : [];
    });
    const pairs = planned(raw).figures;
    const together = whoMoves === 'students' || whoMoves === 'mixed' ? 0 : 4;
    expect(pairs.repeatedPairs).toBe(together);
  }
});

test('R50 promised fields are kept when they can be, and named when not', () => {
  const fields = ['tech', 'law', 'art', 'law', 'law', 'law'];
  for (const [whoMoves, promises] of [
    ['students', 6],
    ['mixed', 6],
    ['mentors', 2],
  ] as const) {
    const raw = rawRotation2(12, 6, 3, 2, { whoMoves });
    raw.mentors = fields.map((tag, index) => ({ id: `m${index + 1}`, tags: [tag] }));
    for (let index = 0; index < promises; index++) student(raw, index, { promisedFields: 3 });
    expect(planned(raw).brokenPromises).toEqual([]);
  }
  const raw = rawRotation2(12, 6, 3, 2);
  raw.mentors = fields.map((tag, index) => ({ id: `m${index + 1}`, tags: [tag] }));
  for (const one of raw.students) one.promisedFields = 3;
  const { brokenPromises } = planned(raw);
  // six seats at the table of tech, six at that of art
  expect(brokenPromises.length).toBeGreaterThanOrEqual(6);
  expect(brokenPromises[0]).toMatchObject({ promised: 3, met: expect.any(Number) });
});

test('R51 where tables stand makes walks shorter and nothing else worse', () => {
  const raw = rawRotation2(24, 6, 4, 4, { whoMoves: 'mentors' });
  const far = solved2(raw).schedule;
  raw.tables.forEach((table, index) => {
    table.position = { x: (index % 3) * 5, y: index > 2 ? 4 : 0 };
  });
  const near = planned(raw);
  const before = score2(near.instance, far);
  expect(near.figures.walked).toBeLessThan(before.walked);
  expect(near.figures).toMatchObject({ repeats: 0, idle: 0, balance: 0, want: before.want });
});

test('R52 contradictions are refused with a kind and the names', () => {
  const refusalOf = (change: (raw: RawInstance2) => void, whoMoves: string) => {
    const raw = rawRotation2(6, 3, 3, 3, { whoMoves });
    change(raw);
    const result = solveAny(parsed2(raw), { seed: 1, iterations: 0 });
    return result.ok ? null : `${result.refusal.kind}: ${result.refusal.message}`;
  };
  const pin = (mentor: string, table: string | null, round = 1) => ({ round, mentor, table });
  const pins =
    (...pinnedMentors: ReturnType<typeof pin>[]) =>
    (raw: RawInstance2) =>
      Object.assign(raw, { pinnedMentors });
  expect(refusalOf(pins(pin('m1', 't2')), 'students')).toMatch(/^pin-conflict: .*"m1".*"t2"/u);
  expect(refusalOf(pins(pin('m1', 't2')), 'mentors')).toBeNull();
  expect(refusalOf(pins(pin('m1', 't2'), pin('m1', 't1')), 'mentors')).toMatch(/^pin-conflict: .*"m1".*two places/u);
  expect(refusalOf(pins(pin('m1', 't2'), pin('m1', 't1', 2)), 'mentors')).toBeNull();
  expect(refusalOf(pins(pin('m1', 't2'), pin('m3', 't2')), 'mentors')).toMatch(/^pin-conflict: .*"m3".*"t2"/u);
  expect(refusalOf(pins(pin('m1', 't2'), pin('m3', 't2')), 'mixed')).toMatch(/^pin-conflict: .*"m3".*"t2"/u);
  const late = (raw: RawInstance2): void => {
    pins(pin('m1', 't1'))(raw);
    Object.assign(raw.mentors[0] ?? {}, { present: [2] });
  };
  for (const whoMoves of ['students', 'mentors', 'groups', 'mixed']) {
    expect(refusalOf(late, whoMoves)).toMatch(/^pin-conflict: .*"m1".*absent/u);
  }
  const tired = (present: number[]) => (raw: RawInstance2) => {
    pins(pin('m1', 't1', 2), pin('m1', 't1', 3))(raw);
    Object.assign(raw.mentors[0] ?? {}, { present, rests: 1 });
  };
  expect(refusalOf(tired([2, 3]), 'mentors')).toMatch(/^pin-conflict: .*"m1".*rest/u);
  expect(refusalOf(tired([1, 2, 3]), 'mentors')).toBeNull();
  const crowd = (raw: RawInstance2): void => {
    for (const table of raw.tables) table.seats = 1;
  };
  expect(refusalOf(crowd, 'mentors')).toMatch(/^no-seat: .*"s4"/u);
  expect(refusalOf(crowd, 'students')).toBeNull();
  const listed =
    (...groups: string[][]) =>
    (raw: RawInstance2) => {
      Object.assign(raw, { groups });
      student(raw, 0, { apart: ['s2'] });
    };
  expect(refusalOf(listed(['s1', 's2']), 'groups')).toMatch(/^apart-together: .*"s1".*"s2"/u);
  expect(refusalOf(listed(['s1'], ['s2']), 'groups')).toBeNull();
  expect(refusalOf(listed(['s3', 's4', 's5', 's6']), 'groups')).toMatch(/^group-too-big: .*"s3"/u);
  const stay = (raw: RawInstance2): void => {
    student(raw, 0, { staysAt: 't1', stepFree: true });
    Object.assign(raw.tables[1] ?? {}, { stepFree: true });
  };
  for (const whoMoves of ['students', 'groups', 'mixed', 'mentors']) {
    expect(refusalOf(stay, whoMoves)).toMatch(/: .*"s1"/u);
  }
});
