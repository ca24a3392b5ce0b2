import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import { pairsWhenSpread } from './proof/pairs.ts';
import { plainIndustry } from './wishes.ts';

/** A night that runs: so many rounds cannot change any more, and not everybody is there in all the others (from 1). */
export interface NightSoFar {
  readonly fixed: number;
  readonly isThere: (person: AttendeeId, round: number) => boolean;
}

/** The rounds that can still change; all of them if none can. */
export const openTo = (rounds: number, night: NightSoFar | undefined): number =>
  night === undefined || night.fixed >= rounds ? 0 : night.fixed;

/** What one student gets out of a plan. */
export interface Served {
  readonly met: number;
  readonly wanted: number;
  readonly fields: number;
}

/** Wishes met and industries seen, per student of the evening. */
export function servedOf(
  schedule: Schedule,
  evening: EveningToPlan,
  wishes: ReadonlyMap<AttendeeId, ReadonlySet<AttendeeId>>,
): Map<AttendeeId, Served> {
  const industryOf = new Map(evening.mentors.map(({ id, industry }) => [id, plainIndustry(industry)]));
  const met = new Map<AttendeeId, Set<AttendeeId>>(evening.students.map(({ id }) => [id, new Set()]));
  for (const round of schedule.rounds) {
    for (const { students, mentors } of Object.values(round)) {
      for (const student of students) for (const mentor of mentors) met.get(student)?.add(mentor);
    }
  }
  return new Map(
    [...met].map(([student, mentors]) => {
      const wanted = wishes.get(student) ?? new Set();
      const fields = new Set([...mentors].map((mentor) => industryOf.get(mentor) ?? '').filter((name) => name !== ''));
      const wishesMet = [...wanted].filter((mentor) => mentors.has(mentor)).length;
      return [student, { met: wishesMet, wanted: wanted.size, fields: fields.size }];
    }),
  );
}

/**
 * Sizes of the tables in use (with a mentor, or anybody at all), per round, and how many seats in all are taken away
 * from even sizes: a table is uneven by each student it has over another one that has two fewer and a free seat.
 * @param from the first round to look at, from 0
 */
export function sizesOf(schedule: Schedule, evening: EveningToPlan, from = 0): { rounds: number[][]; uneven: number } {
  const seatsOf = new Map<string, number>(evening.tables.map(({ id, seats }) => [id, seats]));
  let uneven = 0;
  const rounds = schedule.rounds.slice(from).map((round) => {
    const used = Object.entries(round).filter(([, { students, mentors }]) => students.length + mentors.length > 0);
    const withRoom = used.filter(([id, { students }]) => students.length < (seatsOf.get(id) ?? 0));
    const least = Math.min(...withRoom.map(([, { students }]) => students.length));
    for (const [, { students }] of used) uneven += Math.max(0, students.length - least - 1);
    return used.map(([, { students }]) => students.length);
  });
  return { rounds, uneven };
}

/** Rounds that each of those who move waits, and how many of them nobody can avoid; on a night, in rounds to come. */
export function waitsOf(
  schedule: Schedule,
  evening: EveningToPlan,
  night?: NightSoFar,
): { rounds: Map<AttendeeId, number>; unavoidable: number; tablesWithoutMentor: number } {
  const movers: readonly { readonly id: AttendeeId }[] =
    evening.whoMoves === 'students' ? evening.students : evening.mentors;
  // in a students' evening a mentor without a table is nobody's wait
  const rounds = new Map(movers.map(({ id }) => [id, 0]));
  const seatsOf = new Map<string, number>(evening.tables.map(({ id, seats }) => [id, seats]));
  let unavoidable = 0;
  let tablesWithoutMentor = 0;
  for (let index = openTo(schedule.rounds.length, night); index < schedule.rounds.length; index++) {
    const round = schedule.rounds[index]!;
    const there = night ? movers.filter(({ id }) => night.isThere(id, index + 1)) : movers;
    const seated = new Set<AttendeeId>();
    let places = 0;
    for (const [id, { students, mentors }] of Object.entries(round)) {
      if (students.length + mentors.length === 0) continue;
      for (const person of evening.whoMoves === 'students' ? students : mentors) seated.add(person);
      if (mentors.length === 0) tablesWithoutMentor += 1;
      places += evening.whoMoves === 'students' ? (seatsOf.get(id) ?? 0) : 2;
    }
    for (const { id } of there) if (!seated.has(id)) rounds.set(id, (rounds.get(id) ?? 0) + 1);
    unavoidable += Math.max(0, there.length - places);
  }
  return { rounds, unavoidable, tablesWithoutMentor };
}

/**
 * Pairs that must meet again, by counting: more meetings than pairs there are; or, by the pigeonhole, the people of
 * one table who spread in another round over the other tables only (nobody returns to a mentor).
 */
export function fewestRepeatedPairs(schedule: Schedule, evening: EveningToPlan, meetings: number): number {
  const count = evening.students.length;
  const counting = meetings - (count * (count - 1)) / 2;
  let pigeonhole = 0;
  const sizes = sizesOf(schedule, evening).rounds;
  const first = sizes[0] ?? [];
  const everybodySits = sizes.every((round) => round.reduce((sum, size) => sum + size, 0) === count);
  if (everybodySits && evening.rounds <= first.length) {
    for (const size of first) pigeonhole += pairsWhenSpread(size, first.length - 1) * (evening.rounds - 1);
  }
  return Math.max(0, counting, pigeonhole);
}
