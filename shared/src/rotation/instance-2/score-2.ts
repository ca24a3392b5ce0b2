import type { Score } from '../score.ts';
import type { Instance2, Schedule2, Seating2, Student2 } from './instance-2.ts';

/** The figures of a schedule; see `score2` for what each counts. */
export interface Score2 extends Score {
  /** Rounds that students sit at a table to which no mentor came. */
  readonly waits: number;
  /** Rounds that mentors who are there sit nowhere, beyond the rests they asked for. */
  readonly mentorIdle: number;
  /** Most minus least of these rounds a mentor. */
  readonly mentorSpread: number;
  /** Rounds that mentors sit away from their home table. */
  readonly displaced: number;
  /** Steps between tables, from round to round, of everybody together; 0 when positions are not known. */
  readonly walked: number;
  /** Promises that are not kept. */
  readonly brokenPromises: number;
}

/** A student who was promised more different fields than they meet. */
export interface BrokenPromise {
  readonly student: string;
  readonly promised: number;
  readonly met: number;
}

type Tables = ReadonlyMap<string, Seating2>;

/**
 * Measures a schedule that keeps the hard rules, by plain counting; shares nothing with the search. As `score` for
 * students who move (same names, same figures for an instance that says nothing new), with these readings:
 * idle: rounds that present students sit nowhere · repeats: rounds in which a student sits with a mentor met before,
 * tonight or at an earlier event · balance: seats outside even sizes, over the tables that are open and not forsaken by
 * their mentors, or else (when others than single students move) that anybody sits at · want: each mentor met counts as the larger of the wish for the mentor and
 * the wishes for the mentor's tags · distinctPairs, repeatedPairs: who met at an earlier event meets again.
 */
export function score2(instance: Instance2, schedule: Schedule2): Score2 {
  const rounds = schedule.rounds.map((round): Tables => new Map(Object.entries(round)));
  const evenings = eveningsOf(instance, rounds);
  const waits: number[] = [];
  let want = 0;
  let variety = 0;
  let repeats = 0;
  for (const student of instance.students) {
    const evening = evenings.get(student.id)!;
    const present = student.present === null ? instance.rounds : new Set(student.present).size;
    if (present > 0) waits.push(present - evening.tables.filter((table) => table !== null).length);
    want += wantOf(instance, student, evening.met);
    variety += evening.fields.size;
    repeats += evening.repeats;
  }
  return {
    idle: waits.reduce((sum, count) => sum + count, 0),
    spread: gap(waits),
    repeats,
    balance: rounds.reduce((sum, round, index) => sum + offEven(instance, round, index + 1), 0),
    want,
    variety,
    ...pairsOf(instance, rounds),
    ...mentorsOf(instance, rounds),
    walked: walkedOf(instance, rounds),
    brokenPromises: brokenPromises(instance, schedule).length,
  };
}

/** Most minus least; 0 for nobody. */
function gap(counts: readonly number[]): number {
  if (counts.length === 0) return 0;
  return (
    counts.reduce((most, count) => Math.max(most, count)) - counts.reduce((least, count) => Math.min(least, count))
  );
}

/** Students who were promised more different fields than this schedule lets them meet, in the order of the instance. */
export function brokenPromises(instance: Instance2, schedule: Schedule2): BrokenPromise[] {
  if (instance.students.every(({ promisedFields }) => promisedFields === 0)) return [];
  const evenings = eveningsOf(
    instance,
    schedule.rounds.map((round) => new Map(Object.entries(round))),
  );
  return instance.students.flatMap(({ id, promisedFields, present }) => {
    const met = evenings.get(id)!.fields.size;
    const comes = present === null || present.length > 0;
    return comes && met < promisedFields ? [{ student: id, promised: promisedFields, met }] : [];
  });
}

interface Evening {
  readonly tables: (string | null)[];
  /** Mentors met tonight. */
  readonly met: Set<string>;
  readonly fields: Set<string>;
  repeats: number;
}

function eveningsOf(instance: Instance2, rounds: readonly Tables[]): Map<string, Evening> {
  const tags = new Map(instance.mentors.map((mentor) => [mentor.id, mentor.tags]));
  const earlier = new Map(instance.students.map(({ id, metMentors }) => [id, new Set(metMentors)]));
  const evenings = new Map<string, Evening>(
    instance.students.map(({ id }) => [
      id,
      { tables: rounds.map(() => null), met: new Set(), fields: new Set(), repeats: 0 },
    ]),
  );
  rounds.forEach((tables, index) => {
    for (const [table, { students, mentors }] of tables) {
      for (const student of students) {
        const evening = evenings.get(student)!;
        evening.tables[index] = table;
        if (mentors.some((mentor) => evening.met.has(mentor) || earlier.get(student)?.has(mentor))) {
          evening.repeats += 1;
        }
        for (const mentor of mentors) {
          evening.met.add(mentor);
          for (const tag of tags.get(mentor) ?? []) evening.fields.add(tag);
        }
      }
    }
  });
  return evenings;
}

function wantOf(instance: Instance2, student: Student2, met: ReadonlySet<string>): number {
  if (student.wants.size === 0 && student.wantsTags.size === 0) return 0;
  let want = 0;
  for (const { id, tags } of instance.mentors) {
    if (!met.has(id)) continue;
    want += Math.max(student.wants.get(id) ?? 0, ...tags.map((tag) => student.wantsTags.get(tag) ?? 0));
  }
  return want;
}

/** Seats by which a round's tables lie outside their even sizes: one level for all, smaller tables full. */
function offEven(instance: Instance2, round: Tables, number: number): number {
  const sizeOf = (id: string): number => round.get(id)?.students.length ?? 0;
  const used = instance.tables.filter(({ id, mentors, open }) => {
    const hosts = (round.get(id)?.mentors.length ?? 0) > 0;
    if (instance.whoMoves === 'mixed') return sizeOf(id) > 0 || hosts;
    if (instance.whoMoves !== 'students') return sizeOf(id) > 0;
    return (open === null || open.includes(number)) && (hosts || mentors.length === 0);
  });
  const people = used.reduce((sum, { id }) => sum + sizeOf(id), 0);
  const filled = (level: number): number => used.reduce((sum, { seats }) => sum + Math.min(seats, level), 0);
  // the highest whole level that the people still fill everywhere
  let level = 0;
  while (level < people && filled(level + 1) <= people) level += 1;
  const over = people > filled(level);
  return used.reduce((sum, { id, seats }) => {
    const low = Math.min(seats, level);
    const high = Math.min(seats, over ? level + 1 : level);
    return sum + Math.max(0, low - sizeOf(id)) + Math.max(0, sizeOf(id) - high);
  }, 0);
}

function pairsOf(instance: Instance2, rounds: readonly Tables[]): { distinctPairs: number; repeatedPairs: number } {
  const index = new Map(instance.students.map(({ id }, position) => [id, position]));
  const friends = friendsOf(instance, index);
  const keyOf = (one: number, other: number): number => Math.min(one, other) * index.size + Math.max(one, other);
  const earlier = new Set<number>();
  instance.students.forEach(({ metStudents }, one) => {
    for (const other of metStudents) earlier.add(keyOf(one, index.get(other)!));
  });
  const seen = new Set<number>();
  let meetings = 0;
  for (const round of rounds) {
    for (const { students } of round.values()) {
      const people = students.map((id) => index.get(id)!);
      people.forEach((one, position) => {
        for (const other of people.slice(position + 1)) {
          if (friends[one] === friends[other]) continue;
          meetings += 1;
          if (!earlier.has(keyOf(one, other))) seen.add(keyOf(one, other));
        }
      });
    }
  }
  return { distinctPairs: seen.size, repeatedPairs: meetings - seen.size };
}

/** The same number for all who sit together by wish. */
function friendsOf(instance: Instance2, index: ReadonlyMap<string, number>): number[] {
  const links: number[][] = instance.students.map(() => []);
  instance.students.forEach(({ together }, one) => {
    for (const id of together) {
      const other = index.get(id)!;
      links[one]!.push(other);
      links[other]!.push(one);
    }
  });
  const label = instance.students.map(() => -1);
  label.forEach((_, start) => {
    if (label[start] !== -1) return;
    const reached = [start];
    label[start] = start;
    for (const one of reached) {
      for (const other of links[one]!) {
        if (label[other] !== -1) continue;
        label[other] = start;
        reached.push(other);
      }
    }
  });
  return label;
}

function mentorsOf(instance: Instance2, rounds: readonly Tables[]) {
  const homeOf = new Map(instance.tables.flatMap((table) => table.mentors.map((mentor) => [mentor, table.id])));
  const seated = new Map<string, number>();
  let waits = 0;
  let displaced = 0;
  for (const round of rounds) {
    for (const [table, { students, mentors }] of round) {
      if (mentors.length === 0) waits += students.length;
      for (const mentor of mentors) {
        seated.set(mentor, (seated.get(mentor) ?? 0) + 1);
        if (homeOf.has(mentor) && homeOf.get(mentor) !== table) displaced += 1;
      }
    }
  }
  const idle = instance.mentors.flatMap(({ id, present, rests }) => {
    const there = present === null ? instance.rounds : new Set(present).size;
    const takesPart = instance.whoMoves === 'mentors' || homeOf.has(id);
    return there === 0 || !takesPart ? [] : [Math.max(0, there - rests - (seated.get(id) ?? 0))];
  });
  return {
    waits,
    displaced,
    mentorIdle: idle.reduce((sum, count) => sum + count, 0),
    mentorSpread: gap(idle),
  };
}

function walkedOf(instance: Instance2, rounds: readonly Tables[]): number {
  const places = new Map(instance.tables.map(({ id, position }) => [id, position]));
  const lastOf = new Map<string, string>();
  let walked = 0;
  const arrive = (person: string, table: string): void => {
    const from = places.get(lastOf.get(person) ?? table) ?? null;
    const to = places.get(table) ?? null;
    if (from !== null && to !== null) walked += Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
    lastOf.set(person, table);
  };
  for (const round of rounds) {
    for (const [table, { students, mentors }] of round) {
      // a student and a mentor may have the same id
      for (const student of students) arrive(`s${student}`, table);
      for (const mentor of mentors) arrive(`m${mentor}`, table);
    }
  }
  return walked;
}
