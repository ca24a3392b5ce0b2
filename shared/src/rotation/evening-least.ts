import type { Table } from '../event/floor.ts';
import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { companyOf } from './company.ts';
import { type NightSoFar, openTo, type Served } from './evening-facts.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import type { LeastReason, LeastServed } from './report.ts';
import { isParticular, suits } from './suits.ts';

const MOST_LEAST_SERVED = 5;

type Wishes = ReadonlyMap<AttendeeId, ReadonlySet<AttendeeId>>;

/** Up to five students with the least of their wishes met, worst first, each with why; nobody who got all that fits. */
export function leastServedOf(
  schedule: Schedule,
  evening: EveningToPlan,
  wishes: Wishes,
  served: ReadonlyMap<AttendeeId, Served>,
  night?: NightSoFar,
): LeastServed[] {
  const hoped = (who: Served): number => Math.min(who.wanted, evening.rounds);
  const least = [...served]
    .filter(([, who]) => who.met < hoped(who))
    .sort(([, a], [, b]) => a.met * hoped(b) - b.met * hoped(a) || a.fields - b.fields)
    .slice(0, MOST_LEAST_SERVED);
  if (least.length === 0) return [];
  const facts = wishFacts(schedule, evening, wishes, night);
  return least.map(([person, { met, wanted, fields }]) => ({
    person,
    met,
    wanted,
    fields,
    ...reasonFor(person, facts, wishes),
  }));
}

interface WishFacts {
  /** Whether somebody is kept from a mentor: the tables they sit at do not suit, or they are to avoid them. */
  readonly isBarred: (person: AttendeeId, mentor: AttendeeId) => boolean;
  /** Those who need a particular table and sit out a round though other tables have seats left. */
  readonly shutOut: ReadonlySet<AttendeeId>;
  readonly metBy: ReadonlyMap<AttendeeId, ReadonlySet<AttendeeId>>;
  /** Students who wish for a mentor beyond those who can meet them. */
  readonly tooMany: ReadonlyMap<AttendeeId, number>;
}

function wishFacts(schedule: Schedule, evening: EveningToPlan, wishes: Wishes, night?: NightSoFar): WishFacts {
  const metBy = new Map<AttendeeId, Set<AttendeeId>>();
  const places = new Map<AttendeeId, number>();
  const tables = new Map<string, Table>(evening.tables.map((table) => [table.id, table]));
  const tablesOf = new Map<AttendeeId, Set<string>>();
  for (const round of schedule.rounds) {
    for (const [table, { students, mentors }] of Object.entries(round)) {
      for (const mentor of mentors) {
        places.set(mentor, (places.get(mentor) ?? 0) + students.length);
        tablesOf.set(mentor, (tablesOf.get(mentor) ?? new Set()).add(table));
        for (const student of students) metBy.set(student, (metBy.get(student) ?? new Set()).add(mentor));
      }
    }
  }
  const wishers = new Map<AttendeeId, number>();
  for (const wanted of wishes.values())
    for (const mentor of wanted) wishers.set(mentor, (wishers.get(mentor) ?? 0) + 1);
  const tooMany = new Map([...wishers].map(([mentor, count]) => [mentor, count - (places.get(mentor) ?? 0)]));
  const people = new Map(evening.students.map((student) => [student.id, student]));
  const company = companyOf(evening);
  const isBarred = (person: AttendeeId, mentor: AttendeeId): boolean => {
    const student = people.get(person);
    if (company(person).avoid.includes(mentor)) return true;
    if (!student || !isParticular(student) || evening.whoMoves !== 'students' || student.staysAt) return false;
    return [...(tablesOf.get(mentor) ?? [])].every((id) => !suits(student, tables.get(id) ?? { stepFree: false }));
  };
  return { isBarred, shutOut: shutOutIn(schedule, evening, night), metBy, tooMany };
}

function shutOutIn(schedule: Schedule, evening: EveningToPlan, night?: NightSoFar): Set<AttendeeId> {
  const particular = evening.whoMoves === 'students' ? evening.students.filter(isParticular) : [];
  const seatsOf = new Map<string, number>(evening.tables.map(({ id, seats }) => [id, seats]));
  const from = openTo(schedule.rounds.length, night);
  return new Set(
    schedule.rounds.slice(from).flatMap((tables, index) => {
      const all = Object.entries(tables);
      const isFree = all.some(
        ([table, { students, mentors }]) => mentors.length > 0 && students.length < (seatsOf.get(table) ?? 0),
      );
      const sits = new Set(all.flatMap(([, { students }]) => students));
      const isOut = (id: AttendeeId): boolean => !sits.has(id) && (night?.isThere(id, from + index + 1) ?? true);
      return isFree ? particular.filter(({ id }) => isOut(id)).map(({ id }) => id) : [];
    }),
  );
}

function reasonFor(person: AttendeeId, facts: WishFacts, wishes: Wishes): { reason: LeastReason; mentor?: AttendeeId } {
  const met = facts.metBy.get(person);
  const missed = [...(wishes.get(person) ?? [])].filter((mentor) => !met?.has(mentor));
  if (facts.shutOut.has(person) || missed.every((mentor) => facts.isBarred(person, mentor))) {
    return { reason: 'barred' };
  }
  let popular: AttendeeId | null = null;
  let most = 0;
  for (const mentor of missed) {
    const over = facts.tooMany.get(mentor) ?? 0;
    if (over <= most) continue;
    most = over;
    popular = mentor;
  }
  return popular === null ? { reason: 'traded' } : { reason: 'popular', mentor: popular };
}
