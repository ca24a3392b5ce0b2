import { MAX_MENTORS_AT_TABLE, type Table } from '../event/floor.ts';
import type { SeatLock } from '../event/seat-lock.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { companyOf, somebodyStays } from './company.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import type { OpenTable } from './open-tables.ts';
import { suits } from './suits.ts';

/**
 * The locked seats (R108) that can still be, in the order in which they were locked: of those who move this evening, at a
 * table that is there, open and as they need it, and not against another one.
 * @param open the tables to use, with the mentors who stay at them
 */
export const locksThatHold = (evening: EveningToPlan, open: readonly OpenTable[]): SeatLock[] =>
  evening.whoMoves === 'students' ? ofStudents(evening, open) : ofMentors(evening, open);

function ofStudents(evening: EveningToPlan, open: readonly OpenTable[]): SeatLock[] {
  const company = companyOf(evening);
  const students = new Map(evening.students.map((student) => [student.id, student]));
  const roundsOf = new Map(evening.mentors.map(({ id, rounds }) => [id, rounds]));
  const tables = new Map(open.map((one) => [one.table.id, one]));
  // where mentors go about, a table without one of its own is open too
  const visited = somebodyStays(evening);
  const held: SeatLock[] = [];
  const cells = new Map<string, Set<AttendeeId>>();
  for (const lock of evening.locked ?? []) {
    const { round, person } = lock;
    const student = students.get(person);
    const place = tables.get(lock.table);
    if (!student || !place || round > evening.rounds) continue;
    if (student.staysAt !== undefined && student.staysAt !== lock.table) continue;
    const here = place.mentors.filter((mentor) => roundsOf.get(mentor)?.includes(round) ?? true);
    const { avoid, apart, together } = company(person);
    const inRound = (other: AttendeeId): SeatLock | undefined =>
      held.find((one) => one.round === round && one.person === other);
    const cell = cells.get(`${round} ${lock.table}`) ?? new Set();
    const withMates = new Set([...cell, person, ...together]);
    const holds =
      suits(student, place.table) &&
      (visited || here.length > 0) &&
      !here.some((mentor) => avoid.includes(mentor)) &&
      ![...cell].some((other) => apart.includes(other)) &&
      together.every((mate) => (inRound(mate)?.table ?? lock.table) === lock.table) &&
      withMates.size <= place.table.seats;
    if (!holds) continue;
    cells.set(`${round} ${lock.table}`, withMates);
    held.push(lock);
  }
  return held;
}

/** Mentors who share a table travel together, so one of them speaks for all; no two such parties share a cell. */
function ofMentors(evening: EveningToPlan, open: readonly OpenTable[]): SeatLock[] {
  const mentors = new Map(evening.mentors.map((mentor) => [mentor.id, mentor]));
  const tables = new Set(open.map(({ table }) => table.id));
  const party = (person: AttendeeId): string =>
    evening.tables.find((table: Table) => table.mentors.slice(0, MAX_MENTORS_AT_TABLE).includes(person))?.id ?? person;
  const held: SeatLock[] = [];
  const partyAt = new Map<string, string>();
  const placeOf = new Map<string, string>();
  for (const lock of evening.locked ?? []) {
    const { round, person, table } = lock;
    const mentor = mentors.get(person);
    if (!mentor || !tables.has(table) || round > evening.rounds) continue;
    if (mentor.rounds?.includes(round) === false) continue;
    const own = party(person);
    if ((partyAt.get(`${round} ${table}`) ?? own) !== own) continue;
    if ((placeOf.get(`${round} ${own}`) ?? table) !== table) continue;
    partyAt.set(`${round} ${table}`, own);
    placeOf.set(`${round} ${own}`, table);
    held.push(lock);
  }
  return held;
}
