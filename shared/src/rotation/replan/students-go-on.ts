import type { Schedule } from '../../event/schedule.ts';
import type { AttendeeId } from '../../kernel/ids.ts';
import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { planAtTables } from '../at-tables.ts';
import { somebodyStays } from '../company.ts';
import { eveningInstance, eveningSchedule } from '../evening-instance.ts';
import type { PlannedSeats } from '../evening-to-plan.ts';
import type { Infeasible } from '../feasibility.ts';
import type { InstancePin } from '../instance.ts';
import type { Instance2 } from '../instance-2/instance-2.ts';
import { seatConflicts } from '../seat-conflicts.ts';
import type { SolveOptions } from '../solve.ts';
import { frozenSeats, placesOfStudents } from './kept-tables.ts';
import { fixedRounds, type RunningEvening } from './running-evening.ts';
import { withSeatsThatMayBe } from './seats-that-may-be.ts';

const impossible = ({ kind, message }: Infeasible): Refusal => refusal('plan-impossible', { reason: kind, message });

/** Students move: a table stays open as long as one of its mentors is there. */
export function studentsGoOn(running: RunningEvening, options: SolveOptions): Result<PlannedSeats, Refusal> {
  const { evening, schedule, done, freezeCurrent, toCome = {} } = running;
  const waiting = new Set(freezeCurrent ? (running.waiting ?? []) : []);
  const here = new Set(evening.mentors.map(({ id }) => id));
  const fixed = fixedRounds(running);
  const pastMentors = mentorsBefore(schedule, fixed);
  const kept = new Set(somebodyStays(evening) ? evening.students.map(({ staysAt }) => staysAt) : []);
  const tables = evening.tables
    .map((table) => {
      const now = table.mentors.filter((mentor) => here.has(mentor));
      const isOpen = now.length > 0;
      // where mentors go about, those of a table in an earlier round say nothing about it
      const past = kept.size > 0 ? [] : (pastMentors.get(table.id) ?? []).filter((id) => !here.has(id));
      return { table, isOpen, mentors: isOpen ? now : past };
    })
    .filter(({ table, mentors }) => mentors.length > 0 || kept.has(table.id));
  if (!tables.some(({ isOpen }) => isOpen)) return refused(refusal('no-mentors'));
  const all = Array.from({ length: evening.rounds }, (_, round) => round + 1);
  const over = all.slice(0, fixed);
  const left = all.slice(fixed);
  const places = placesOfStudents(schedule);
  const seen = new Set(places.slice(0, fixed).flatMap((tableOf) => [...tableOf.keys()]));
  const gone = tables.flatMap(({ isOpen, mentors }) => (isOpen ? [] : mentors));
  const whole = eveningInstance(evening, tables);
  const openIn = (index: number): readonly number[] | null => {
    const { table, isOpen } = tables[index]!;
    // other mentors come to somebody who stays where none is at home any more
    if (!isOpen && !kept.has(table.id)) return over;
    const closed = toCome.closed?.get(table.id);
    // a table that nobody sat at so far has been put there only now
    const before = fixed === 0 || pastMentors.has(table.id) ? over : [];
    if (closed === undefined && before.length === fixed) return null;
    return [...before, ...left.filter((round) => !closed?.includes(round))];
  };
  /** Whoever was in no round so far has come late. */
  const presentIn = (
    id: AttendeeId,
    wasThere: boolean,
    expected?: readonly number[] | null,
  ): readonly number[] | null => {
    const present = toCome.present?.get(id) ?? expected ?? undefined;
    const came = waiting.has(id) ? over.slice(-1) : [];
    const before = fixed === 0 || wasThere ? over : came;
    if (present === undefined && before.length === fixed) return null;
    return [...before, ...left.filter((round) => present?.includes(round) ?? true)];
  };
  const stranded = new Set(seatConflicts(evening).flatMap(({ kind, people }) => (kind === 'stays-gone' ? [] : people)));
  const instance: Instance2 = {
    ...whole,
    tables: whole.tables.map((table, index) => ({ ...table, open: openIn(index) })),
    mentors: [
      ...whole.mentors.map((one) => ({ ...one, present: presentIn(one.id as AttendeeId, true, one.present) })),
      ...gone.map((id) => ({ id, tags: [], present: null, rests: 0 })),
    ],
    students: whole.students.map((one) => {
      const present = presentIn(one.id as AttendeeId, seen.has(one.id));
      // the night goes on: whoever has no table that suits them waits until there is one
      return { ...one, present: stranded.has(one.id as AttendeeId) ? over.filter(() => seen.has(one.id)) : present };
    }),
  };
  const given = handPins(running, instance);
  if (!given.ok) return given;
  const stand = [...waiting].map((student): InstancePin => ({ round: fixed, student, table: null }));
  const pinned = [...given.value, ...stand, ...frozenSeats(instance, places, done, freezeCurrent)];
  const settled = withSeatsThatMayBe(instance, pinned, schedule);
  const seated = new Set(settled.pinned.flatMap(({ student, table }) => (table === null ? [] : [student])));
  const toPlan = {
    ...settled,
    students: settled.students.map((one) =>
      stranded.has(one.id as AttendeeId) && !seated.has(one.id) ? { ...one, present: [] } : one,
    ),
  };
  const planned = planAtTables(toPlan, options, schedule, done);
  if (!planned.ok) return refused(impossible(planned.refusal));
  const { schedule: seats, ...effort } = planned.value;
  const open = tables.filter(({ table, isOpen }) => isOpen || kept.has(table.id)).map(({ table }) => table);
  const mended = eveningSchedule(seats, open);
  if (settled.pinned === pinned) return ok({ schedule: mended, ...effort });
  const rounds = [...schedule.rounds.slice(0, fixed), ...mended.rounds.slice(fixed)];
  return ok({ schedule: { rounds }, ...effort });
}

/** The places given by hand in rounds that can still change; those of people who have left are nobody's. */
function handPins(running: RunningEvening, { tables, students }: Instance2): Result<InstancePin[], Refusal> {
  const { evening, toCome } = running;
  const fixed = fixedRounds(running);
  const known = new Set(tables.map(({ id }) => id));
  const here = new Set(students.map(({ id }) => id));
  const pins = (toCome?.pinned ?? []).filter(
    ({ round, student }) => round > fixed && round <= evening.rounds && here.has(student),
  );
  const lost = pins.find(({ table }) => table !== null && !known.has(table));
  if (lost === undefined) return ok([...pins]);
  const message = `student "${lost.student}" is pinned to table "${lost.table}", where no mentor is`;
  return refused(impossible({ kind: 'pin-conflict', message }));
}

function mentorsBefore(schedule: Schedule, rounds: number): Map<string, AttendeeId[]> {
  const found = new Map<string, AttendeeId[]>();
  for (const round of schedule.rounds.slice(0, rounds)) {
    for (const [table, { mentors }] of Object.entries(round)) {
      if (!found.has(table) && mentors.length > 0) found.set(table, [...mentors]);
    }
  }
  return found;
}
