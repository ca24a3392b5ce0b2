import type { Schedule } from '../../event/schedule.ts';
import type { AttendeeId, TableId } from '../../kernel/ids.ts';
import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import type { PlannedEvening, PlannedSeats } from '../evening-to-plan.ts';
import { planMentorsMove } from '../mentors-move.ts';
import { reportOn } from '../report.ts';
import type { SolveOptions } from '../solve.ts';
import { placesOfMentors, placesOfStudents } from './kept-tables.ts';
import { PROPOSAL_KINDS, type ProposalKind } from './proposal-kinds.ts';
import { fixedRounds, nightSoFar, type RunningEvening } from './running-evening.ts';
import { searchesFor } from './searches.ts';
import { studentsGoOn } from './students-go-on.ts';

export type { RoundsToCome, RunningEvening, SeatByHand } from './running-evening.ts';

const NOBODY: ReadonlyMap<AttendeeId, readonly number[]> = new Map();

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
      report: reportOn(mended, evening, nightSoFar(running)),
      changes,
    };
    const isSame = early?.kind === kind && sameChanges(early.changes, changes);
    if (isFirstTry) early = proposal;
    else proposals.push(proposal);
    if (!isSame) onProposal?.(proposal);
  }
  return ok(proposals);
}

/** Mentors move: students keep the table they are told to have next, or else have now, and mentors go on from where they are. */
function mentorsGoOn(running: RunningEvening, options: SolveOptions): Result<PlannedSeats, Refusal> {
  const { evening, schedule, done } = running;
  const current = Math.min(done, schedule.rounds.length - 1);
  const homes = new Map<AttendeeId, TableId>();
  const isOpen = new Set<string>(evening.tables.map(({ id }) => id));
  for (const round of [schedule.rounds[0], schedule.rounds[current], schedule.rounds[fixedRounds(running)]]) {
    for (const [table, { students }] of Object.entries(round ?? {})) {
      if (isOpen.has(table)) for (const student of students) homes.set(student, table as TableId);
    }
  }
  for (const [mentor, table] of placesOfMentors(schedule)[0] ?? []) homes.set(mentor as AttendeeId, table as TableId);
  const fixed = { rounds: fixedRounds(running), present: running.toCome?.present ?? NOBODY };
  return planMentorsMove(evening, homes, options, schedule, fixed);
}

/** Everybody who goes elsewhere than they were told, round by round; people who have left, or are to leave by then, are none of them. */
function changesBetween(before: Schedule, now: Schedule, running: RunningEvening): SeatChange[] {
  const { evening, done } = running;
  const { isThere } = nightSoFar(running);
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
      if (from !== to && isThere(person, index + 1)) changes.push({ round: index + 1, person, from, to });
    }
  }
  return changes;
}

const sameChanges = (one: readonly SeatChange[], other: readonly SeatChange[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
