import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/src/kernel/random.ts';
import type { Instance, InstanceSchedule } from '../../../../shared/src/rotation/instance.ts';
import { parseBundleText } from '../../../../shared/src/rotation/replan/bundle.ts';
import {
  movesBetween,
  type Proposal,
  type ReplanOptions,
  replan,
} from '../../../../shared/src/rotation/replan/replan.ts';
import { score } from '../../../../shared/src/rotation/score.ts';
import { verify } from '../../../../shared/src/rotation/verify.ts';
import { parsed, type RawInstance, rawRotation, solved } from '../builders.ts';

const OPTIONS: ReplanOptions = { seed: 1, iterations: 4_000 };

interface Night {
  readonly before: Instance;
  readonly schedule: InstanceSchedule;
  readonly raw: RawInstance;
}

function night(raw: RawInstance): Night {
  const { instance, schedule } = solved(raw, { iterations: 4_000 });
  return { before: instance, schedule, raw };
}

/** The night after `done` rounds and a change in the room. */
function mended(
  { raw, schedule }: Night,
  done: number,
  change: (after: RawInstance) => void,
  options: Partial<ReplanOptions> = {},
) {
  const copy = structuredClone(raw);
  change(copy);
  const after = parsed(copy);
  const result = replan({ after, schedule, done }, { ...OPTIONS, ...options });
  if (!result.ok) throw new Error(result.refusal.message);
  const [first] = result.value;
  if (!first) throw new Error('no proposal');
  return { after, proposals: result.value, first };
}

const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** What a judge that knows only the rules says: pins of rounds that are over are his own. */
const broken = (after: Instance, { schedule }: Proposal) => verify(after, schedule);

const firstRounds = (schedule: InstanceSchedule, count: number) =>
  schedule.rounds
    .slice(0, count)
    .map((round) => Object.fromEntries(Object.entries(round).map(([table, seated]) => [table, [...seated].sort()])));

describe('a plan that is mended', () => {
  const evening = night(rawRotation(30, 6, 5, 6));

  it('R70 stays as it is when nothing has changed', () => {
    const { first, proposals } = mended(evening, 2, () => {});
    expect(first).toMatchObject({ kind: 'fewest-moves', moves: 0, people: 0, firm: true });
    expect(proposals.every(({ moves }, index) => index === 0 || moves > 0)).toBe(true);
  });

  it('R71 leaves the rounds that are over as they were', () => {
    const { first, after } = mended(evening, 2, ({ tables }) => {
      for (const table of tables.slice(0, 1)) table.open = [1, 2];
    });
    expect(broken(after, first)).toEqual([]);
    expect(firstRounds(first.schedule, 2)).toEqual(firstRounds(evening.schedule, 2));
  });

  it('R71 leaves the round that runs as it is, where asked', () => {
    const late = ({ students }: RawInstance): void => {
      students.push({ id: 'late', present: from(3, 5) });
      for (const student of students.slice(0, 4)) student.present = [1, 2];
    };
    const seatsOf = (schedule: InstanceSchedule, gone: readonly string[]) =>
      Object.values(schedule.rounds[2] ?? {}).map((seated) => seated.filter((id) => !gone.includes(id)).sort());
    const gone = ['s1', 's2', 's3', 's4', 'late'];
    const { first } = mended(evening, 2, late, { freezeCurrent: true });
    expect(seatsOf(first.schedule, gone)).toEqual(seatsOf(evening.schedule, gone));
  });

  it('R72 moves nobody when people who come late find room, and only those of a table that closes', () => {
    const walkIns = mended(evening, 2, ({ students }) => {
      for (const id of ['late 1', 'late 2']) students.push({ id, present: from(3, 5) });
    });
    expect(walkIns.first).toMatchObject({ moves: 0, firm: true });
    expect(broken(walkIns.after, walkIns.first)).toEqual([]);
    const closed = mended(night(rawRotation(28, 7, 4, 5)), 2, ({ tables }) => {
      for (const table of tables.slice(2, 3)) table.open = from(1, 2);
    });
    // four people in each of the two rounds to come, and nobody else
    expect(closed.first).toMatchObject({ moves: 8, firm: true });
  });

  it('R73 proposals go from fewest moves to the best plan, each better than those with fewer moves', () => {
    const heard: string[] = [];
    const { proposals } = mended(
      evening,
      1,
      ({ students }) => {
        for (const student of students.slice(0, 6)) student.present = [1];
      },
      { iterations: 25_000, onProposal: ({ kind }) => heard.push(kind) },
    );
    expect(heard).toEqual(proposals.map(({ kind }) => kind));
    expect(heard[0]).toBe('fewest-moves');
    expect(proposals.length).toBeGreaterThan(1);
    proposals.slice(1).forEach((proposal, index) => {
      expect(proposal.moves).toBeGreaterThan(proposals[index]?.moves ?? 0);
      expect(proposal.quality).toBeGreaterThan(proposals[index]?.quality ?? 0);
    });
  });

  it('R74 a past that cannot be is refused with its culprit', () => {
    const copy = structuredClone(evening.raw);
    copy.pinned.push({ round: 1, student: 's1', table: 't1' }, { round: 1, student: 's1', table: 't2' });
    const result = replan({ after: parsed(copy), schedule: evening.schedule, done: 1 }, OPTIONS);
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'pin-conflict' } });
    expect(result.ok ? '' : result.refusal.message).toContain('"s1"');
  });
});

/** Fewest tables that have to change in rounds to come: at a closed table, or above the even size of a table. */
function leastMoves(after: Instance, before: InstanceSchedule, done: number): number {
  let sum = 0;
  for (let round = done; round < after.rounds; round++) {
    const isOpen = ({ open }: Instance['tables'][number]): boolean => open === null || open.includes(round + 1);
    const open = after.tables.filter(isOpen);
    const there = after.students.filter(({ present }) => present === null || present.includes(round + 1));
    const here = new Set(there.map(({ id }) => id));
    const stay = (table: string): number => (before.rounds[round]?.[table] ?? []).filter((id) => here.has(id)).length;
    for (const table of after.tables) if (!isOpen(table)) sum += stay(table.id);
    const low = Math.floor(there.length / open.length);
    const larger = there.length - low * open.length;
    // the larger sizes go to the tables with most people
    open
      .map(({ id }) => stay(id))
      .sort((one, other) => other - one)
      .forEach((count, place) => {
        sum += Math.max(0, count - (place < larger ? low + 1 : low));
      });
  }
  return sum;
}

it('R75 any change is mended: hard rules hold, the past is untouched, few tables change', () => {
  fc.assert(
    fc.property(
      fc.record({
        tables: fc.integer({ min: 4, max: 9 }),
        each: fc.integer({ min: 3, max: 6 }),
        seed: fc.integer({ min: 0, max: 10_000 }),
      }),
      ({ tables, each, seed }) => {
        const random = seededRandom(seed);
        const rounds = 3 + random.below(tables - 3);
        const evening = night(rawRotation(tables * each, tables, rounds, each + 2));
        const done = random.below(rounds);
        const { first, after } = mended(evening, done, (raw) => {
          const gone = random.below(1 + Math.floor(raw.students.length / 8));
          for (let count = 0; count < gone; count++) {
            const student = raw.students[random.below(raw.students.length)];
            if (student) student.present = random.below(2) === 0 ? from(1, done) : [];
          }
          if (random.below(2) === 0) raw.students.push({ id: 'late', present: from(done + 1, rounds) });
          if (random.below(3) === 0) for (const table of raw.tables.slice(0, 1)) table.open = from(1, done);
        });
        expect(broken(after, first)).toEqual([]);
        const figures = score(after, first.schedule);
        expect(figures.idle).toBe(score(after, evening.schedule).idle === 0 ? 0 : figures.idle);
        expect(movesBetween(after, evening.schedule, done, first.schedule).moves).toBe(first.moves);
        // with few tables to spare, repeats force moves that the simple count does not see
        if (2 * rounds <= tables)
          expect(first.moves).toBeLessThanOrEqual(leastMoves(after, evening.schedule, done) + 2);
      },
    ),
    { numRuns: 25 },
  );
});

it.each([6, 11, 14, 20])(
  'R97 newcomers find places where everybody visits every table, and nobody else moves: night %i',
  (seed) => {
    const random = seededRandom(seed);
    const tables = 5 + random.below(4);
    const each = 3 + random.below(3);
    const tight = night(rawRotation(tables * each, tables, tables, each + 2));
    const { first, after } = mended(
      tight,
      0,
      ({ students }) => {
        const gone = 1 + random.below(5);
        for (let count = 0; count < gone; count++) {
          const student = students[random.below(students.length)];
          if (student) student.present = [];
        }
        const late = random.below(4);
        for (let count = 0; count < late; count++) students.push({ id: `late ${count}` });
      },
      { iterations: 20_000, kinds: ['fewest-moves'] },
    );
    expect(broken(after, first)).toEqual([]);
    expect(first).toMatchObject({ moves: 0, firm: true });
  },
);

describe('R76 fewest moves are the fewest there are, says trying all seatings', () => {
  /** All ways to seat these people at the tables of one round. */
  function* seatings(people: readonly string[], tables: readonly string[]): Generator<Map<string, string>> {
    const count = tables.length ** people.length;
    for (let code = 0; code < count; code++) {
      let left = code;
      const seats = new Map<string, string>();
      for (const person of people) {
        seats.set(person, tables[left % tables.length] ?? '');
        left = Math.floor(left / tables.length);
      }
      yield seats;
    }
  }

  it.each([1, 2, 3, 4])('night %i', (seed) => {
    const evening = night(
      rawRotation(6, 3, 2, 3, (raw) => {
        raw.name = `night ${seed}`;
      }),
    );
    const { after, first } = mended(evening, 1, ({ students }) => {
      for (const student of students.slice(seed - 1, seed + 1)) student.present = [1];
    });
    const tables = after.tables.map(({ id }) => id);
    const people = after.students.filter(({ present }) => present === null).map(({ id }) => id);
    const planned = new Map(
      Object.entries(evening.schedule.rounds[1] ?? {}).flatMap(([table, seated]) => seated.map((id) => [id, table])),
    );
    const past = new Map(
      Object.entries(evening.schedule.rounds[0] ?? {}).flatMap(([table, seated]) => seated.map((id) => [id, table])),
    );
    let fewest = Number.POSITIVE_INFINITY;
    for (const seats of seatings(people, tables)) {
      const sizes = tables.map((table) => people.filter((id) => seats.get(id) === table).length);
      if (Math.max(...sizes) - Math.min(...sizes) > 1) continue;
      if (people.some((id) => seats.get(id) === past.get(id))) continue;
      fewest = Math.min(fewest, people.filter((id) => seats.get(id) !== planned.get(id)).length);
    }
    expect(first.firm).toBe(true);
    expect(first.moves).toBe(fewest);
  });
});

describe('a bundle', () => {
  const evening = night(rawRotation(8, 4, 2, 2));
  const bundle = {
    format: 'rotation-replan/1',
    name: 'a night',
    done: 1,
    before: evening.raw,
    schedule: evening.schedule,
    after: evening.raw,
  };
  const refusalOf = (change: object): { kind: string; message: string } => {
    const read = parseBundleText(JSON.stringify({ ...bundle, ...change }));
    if (read.ok) throw new Error('it was accepted');
    return read.refusal;
  };

  it('R77 is read as it is', () => {
    expect(parseBundleText(JSON.stringify(bundle))).toMatchObject({ ok: true, value: { name: 'a night', done: 1 } });
  });

  it.each([
    ['format', { format: 'rotation-instance/1' }, 'format'],
    ['bad-round', { done: 3 }, 'done'],
    ['bad-round', { done: 0.5 }, 'done'],
    ['bad-id', { name: '' }, 'name'],
    ['bad-type', { before: 7 }, 'before'],
    ['empty', { after: { ...evening.raw, students: [] } }, 'after'],
    ['bad-type', { schedule: { ...evening.schedule, rounds: [] } }, 'schedule'],
    ['bad-type', { schedule: { ...evening.schedule, rounds: [{ t1: ['nobody'] }, {}] } }, '"nobody"'],
  ])('R77 is refused as %s, with the culprit', (kind, change, culprit) => {
    const refusal = refusalOf(change);
    expect(refusal.kind).toBe(kind);
    expect(refusal.message).toContain(culprit);
    expect(refusal.message).not.toContain('\n');
  });

  it('R77 that is no JSON is refused', () => {
    expect(parseBundleText('{')).toMatchObject({ ok: false, refusal: { kind: 'json-syntax' } });
  });
});
