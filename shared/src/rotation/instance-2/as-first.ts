import type { Instance, InstancePin, InstanceStudent } from '../instance.ts';
import type { Problem } from '../search/problem.ts';
import type { Instance2, Mentor2, Student2 } from './instance-2.ts';

/** Mentor to weight: the larger of the wish for the mentor and those for the mentor's tags. */
export function wishesFor(student: Student2, mentors: readonly Mentor2[]): ReadonlyMap<string, number> {
  if (student.wantsTags.size === 0) return student.wants;
  const wishes = new Map(student.wants);
  for (const { id, tags } of mentors) {
    const weight = Math.max(wishes.get(id) ?? 0, ...tags.map((tag) => student.wantsTags.get(tag) ?? 0));
    if (weight > 0) wishes.set(id, weight);
  }
  return wishes;
}

/** Places of ids in a list. */
export const indexOf = (list: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(list.map(({ id }, index) => [id, index]));

/** Per table the mentors who sit there at home, as places in the list of mentors. */
export function homeUnits(instance: Instance2): number[][] {
  const mentorIndex = indexOf(instance.mentors);
  return instance.tables.map(({ mentors }) => mentors.map((id) => mentorIndex.get(id)!));
}

/**
 * The instance as one of the first format, for evenings on which mentors keep their table: tables are closed while
 * none of their mentors is at work, wishes for tags are wishes for mentors, a stay-put seat is a given seat.
 * @param work as `mentorsAtWork` gives it
 */
export function asFirst(instance: Instance2, work: Uint8Array): Instance {
  const { rounds } = instance;
  const units = homeUnits(instance);
  const tables = instance.tables.map((table, index) => ({
    ...table,
    open: openRounds(table.open, rounds, units[index]!, work),
  }));
  return {
    ...instance,
    tables,
    students: instance.students.map(
      (student): InstanceStudent => ({
        ...student,
        wants: wishesFor(student, instance.mentors),
      }),
    ),
    pinned: [...instance.pinned, ...stayPins(instance, tables)],
  };
}

/** A stay-put seat as given seats: in every round that its owner is there and not given another place. */
export function stayPins(instance: Instance2, tables: Instance['tables']): InstancePin[] {
  const openIn = new Map(tables.map(({ id, open }) => [id, open]));
  const out = new Set(
    instance.pinned.flatMap(({ round, student, table }) => (table === null ? [JSON.stringify([round, student])] : [])),
  );
  return instance.students.flatMap(({ id, staysAt, present }): InstancePin[] => {
    if (staysAt === null) return [];
    const open = openIn.get(staysAt) ?? null;
    return roundsOf(present, instance.rounds).flatMap((round) => {
      if (out.has(JSON.stringify([round, id]))) return [];
      return [{ round, student: id, table: open === null || open.includes(round) ? staysAt : null }];
    });
  });
}

/** The rounds of a list, or all of them; from 1, each once. */
export const roundsOf = (list: readonly number[] | null, rounds: number): number[] =>
  list === null ? Array.from({ length: rounds }, (_, index) => index + 1) : [...new Set(list)];

function openRounds(
  open: readonly number[] | null,
  rounds: number,
  unit: readonly number[],
  work: Uint8Array,
): readonly number[] | null {
  if (unit.length === 0) return open;
  const left = roundsOf(open, rounds).filter((round) => unit.some((mentor) => work[mentor * rounds + round - 1] === 1));
  return left.length === rounds ? open : left;
}

/** What the second format adds to a problem whose students and tables are those of the instance. */
export function seriesAndPromises(instance: Instance2): Pick<Problem, 'metBefore' | 'pairsMet' | 'promised' | 'walk'> {
  const count = instance.tables.length;
  const tableOf = new Map(instance.tables.flatMap(({ mentors }, table) => mentors.map((mentor) => [mentor, table])));
  let metBefore: Uint8Array | null = null;
  instance.students.forEach(({ metMentors }, student) => {
    for (const mentor of metMentors) {
      const table = tableOf.get(mentor);
      if (table === undefined) continue;
      metBefore ??= new Uint8Array(instance.students.length * count);
      metBefore[student * count + table] = 1;
    }
  });
  const promises = instance.students.some(({ promisedFields }) => promisedFields > 0);
  return {
    metBefore,
    pairsMet: pairsMetOf(instance),
    promised: promises ? Int32Array.from(instance.students, ({ promisedFields }) => promisedFields) : null,
    walk: walkOf(instance.tables),
  };
}

/** Pairs who met at an earlier event, whoever of the two said so, each once, smaller number first. */
export function pairsMetOf(instance: Instance2): [number, number][] {
  const studentIndex = indexOf(instance.students);
  const pairs = new Map<number, [number, number]>();
  instance.students.forEach(({ metStudents }, one) => {
    for (const id of metStudents) {
      const other = studentIndex.get(id)!;
      const pair: [number, number] = [Math.min(one, other), Math.max(one, other)];
      pairs.set(pair[0] * instance.students.length + pair[1], pair);
    }
  });
  return [...pairs.values()];
}

/** Tables up to which steps are worth a table of tables. */
const MOST_TABLES_WALKED = 2_000;

/** Steps from table to table along the aisles; null when a table's place is not known. */
export function walkOf(tables: Instance2['tables']): Int32Array | null {
  if (tables.length > MOST_TABLES_WALKED || tables.some(({ position }) => position === null)) return null;
  const walk = new Int32Array(tables.length * tables.length);
  tables.forEach((from, one) => {
    tables.forEach((to, other) => {
      const steps = Math.abs(from.position!.x - to.position!.x) + Math.abs(from.position!.y - to.position!.y);
      walk[one * tables.length + other] = steps;
    });
  });
  return walk;
}
