import type { Schedule } from '../../event/schedule.ts';
import type { AttendeeId, TableId } from '../../kernel/ids.ts';
import type { NightSoFar } from '../evening-facts.ts';
import type { EveningToPlan } from '../evening-to-plan.ts';

/** What is known of rounds to come. Rounds count from 1; what is said of fixed ones is not heard. */
export interface RoundsToCome {
  /** Students and mentors who are there in these rounds only; everybody else stays to the end. */
  readonly present?: ReadonlyMap<AttendeeId, readonly number[]>;
  /** Tables nobody may sit at in these rounds, although a mentor of theirs is there. When students move. */
  readonly closed?: ReadonlyMap<TableId, readonly number[]>;
  /** Places given by hand, null for sitting out. When students move. */
  readonly pinned?: readonly SeatByHand[];
}

/** Where a student is to sit in a round. */
export interface SeatByHand {
  readonly round: number;
  readonly student: AttendeeId;
  readonly table: TableId | null;
}

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
  /** Students who are there and sit nowhere in that round: they have waited once. Nobody when left out. */
  readonly waiting?: readonly AttendeeId[];
  /** What is known of the rounds to come beyond that; nothing when left out. */
  readonly toCome?: RoundsToCome;
}

/** Rounds in which seats stay: those that are over, and the one that runs where it is frozen. */
export const fixedRounds = ({ evening, done, freezeCurrent }: RunningEvening): number =>
  Math.min(evening.rounds, freezeCurrent ? done + 1 : done);

/** What a report on a night that runs must not hold against a plan: fixed rounds, and people who are not there. */
export function nightSoFar(running: RunningEvening): NightSoFar {
  const present = running.toCome?.present;
  return {
    fixed: fixedRounds(running),
    isThere: (person, round) => present?.get(person)?.includes(round) ?? true,
  };
}
