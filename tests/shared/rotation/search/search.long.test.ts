import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../../shared/src/kernel/random.ts';
import { score } from '../../../../shared/src/rotation/score.ts';
import { aimsOf } from '../../../../shared/src/rotation/search/aims.ts';
import { firstSeating, openRounds } from '../../../../shared/src/rotation/search/begin.ts';
import { freeSeats } from '../../../../shared/src/rotation/search/free-seats.ts';
import { Movers } from '../../../../shared/src/rotation/search/movers.ts';
import { compileProblem, type Problem } from '../../../../shared/src/rotation/search/problem.ts';
import { Room } from '../../../../shared/src/rotation/search/room.ts';
import { walked } from '../../../../shared/src/rotation/search/short-walks.ts';
import { wholePrice } from '../../../../shared/src/rotation/search/whole-price.ts';
import { solve, solveProblem } from '../../../../shared/src/rotation/solve.ts';
import { verify } from '../../../../shared/src/rotation/verify.ts';
import { parsed, rawRotation, solved } from '../builders.ts';

/** Evenings with everything a search must mind: wishes, fields, late people, closed tables, groups, apart, avoid. */
const anyEvening = fc
  .record({
    students: fc.integer({ min: 4, max: 20 }),
    tables: fc.integer({ min: 2, max: 6 }),
    rounds: fc.integer({ min: 2, max: 5 }),
    seed: fc.integer({ min: 0, max: 1_000 }),
  })
  .map(({ students, tables, rounds, seed }) => {
    const random = seededRandom(seed);
    const seats = Math.ceil(students / tables) + random.below(3);
    return rawRotation(students, tables, rounds, seats, (raw) => {
      raw.students.forEach((student, index) => {
        student.wants = { [`m${1 + random.below(tables)}`]: 1 + random.below(5) };
        if (random.below(5) === 0) student.present = [1, rounds];
        if (index > 1 && random.below(6) === 0) student.apart = [`s${index - 1}`];
        else if (index > 0 && random.below(6) === 0) student.together = [`s${index}`];
      });
      if (random.below(2) === 0) for (const table of raw.tables.slice(0, 1)) table.open = [1];
    });
  });

const inNumbers = (raw: unknown): Problem => compileProblem(parsed(raw));

function started(problem: Problem, seed = 1) {
  const random = seededRandom(seed);
  const free = freeSeats(problem, openRounds(problem));
  return { room: firstSeating(problem, aimsOf(problem), free, () => false, random, 10_000), free, random };
}

test('R85 the price of a move is what the whole seating gains or loses by it, and lists and counts agree after it', () => {
  fc.assert(
    fc.property(anyEvening, (raw) => {
      const instance = parsed(raw);
      if (!solve(instance, { seed: 1, iterations: 0 }).ok) return;
      const { room, free, random } = started(compileProblem(instance));
      const before = wholePrice(room);
      const movers = new Movers(room, free, random);
      for (let tried = 0; tried < 400; tried++) movers.tryOne(room.aims.pair * 2);
      expect(wholePrice(room) - before).toBe(movers.price);
      const again = new Room(room.problem, room.aims);
      for (let round = 0; round < room.problem.rounds; round++) {
        for (let student = 0; student < room.problem.students; student++) {
          const table = room.at(round, student);
          if (table < 0) continue;
          expect(room.membersOf(round, table)).toContain(student);
          if (again.at(round, student) !== table) again.move(round, student, table);
        }
        for (let table = 0; table <= room.bench; table++) {
          expect(room.sizeOf(round, table)).toBe(again.sizeOf(round, table));
        }
      }
      expect([...room.visits]).toEqual([...again.visits]);
      expect([...room.shared]).toEqual([...again.shared]);
    }),
    { numRuns: 40 },
  );
});

test('R86 a search of a given time says how many moves make its plan again', () => {
  const instance = parsed(rawRotation(24, 6, 5, 4));
  let instant = 0;
  const now = () => {
    instant += 1;
    return instant;
  };
  const timed = solve(instance, { seed: 3, iterations: { milliseconds: 400, now } });
  if (!timed.ok) throw new Error(timed.refusal.message);
  const { iterations, stoppedAfter } = timed.value;
  const again = solve(instance, { seed: 3, iterations, stopAfter: stoppedAfter ?? undefined });
  expect(again).toMatchObject({ ok: true, value: { schedule: timed.value.schedule } });
  expect(iterations).toBeGreaterThan(200_000);
});

test('R86 a search that was stopped is made again by the moves it tried', () => {
  const instance = parsed(rawRotation(30, 6, 6, 5));
  let asked = 0;
  const stopped = solve(instance, { seed: 5, iterations: 300_000, shouldStop: () => ++asked > 100 });
  if (!stopped.ok) throw new Error(stopped.refusal.message);
  const { stoppedAfter } = stopped.value;
  expect(stoppedAfter).toBeGreaterThan(50_000);
  expect(stoppedAfter).toBeLessThan(300_000);
  const again = solve(instance, { seed: 5, iterations: 300_000, stopAfter: stoppedAfter ?? 0 });
  expect(again).toMatchObject({ ok: true, value: { schedule: stopped.value.schedule } });
});

test('R87 progress is told with moves and a price that never rises', () => {
  const heard: { tried: number; of: number; price: number }[] = [];
  solved(rawRotation(30, 6, 6, 5), { iterations: 40_000, onProgress: (progress) => heard.push(progress) });
  expect(heard.length).toBeGreaterThan(10);
  expect(heard.every(({ of }) => of === 40_000)).toBe(true);
  heard.slice(1).forEach(({ tried, price }, index) => {
    expect(tried).toBeGreaterThan(heard[index]?.tried ?? 0);
    expect(price).toBeLessThanOrEqual(heard[index]?.price ?? 0);
  });
});

test('R88 an aim decides what gives way: wishes or company', () => {
  // two halves who want two tables each: all wishes met means that everybody sits with the same people twice
  const raw = rawRotation(24, 4, 2, 6, ({ students }) => {
    students.forEach((student, index) => {
      student.wants = index % 2 === 0 ? { m1: 2, m2: 2 } : { m3: 2, m4: 2 };
    });
  });
  const figures = (aim: 'wishes' | 'balanced' | 'mixing') => {
    const { instance, schedule } = solved(raw, { iterations: 60_000, aim });
    expect(verify(instance, schedule)).toEqual([]);
    return score(instance, schedule);
  };
  const wishes = figures('wishes');
  const mixing = figures('mixing');
  expect(wishes.want).toBeGreaterThan(mixing.want);
  expect(mixing.distinctPairs).toBeGreaterThan(wishes.distinctPairs);
  expect(wishes.want).toBe(24 * 4);
});

test('R89 where mixing can be perfect it is, without any move', () => {
  const { instance, schedule, iterations } = solved(
    { ...rawRotation(42, 7, 7, 6), mentors: rawRotation(42, 7, 7, 6).mentors.map(({ id }) => ({ id })) },
    { iterations: 1_000 },
  );
  expect(iterations).toBe(0);
  expect(verify(instance, schedule)).toEqual([]);
  expect(score(instance, schedule)).toMatchObject({ idle: 0, repeats: 0, balance: 0, repeatedPairs: 0 });
});

test('R90 a promised field is met though wishes would have it otherwise', () => {
  const raw = rawRotation(8, 4, 2, 4, ({ students, mentors }) => {
    mentors.forEach((mentor, index) => {
      mentor.tags = [index < 2 ? 'Law' : 'Media'];
    });
    for (const student of students.slice(0, 1)) student.wants = { m1: 5, m2: 5 };
  });
  const problem = inNumbers(raw);
  const fields = (promised: Int32Array | null): number => {
    const { seat } = solveProblem({ ...problem, promised }, { seed: 1, iterations: 5_000, aim: 'wishes' });
    return new Set([seat[0], seat[8]].map((table) => (table === 0 || table === 1 ? 'Law' : 'Media'))).size;
  };
  const promised = new Int32Array(8);
  promised[0] = 2;
  expect(fields(promised)).toBe(2);
  expect(fields(null)).toBe(1);
});

test('R91 somebody met at an earlier event is met again only when nobody else is left', () => {
  const problem = inNumbers(rawRotation(6, 3, 2, 2));
  const metBefore = new Uint8Array(18);
  metBefore[0] = 1;
  const { seat } = solveProblem({ ...problem, metBefore }, { seed: 1, iterations: 2_000 });
  expect([seat[0], seat[6]].sort()).toEqual([1, 2]);
});

test('R91 students who shared a table at an earlier event count as met', () => {
  const problem = inNumbers({ ...rawRotation(4, 2, 1, 2), mentors: [{ id: 'm1' }, { id: 'm2' }] });
  for (const [one, other] of [
    [0, 1],
    [0, 2],
    [0, 3],
  ] as const) {
    const pairsMet = [
      [one, other],
      [(one + 1) % 4 === other ? 2 : 1, 3 === other ? 2 : 3],
    ] as const;
    const { seat } = solveProblem({ ...problem, pairsMet }, { seed: 1, iterations: 500 });
    expect(seat[one]).not.toBe(seat[other]);
  }
});

test('R92 ways are short where nothing else is lost', () => {
  const raw = rawRotation(12, 6, 4, 2);
  const problem = inNumbers(raw);
  const walk = Int32Array.from({ length: 36 }, (_, slot) => Math.abs((slot % 6) - Math.floor(slot / 6)));
  const figures = (withWalk: Int32Array | null) => {
    const { seat } = solveProblem({ ...problem, walk: withWalk }, { seed: 2, iterations: 5_000 });
    const room = new Room({ ...problem, walk }, aimsOf(problem));
    for (let round = 0; round < 4; round++) {
      for (let student = 0; student < 12; student++) room.move(round, student, seat[round * 12 + student] ?? 0);
    }
    return { price: wholePrice(room), walked: walked(room) };
  };
  const short = figures(walk);
  const long = figures(null);
  expect(short.walked).toBeLessThan(long.walked);
  expect(short.price).toBeLessThanOrEqual(long.price);
});

test('R93 a first seating that breaks a firm aim is mended where single moves cannot', () => {
  // seven late or leaving people, a table that opens late: the rounds are dealt one by one, and the last ones suffer
  let mended = 0;
  for (let seed = 0; seed < 12; seed++) {
    const raw = rawRotation(18, 6, 6, 4, ({ students, tables }) => {
      students.slice(0, 6).forEach((student, index) => {
        student.present = [1, 2, 3, 4, 5, 6].filter((round) => round !== 1 + ((index + seed) % 6));
      });
      for (const table of tables.slice(0, 1)) table.open = [2, 3, 4, 5, 6];
    });
    const { instance, schedule } = solved(raw, { seed, iterations: 2_000 });
    expect(verify(instance, schedule)).toEqual([]);
    const { idle, repeats } = score(instance, schedule);
    expect(idle).toBe(0);
    if (repeats === 0) mended += 1;
  }
  expect(mended).toBe(12);
});
