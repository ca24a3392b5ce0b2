import type { Phase } from '@lapwing/shared/live/state';
import type { CardRound, PersonalCard } from '@lapwing/shared/protocol/messages';

/** What this phone has shown its person, and they have taken note of. */
export interface KnownSeats {
  /** Tables by round: index 0 is round 1, null is sitting out. Empty: in no plan. */
  readonly seats: readonly (number | null)[];
  /** They had a seat, and were told that they have none any more. */
  readonly gone: boolean;
}

/** One seat that is another than this person knows. */
export interface SeatChange {
  readonly round: number;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * What this person should be told.
 * - `now`: they sit, or go, to a table that is theirs no more
 * - `changed`: a table of a later round; `more` says how many others
 * - `saved`: they come late, or came without a seat, and have one now
 * - `gone`: they were in the plan and are not any more
 */
export type SeatNews =
  | { readonly kind: 'now'; readonly change: SeatChange }
  | { readonly kind: 'changed'; readonly change: SeatChange; readonly next: boolean; readonly more: number }
  | { readonly kind: 'saved'; readonly table: number }
  | { readonly kind: 'gone' };

const hasSeatFrom = (rounds: readonly CardRound[], from: number): boolean =>
  rounds.some((one) => one.round >= from && one.table !== null);

/** What a person knows who has taken note of their card. */
export const noted = ({ rounds }: PersonalCard, gone: boolean): KnownSeats => ({
  seats: rounds.map((one) => one.table),
  gone: gone && !hasSeatFrom(rounds, 1),
});

/** The first round that is not over in this phase; null when all are. */
export function firstOpenRound(phase: Phase): number | null {
  if (phase.kind === 'doors') return 1;
  if (phase.kind === 'finished') return null;
  if (phase.kind === 'paused') return phase.of.round;
  return phase.kind === 'timeUp' ? phase.round + 1 : phase.round;
}

/** People sit at this round's table now, or are on their way to it. */
function isAtTable(phase: Phase, round: number): boolean {
  const of = phase.kind === 'paused' ? phase.of : phase;
  if (of.kind !== 'talking' && of.kind !== 'moving' && of.kind !== 'ready') return false;
  return of.round === round;
}

/** Seats of rounds that are not over and differ, the nearest first. */
export function seatChanges({ seats }: KnownSeats, card: PersonalCard, from: number): SeatChange[] {
  return card.rounds
    .filter(({ round, table }) => round >= from && (seats[round - 1] ?? null) !== table)
    .map(({ round, table }) => ({ round, before: seats[round - 1] ?? null, after: table }));
}

/**
 * What is new between the seats a person knows and their card.
 * @param known null: this phone never showed them a card
 */
export function seatNews(known: KnownSeats | null, card: PersonalCard, phase: Phase): SeatNews | null {
  const from = firstOpenRound(phase);
  if (from === null) return null;
  const running = phase.kind !== 'doors';
  const table = card.rounds[from - 1]?.table ?? null;
  if (known === null) return running && !card.checkedIn && table !== null ? { kind: 'saved', table } : null;
  const hadSeat = known.seats.slice(from - 1).some((seat) => seat !== null);
  const hasSeat = hasSeatFrom(card.rounds, from);
  if (!hasSeat) return hadSeat || known.gone ? { kind: 'gone' } : null;
  if (!hadSeat) return running && table !== null ? { kind: 'saved', table } : null;
  const [change, ...others] = seatChanges(known, card, from);
  if (!change) return null;
  if (isAtTable(phase, change.round)) return { kind: 'now', change };
  return { kind: 'changed', change, next: change.round === nextIn(phase, from), more: others.length };
}

/** The round whose table comes next: the one after a talk, else the first that is not over. */
const nextIn = (phase: Phase, from: number): number => (isAtTable(phase, from) ? from + 1 : from);
