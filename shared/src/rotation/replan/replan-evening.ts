import type { Schedule } from '../../event/schedule.ts';
import type { AttendeeId, TableId } from '../../kernel/ids.ts';
import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { eveningInstance, eveningSchedule } from '../evening-instance.ts';
import type { EveningToPlan, PlannedEvening, PlannedSeats } from '../evening-to-plan.ts';
import type { Infeasible } from '../feasibility.ts';
import type { Instance2 } from '../instance-2/instance-2.ts';
import { planStudents } from '../instance-2/students-mode.ts';
import { planMentorsMove } from '../mentors-move.ts';
import { reportOn } from '../report.ts';
import type { SolveOptions } from '../solve.ts';
import { frozenSeats, keptTables, placesOfMentors, placesOfStudents } from './kept-tables.ts';
import { PROPOSAL_KINDS, type ProposalKind } from './proposal-kinds.ts';
import { searchesFor } from './searches.ts';

/** A night that runs, and who is there now. */
export interface RunningEvening {
  /** The plan people follow. */
  readonly schedule: Schedule;
  /** Tables, rounds and people as they are now; whoever has left is not among them. */
  readonly evening: EveningToPlan;
  /** Rounds that are over, from 0. */
  readonly done: number;
  /** Whether the seats of the round after those stay too: people sit there already. */
  readonly freezeCurrent: boolean;
}

/** Somebody whose table in a round (from 1) is another one than planned; null for none. */
export interface SeatChange {
  readonly round: number;
  readonly person: AttendeeId;
  readonly from: TableId | null;
  readonly to: TableId | null;
}

/** A mended plan and its price: everybody who goes elsewhere than they were told. Newcomers have no `from`. */
export interface EveningProposal extends PlannedEvening {
  readonly kind: ProposalKind;
  readonly changes: readonly SeatChange[];
}

export interface ReplanEveningOptions extends Omit<SolveOptions, 'keeping'> {
  /** Which proposals to make, in this order; all of them when left out. */
  readonly kinds?: readonly ProposalKind[];
  /** Told of each proposal as soon as there is one; of the first kind early, and again if a longer search finds another. */
  readonly onProposal?: (proposal: EveningProposal) => void;
}

/**
 * Mends the plan of a night that runs: rounds that are over stay as they were, the rest changes as little as each kind of
 * proposal says, and whoever is there now has a place from here on.
 * @returns one proposal for each kind, the same plan never twice; refused with no-students, no-mentors or plan-impossible
 */
export function replanEvening(
  running: RunningEvening,
  { kinds = PROPOSAL_KINDS, onProposal, ...options }: ReplanEveningOptions,
): Result<readonly EveningProposal[], Refusal> {
  const { evening, schedule } = running;
  if (evening.students.length === 0) return refused(refusal('no-students'));
  if (evening.mentors.length === 0) return refused(refusal('no-mentors'));
  const proposals: EveningProposal[] = [];
  let early: EveningProposal | null = null;
  for (const { kind, options: search, isFirstTry } of searchesFor(kinds, options, onProposal !== undefined)) {
    const planned = evening.whoMoves === 'students' ? studentsGoOn(running, search) : mentorsGoOn(running, search);
    if (!planned.ok) return planned;
    const mended = {
      rounds: [...schedule.rounds.slice(0, running.done), ...planned.value.schedule.rounds.slice(running.done)],
    };
    const changes = changesBetween(schedule, mended, running);
    if (proposals.some((other) => sameChanges(other.changes, changes))) continue;
    const proposal: EveningProposal = {
      kind,
      ...planned.value,
      schedule: mended,
      seed: options.seed,
      report: reportOn(mended, evening),
      changes,
    };
    const isSame = early !== null && sameChanges(early.changes, changes);
    if (isFirstTry) early = proposal;
    else proposals.push(proposal);
    if (!isSame) onProposal?.(proposal);
  }
  return ok(proposals);
}

const impossible = ({ kind, message }: Infeasible): Refusal => refusal('plan-impossible', { reason: kind, message });

/** Students move: a table stays open as long as one of its mentors is there. */
function studentsGoOn(running: RunningEvening, options: SolveOptions): Result<PlannedSeats, Refusal> {
  const { evening, schedule, done, freezeCurrent } = running;
  const here = new Set(evening.mentors.map(({ id }) => id));
  const fixed = Math.min(evening.rounds, freezeCurrent ? done + 1 : done);
  const pastMentors = mentorsBefore(schedule, fixed);
  const tables = evening.tables
    .map((table) => {
      const now = table.mentors.filter((mentor) => here.has(mentor));
      const isOpen = now.length > 0;
      return { table, isOpen, mentors: isOpen ? now : (pastMentors.get(table.id) ?? []).filter((id) => !here.has(id)) };
    })
    .filter(({ mentors }) => mentors.length > 0);
  if (!tables.some(({ isOpen }) => isOpen)) return refused(refusal('no-mentors'));
  const over = Array.from({ length: fixed }, (_, round) => round + 1);
  const toCome = Array.from({ length: evening.rounds - fixed }, (_, index) => fixed + index + 1);
  const places = placesOfStudents(schedule);
  const seen = new Set(places.slice(0, fixed).flatMap((tableOf) => [...tableOf.keys()]));
  const gone = tables.flatMap(({ isOpen, mentors }) => (isOpen ? [] : mentors));
  const whole = eveningInstance(evening, tables);
  const instance: Instance2 = {
    ...whole,
    tables: whole.tables.map((table, index) => (tables[index]!.isOpen ? table : { ...table, open: over })),
    mentors: [...whole.mentors, ...gone.map((id) => ({ id, tags: [], present: null, rests: 0 }))],
    // whoever was in no round so far has come late
    students: whole.students.map((one) => (fixed === 0 || seen.has(one.id) ? one : { ...one, present: toCome })),
  };
  const pinned = frozenSeats(instance, places, done, freezeCurrent);
  const planned = planStudents({ ...instance, pinned }, options, keptTables(instance, places, done));
  if (!planned.ok) return refused(impossible(planned.refusal));
  const { schedule: seats, ...effort } = planned.value;
  const open = tables.filter(({ isOpen }) => isOpen).map(({ table }) => table);
  return ok({ schedule: eveningSchedule(seats, open), ...effort });
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

/** Mentors move: students keep the table they have now, and mentors go on from where they are. */
function mentorsGoOn(
  { evening, schedule, done, freezeCurrent }: RunningEvening,
  options: SolveOptions,
): Result<PlannedSeats, Refusal> {
  const current = Math.min(done, schedule.rounds.length - 1);
  const homes = new Map<AttendeeId, TableId>();
  for (const round of [schedule.rounds[0], schedule.rounds[current]]) {
    for (const [table, { students }] of Object.entries(round ?? {})) {
      for (const student of students) homes.set(student, table as TableId);
    }
  }
  for (const [mentor, table] of placesOfMentors(schedule)[0] ?? []) homes.set(mentor as AttendeeId, table as TableId);
  const fixed = Math.min(evening.rounds, freezeCurrent ? done + 1 : done);
  return planMentorsMove(evening, homes, options, schedule, fixed);
}

/** Everybody who goes elsewhere than they were told, round by round; people who have left are none of them. */
function changesBetween(before: Schedule, now: Schedule, { evening, done }: RunningEvening): SeatChange[] {
  const people = [...evening.students, ...evening.mentors].map(({ id }) => id);
  const old = [placesOfStudents(before), placesOfMentors(before)];
  const mended = [placesOfStudents(now), placesOfMentors(now)];
  const changes: SeatChange[] = [];
  for (let index = done; index < evening.rounds; index++) {
    for (const person of people) {
      const at = (places: typeof old): TableId | null =>
        ((places[0]?.[index]?.get(person) ?? places[1]?.[index]?.get(person)) as TableId | undefined) ?? null;
      const from = at(old);
      const to = at(mended);
      if (from !== to) changes.push({ round: index + 1, person, from, to });
    }
  }
  return changes;
}

const sameChanges = (one: readonly SeatChange[], other: readonly SeatChange[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
