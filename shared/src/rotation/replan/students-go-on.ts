import type { Schedule } from '../../event/schedule.ts';
import type { AttendeeId } from '../../kernel/ids.ts';
import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { eveningInstance, eveningSchedule } from '../evening-instance.ts';
import type { PlannedSeats } from '../evening-to-plan.ts';
import type { Infeasible } from '../feasibility.ts';
import type { InstancePin } from '../instance.ts';
import type { Instance2 } from '../instance-2/instance-2.ts';
import { planStudents } from '../instance-2/students-mode.ts';
import type { SolveOptions } from '../solve.ts';
import { frozenSeats, keptTables, placesOfStudents } from './kept-tables.ts';
import { fixedRounds, type RunningEvening } from './running-evening.ts';

const impossible = ({ kind, message }: Infeasible): Refusal => refusal('plan-impossible', { reason: kind, message });

/** Students move: a table stays open as long as one of its mentors is there. */
export function studentsGoOn(running: RunningEvening, options: SolveOptions): Result<PlannedSeats, Refusal> {
  const { evening, schedule, done, freezeCurrent, toCome = {} } = running;
  const waiting = new Set(freezeCurrent ? (running.waiting ?? []) : []);
  const here = new Set(evening.mentors.map(({ id }) => id));
  const fixed = fixedRounds(running);
  const pastMentors = mentorsBefore(schedule, fixed);
  const tables = evening.tables
    .map((table) => {
      const now = table.mentors.filter((mentor) => here.has(mentor));
      const isOpen = now.length > 0;
      return { table, isOpen, mentors: isOpen ? now : (pastMentors.get(table.id) ?? []).filter((id) => !here.has(id)) };
    })
    .filter(({ mentors }) => mentors.length > 0);
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
    if (!isOpen) return over;
    const closed = toCome.closed?.get(table.id);
    // a table that nobody sat at so far has been put there only now
    const before = fixed === 0 || pastMentors.has(table.id) ? over : [];
    if (closed === undefined && before.length === fixed) return null;
    return [...before, ...left.filter((round) => !closed?.includes(round))];
  };
  /** Whoever was in no round so far has come late. */
  const presentIn = (id: AttendeeId, wasThere: boolean): readonly number[] | null => {
    const present = toCome.present?.get(id);
    const came = waiting.has(id) ? over.slice(-1) : [];
    const before = fixed === 0 || wasThere ? over : came;
    if (present === undefined && before.length === fixed) return null;
    return [...before, ...left.filter((round) => present?.includes(round) ?? true)];
  };
  const instance: Instance2 = {
    ...whole,
    tables: whole.tables.map((table, index) => ({ ...table, open: openIn(index) })),
    mentors: [
      ...whole.mentors.map((one) => ({ ...one, present: presentIn(one.id as AttendeeId, true) })),
      ...gone.map((id) => ({ id, tags: [], present: null, rests: 0 })),
    ],
    students: whole.students.map((one) => ({ ...one, present: presentIn(one.id as AttendeeId, seen.has(one.id)) })),
  };
  const given = handPins(running, instance);
  if (!given.ok) return given;
  const stand = [...waiting].map((student): InstancePin => ({ round: fixed, student, table: null }));
  const pinned = [...given.value, ...stand, ...frozenSeats(instance, places, done, freezeCurrent)];
  const planned = planStudents({ ...instance, pinned }, options, keptTables(instance, places, done));
  if (!planned.ok) return refused(impossible(planned.refusal));
  const { schedule: seats, ...effort } = planned.value;
  const open = tables.filter(({ isOpen }) => isOpen).map(({ table }) => table);
  return ok({ schedule: eveningSchedule(seats, open), ...effort });
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
