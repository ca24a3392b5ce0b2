import { introductionsDue } from '@lapwing/shared/introductions/agreed';
import { type EventId, type IntroductionId, introductionId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { after, days, earlier, type Instant, seconds } from '@lapwing/shared/kernel/time';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import {
  findIntroduction,
  findSending,
  type IntroductionRow,
  insertIntroduction,
  type NewIntroduction,
} from '../db/repositories/introductions.ts';
import { eventsWithWishes } from '../db/repositories/picks.ts';
import { type Tx, transact } from '../db/transact.ts';
import { bellOf, introduces, roundsMet, wishesEndAt } from './introduction-facts.ts';
import { keepBell } from './last-bell-kept.ts';
import { introducible, madeInEvening, type Pair, type PairsOfEvening, pairsOfEvening } from './pairs.ts';
import { tellPicks } from './pick-service.ts';
import { mailRequests, tellOver } from './request-mails.ts';
import { sendIntroductions } from './send-introduction.ts';
import { type Services, wholeNow } from './services.ts';

const LOOK_EVERY = seconds(30);
/** A hall's introductions at once would hold up everybody else. */
const AT_ONCE = 50;
const GO_ON_AFTER = seconds(1);
/** Whoever was off when wishes ended still tells those who asked. */
const TELLS_OVER_FOR = days(3);

/** What one look did, and when the next introduction is ready; null when none is known to come. */
interface Looked {
  readonly made: readonly Pair[];
  readonly next: Instant | null;
}
const NOTHING: Looked = { made: [], next: null };

/**
 * Makes the introductions of an evening that are due now, and writes the mails about requests, in one transaction (H7 to H12, H18).
 * Looking again, or twice at once, changes nothing. @returns when to look again; null: whenever
 */
export function introduceDue(services: Services, eventId: EventId): Instant | null {
  const moment = services.evenings.engine(eventId)?.night.moment;
  if (moment) keepBell(services.db, eventId, moment);
  const looked = transact<Looked, never>(services.db, (tx) => ok(look(services, tx, eventId)));
  if (!looked.ok) return null;
  const { made, next } = looked.value;
  tellPicks(
    services,
    eventId,
    made.flatMap(({ student, mentor }) => [student, mentor]),
  );
  return next;
}

function look(services: Services, tx: Tx, eventId: EventId): Looked {
  const event = findEvent(tx, eventId);
  const bell = event && introduces(tx, event) ? bellOf(services, tx, eventId) : null;
  if (!event || bell === null) return NOTHING;
  const [now, until] = [wholeNow(services.clock), wishesEndAt(tx, event)];
  if (now >= after(until, TELLS_OVER_FOR)) return NOTHING;
  const evening = pairsOfEvening(tx, eventId);
  if (now >= until) {
    tellOver(services, tx, event, evening, bell);
    return NOTHING;
  }
  const looked = makeDue(services, tx, event, evening, bell, now);
  mailRequests(services, tx, event, evening, bell);
  return looked;
}

function makeDue(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  evening: PairsOfEvening,
  bell: Instant,
  now: Instant,
): Looked {
  const { pairs, rooms } = introducible(services, tx, event, evening, bell, madeInEvening(tx, event.id));
  const due = introductionsDue(pairs, rooms, bell, now);
  const turn = wholeGroups(due.now, AT_ONCE);
  const { sending } = findSending(tx, event.id);
  const rows: IntroductionRow[] = [];
  for (const pair of turn) {
    const row = rowOf(services, event, evening, pair, now);
    const made = insertIntroduction(tx, row) ? findIntroduction(tx, event.id, row.id) : undefined;
    if (made) rows.push(made);
  }
  if (sending === 'at-once') sendIntroductions(services, tx, event, rows);
  return { made: turn, next: due.now.length > turn.length ? after(now, GO_ON_AFTER) : due.next };
}

/** The first so many; who are suggested together go together (H22). */
function wholeGroups(pairs: readonly Pair[], most: number): Pair[] {
  const first = pairs.slice(0, most);
  const groups = new Set(first.flatMap(({ suggestion }) => suggestion ?? []));
  return [...first, ...pairs.slice(most).filter(({ suggestion }) => suggestion && groups.has(suggestion))];
}

const rowOf = (
  services: Services,
  event: StoredEvent,
  { people }: PairsOfEvening,
  { student, mentor, ofStudent, ofMentor, suggestion = null }: Pair,
  now: Instant,
): NewIntroduction & { readonly id: IntroductionId } => ({
  id: introductionId(services.secrets.newId()),
  eventId: event.id,
  ...{ student, mentor },
  studentMember: people.get(student)?.memberId ?? null,
  mentorMember: people.get(mentor)?.memberId ?? null,
  origin: 'evening',
  round: roundsMet(services, event.id, student).get(mentor) ?? 0,
  studentLine: ofStudent?.line ?? '',
  mentorLine: ofMentor?.line ?? '',
  ...{ words: '', state: 'draft', madeAt: now, sentAt: null, told: null, suggestion },
});

/** Looks at every evening at which somebody wishes to be introduced. @returns when to look again */
export function lookAtIntroductions(services: Services, failed: (error: unknown) => void): Instant {
  let next = after(wholeNow(services.clock), LOOK_EVERY);
  for (const eventId of eventsWithWishes(services.db)) {
    try {
      next = earlier(next, introduceDue(services, eventId) ?? next);
    } catch (error) {
      failed(error);
    }
  }
  return next;
}

/** Looks every half minute, and when an introduction is ready; what came due while the server was off is made then. Returns the way to end it. */
export function watchIntroductions(services: Services, failed: (error: unknown) => void): () => void {
  let cancel = (): void => {};
  const next = (at: Instant): void => {
    cancel = services.clock.alarm(at, lookNow);
  };
  const lookNow = (): void => {
    let at = after(wholeNow(services.clock), LOOK_EVERY);
    try {
      at = lookAtIntroductions(services, failed);
    } catch (error) {
      failed(error);
    }
    next(at);
  };
  // not in the start itself: phones of a hall that comes back are served first
  next(after(wholeNow(services.clock), LOOK_EVERY));
  return () => cancel();
}
