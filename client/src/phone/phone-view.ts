import { tableName } from '@lapwing/shared/event/floor';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { eveningLine, type Station } from '@lapwing/shared/live/evening-line';
import type { Moment } from '@lapwing/shared/live/state';
import type { Met, PersonalCard, TableOnFloor } from '@lapwing/shared/protocol/messages';
import type { ConnectionStatus } from '../kit/connection.ts';
import { LAST_MINUTE_MS } from '../kit/cues.ts';
import { clockText } from '../kit/figures.ts';
import type { Shown } from '../kit/live-model.ts';
import { isolated } from '../kit/words.ts';
import type { Told } from './calls.ts';
import type { FeedbackGiven } from './feedback.ts';
import type { NotesView } from './notes.ts';
import type { Also } from './other-devices.ts';
import type { PicksView } from './picks.ts';
import type { SeatNews } from './seat-news.ts';
import { t } from './words.ts';

export {
  cardRound,
  nextSeat,
  roundAfter,
  roundAt,
  type Step,
  stepInto,
  tableLeft,
} from '@lapwing/shared/live/own-evening';

/** Everything the phone draws from: the same view always gives the same picture. */
export interface PhoneView {
  readonly card: PersonalCard;
  readonly moment: Moment;
  readonly shown: Shown;
  /** Null until the page knows the time. */
  readonly now: Instant | null;
  readonly version: number;
  readonly status: ConnectionStatus;
  /** Whole minutes since the server was heard; 0 while it answers. */
  readonly silentMinutes: number;
  /** The night went on by the plan since we heard from it: times are guesses. */
  readonly about: boolean;
  /** This page opens again without a network, from what the phone keeps. */
  readonly reopens: boolean;
  /** The clock is not yet known well enough to count by. */
  readonly checkingTime: boolean;
  /** A move was taken back a moment ago. */
  readonly sentBack: boolean;
  /** What changed for this person since they last said that they know it. */
  readonly news: SeatNews | null;
  /** What this person told the desk. */
  readonly told: Told;
  /** They said that they leave, and did not take it back. */
  readonly leaving: boolean;
  /** The round for which this person said that all are here; 0 for none. */
  readonly allHere: number;
  /** Their page was opened on a further device, and what became of it. */
  readonly also: Also | null;
  readonly notes: NotesView;
  readonly picks: PicksView;
  readonly feedback: FeedbackGiven;
  /** This phone says a move and the last minute by vibrating; null where it cannot. */
  readonly vibrates: boolean | null;
  /** The server answers, and yet has not taken what was said last. */
  readonly unsaved: boolean;
}

export { LAST_MINUTE_MS };

/** The last minute of a talk that was longer than that. */
export const isLastMinute = ({ phase, left }: Shown): boolean =>
  phase.kind === 'talking' && left !== null && left <= LAST_MINUTE_MS && phase.endsAt - phase.startsAt > LAST_MINUTE_MS;

/** The table with this number, even if the floor does not list it. */
export const tableOf = (card: PersonalCard, number: number): TableOnFloor =>
  card.tables.find((table) => table.number === number) ?? {
    number,
    name: tableName({ number, name: '' }),
    column: 0,
    row: 0,
  };

/** A time to look at before the clock is known: when the shown phase began. */
function roughNow({ now, shown, card }: PhoneView): Instant {
  const { phase } = shown;
  if (now !== null) return now;
  return 'startsAt' in phase ? phase.startsAt : 'since' in phase ? phase.since : card.startsAt;
}

/** The rounds of the evening as they were and as they are expected. */
export const stationsOf = (view: PhoneView): readonly Station[] =>
  eveningLine(view.moment, roughNow(view), view.card.startsAt).stations;

export const finishOf = (view: PhoneView): Instant =>
  eveningLine(view.moment, roughNow(view), view.card.startsAt).finishesAt;

/** `round` on the evening's line; undefined when it is left out. */
export const stationOf = (view: PhoneView, round: number): Station | undefined =>
  stationsOf(view).find((station) => station.round === round);

/** When people go to their tables for `round`: a changeover before it talks; null when that cannot be said. */
export function moveTime(view: PhoneView, round: number): Instant | null {
  const station = stationOf(view, round);
  if (!station) return null;
  return round === 1 ? station.startsAt : instant(station.startsAt - view.moment.timings.changeover);
}

/** "19:36", or "about 19:36" when we have not heard from the room for a while. */
export function timeText(view: PhoneView, at: Instant): string {
  const time = clockText(at, view.card.timeZone);
  return view.about ? t('phone.about', { time }) : time;
}

/** They told us that they leave: the first round from which they have no table any more; null while they stay. */
export function goneFrom({ card, leaving }: Pick<PhoneView, 'card' | 'leaving'>): number | null {
  if (!leaving) return null;
  const last = card.rounds.filter((one) => one.table !== null).at(-1)?.round ?? 0;
  return last < card.rounds.length ? last + 1 : null;
}

/** "Priya Raman and Tom Achebe" */
export function namesOf(people: readonly Met[]): string {
  const [first = '', second, ...more] = people.map((one) => one.name);
  if (second === undefined) return first;
  return more.length === 0 ? t('phone.and', { first, second }) : [first, second, ...more].map(isolated).join(', ');
}

/** How many different people were met in rounds that have begun. */
export function metSoFar(card: PersonalCard, moment: Moment): number {
  const met = card.rounds.filter((one) => (moment.begun[one.round - 1] ?? null) !== null).flatMap((one) => one.meets);
  return new Set(met.map((one) => one.id)).size;
}
