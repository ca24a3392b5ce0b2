import { introductionsDue, isToldOfNo, SILENCE, standingOf } from '@lapwing/shared/introductions/agreed';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { after, type Instant } from '@lapwing/shared/kernel/time';
import { asMet, toldApart } from '@lapwing/shared/live/views';
import { morningAfter } from '@lapwing/shared/privacy/retention';
import type { AfterBell, IntroRequestSeen, OwnStanding, PassedTo } from '@lapwing/shared/protocol/introductions-api';
import { type AttendeeRow, asAttendee, listAttendees } from '../db/repositories/attendees.ts';
import { findPrivacy } from '../db/repositories/event-privacy.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import { type IntroductionRow, introductionsOf } from '../db/repositories/introductions.ts';
import type { Tx } from '../db/transact.ts';
import { areBlocked, limitOf, missingOf, roomOf, roundsMet, wishesEndAt } from './introduction-facts.ts';
import {
  introducible,
  madeAround,
  otherIn,
  type Pair,
  type PairsOfEvening,
  pairKey,
  pairsAround,
  roleIn,
  saidBy,
  saidOf,
} from './pairs.ts';
import { type Services, wholeNow } from './services.ts';

/** Whose view it is, of which evening, and when it is looked at. */
interface View {
  readonly services: Services;
  readonly tx: Tx;
  readonly event: StoredEvent;
  readonly row: AttendeeRow;
  readonly bell: Instant;
  readonly until: Instant;
  readonly now: Instant;
  readonly around: PairsOfEvening;
  readonly made: ReadonlyMap<string, IntroductionRow>;
}

/** What one person sees once the last bell has rung (H5, H8 to H10, H14). */
export function afterBell(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow, bell: Instant): AfterBell {
  const around = pairsAround(tx, event.id, row.id);
  const made = new Map(introductionsOf(tx, row.id).map((one) => [pairKey(one), one]));
  const [until, now] = [wishesEndAt(tx, event), wholeNow(services.clock)];
  const view: View = { services, tx, event, row, bell, until, now, around, made };
  return {
    at: bell,
    until,
    requests: requestsTo(view),
    standings: standings(view),
    missing: missingOf(services, row),
    limit: limitShown(services, tx, row),
    colleagues: row.role === 'mentor' ? colleaguesOf(tx, event, row) : [],
    ...suggestedTo(view),
  };
}

export function limitShown(services: Services, tx: Tx, row: AttendeeRow): AfterBell['limit'] {
  if (row.role !== 'mentor') return null;
  const room = roomOf(services, tx, row);
  return { perMonth: limitOf(room), taken: room.taken };
}

/** Whom a mentor may pass somebody on to (H13): mentors of the evening who are ready for introductions. */
export const colleaguesOf = (tx: Tx, event: StoredEvent, { id }: AttendeeRow): PassedTo[] =>
  listAttendees(tx, event.id)
    .filter((other) => other.id !== id && isColleague(other))
    .map(passedTo);

export const isColleague = ({ role, standing, checkedInAt, registration }: AttendeeRow): boolean =>
  role === 'mentor' && (standing === 'active' || checkedInAt !== null) && registration.introductionsPerMonth !== 0;

const passedTo = (row: AttendeeRow): PassedTo => {
  const { id, name, line } = asMet(asAttendee(row));
  return { id, name, line };
};

/** Everybody who wishes to be introduced to this person, also those that were answered; not who is kept from them. */
export function requestsTo(view: Pick<View, 'services' | 'event' | 'row' | 'around'>): IntroRequestSeen[] {
  const { services, event, row, around } = view;
  const met = roundsMet(services, event.id, row.id);
  const shown = asOnCard(view);
  return around.pairs.flatMap((pair) => {
    const said = saidOf(pair, row.id);
    const other = around.people.get(otherIn(pair, row.id));
    if (said?.wish !== 'introduce' || !other || areBlocked(services, event.id, row.id, other.id)) return [];
    const { id, name, line: about } = shown(asAttendee(other));
    const answer = saidBy(pair, row.id)?.wish ?? null;
    const asked = pair.suggestion && roleIn(pair, row.id) === 'mentor' ? { suggestion: pair.suggestion } : {};
    return [{ from: id, name, about, round: met.get(id) ?? 0, line: said.line, answer, ...asked }];
  });
}

/** How somebody is called who asks: as on the card of whom they ask, where students who share a first name are told apart (L33). */
function asOnCard({ services, event, row, around }: Pick<View, 'services' | 'event' | 'row' | 'around'>) {
  if (row.role !== 'mentor') return asMet;
  const people = services.evenings.get(event.id)?.people;
  const met = (services.evenings.lines(event.id).get(row.id) ?? []).flatMap(({ meets }) => meets);
  const asking = around.pairs.flatMap((pair) => around.people.get(otherIn(pair, row.id)) ?? []);
  const all = new Map(
    [...met.flatMap((id) => people?.get(id) ?? []), ...asking.map(asAttendee)].map((one) => [one.id, one]),
  );
  return toldApart([...all.values()], findPrivacy(services.db, event.id).under18);
}

/** Mentors whom the organisers asked for this student (H19). */
function suggestedTo({ services, event, around, row }: View): Pick<AfterBell, 'suggested'> {
  const suggested = around.pairs.flatMap((pair) => {
    const mentor = around.people.get(pair.mentor);
    const isTheirs = pair.suggestion && pair.student === row.id && !areBlocked(services, event.id, row.id, pair.mentor);
    return isTheirs && mentor ? [passedTo(mentor)] : [];
  });
  return suggested.length === 0 ? {} : { suggested };
}

function standings(view: View): AfterBell['standings'] {
  const { around, row } = view;
  return around.pairs.flatMap((pair) => {
    const stands = standsFor(view, pair);
    if (stands === null) return [];
    const to = stands === 'passed-on' ? (saidOf(pair, row.id)?.to ?? null) : null;
    return [{ about: otherIn(pair, row.id), stands, passedTo: to === null ? null : named(view, to) }];
  });
}

function named({ tx, event }: View, id: AttendeeId): PassedTo | null {
  const found = listAttendees(tx, event.id).find((one) => one.id === id && isColleague(one));
  return found ? passedTo(found) : null;
}

/** How it stands for whoever looks; null where they asked for nothing. */
function standsFor(view: View, pair: Pair): OwnStanding | null {
  const { services, event, row, bell, until, now, made } = view;
  const introduction = made.get(pairKey(pair));
  if (introduction) return introduction.state === 'released' ? 'sent' : 'agreed';
  if (saidBy(pair, row.id)?.wish !== 'introduce') return null;
  const stands = standingOf(pair, bell);
  const isOver = now >= until;
  if (stands.is === 'asked' || areBlocked(services, event.id, pair.student, pair.mentor))
    return isOver ? 'over' : 'asked';
  if (stands.is === 'passed-on') return 'passed-on';
  if (stands.is === 'declined') return isToldOfNo(now, morningAfter(event.settings)) ? 'declined' : 'asked';
  if (isOver) return 'over';
  const isToConfirm = (saidBy(pair, row.id)?.at ?? bell) < bell && now < after(bell, SILENCE);
  if (isToConfirm) return 'confirm';
  return isFull(view, pair) ? 'full' : 'agreed';
}

/** Whether the mentor's limit is what this pair waits for (H10). */
function isFull(view: View, pair: Pair): boolean {
  const { services, tx, event, row, bell, now, around } = view;
  const ofMentor = roleIn(pair, row.id) === 'mentor' ? around : pairsAround(tx, event.id, pair.mentor);
  const { pairs, rooms } = introducible(services, tx, event, ofMentor, bell, madeAround(tx, pair.mentor));
  return introductionsDue(pairs, rooms, bell, now).full.some((one) => pairKey(one) === pairKey(pair));
}
