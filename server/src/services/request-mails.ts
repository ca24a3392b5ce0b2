import { isRequestMailDue, requestMailSlot } from '@lapwing/shared/introductions/request-mail';
import { type Instant, later } from '@lapwing/shared/kernel/time';
import { asMet } from '@lapwing/shared/live/views';
import { whoIs } from '@lapwing/shared/mails/introduced';
import { type Asked, introductionTexts } from '@lapwing/shared/mails/introduction-texts';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { type AttendeeRow, asAttendee } from '../db/repositories/attendees.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import { findMailByKey, newestMailTo } from '../db/repositories/mails.ts';
import type { Tx } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { areBlocked, missingOf } from './introduction-facts.ts';
import { mailFacts } from './mail-facts.ts';
import { afterBell } from './own-introductions.ts';
import { otherIn, type Pair, type PairsOfEvening, saidBy, saidOf } from './pairs.ts';
import { type Services, wholeNow } from './services.ts';

/** Where mail goes that tells what others said: to whom the address is known to belong. */
const isReached = (services: Services, row: AttendeeRow): boolean =>
  missingOf(services, row).every((missing) => missing === 'consent');

/** The pairs of each person. */
function pairsByPerson({ pairs, people }: PairsOfEvening): Map<AttendeeRow, Pair[]> {
  const by = new Map<AttendeeRow, Pair[]>();
  for (const pair of pairs)
    for (const id of [pair.student, pair.mentor]) {
      const row = people.get(id);
      if (row) by.set(row, [...(by.get(row) ?? []), pair]);
    }
  return by;
}

/** Writes to those who have requests to answer, as often as H18 says. Inside the caller's transaction. */
export function mailRequests(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  evening: PairsOfEvening,
  bell: Instant,
): void {
  const slot = requestMailSlot(bell, event.settings.timeZone, wholeNow(services.clock));
  if (slot === null) return;
  for (const [row, pairs] of pairsByPerson(evening)) {
    if (!isReached(services, row)) continue;
    const since = pairs.flatMap((pair) => openSince(services, event, row, pair, bell));
    const last = since.length === 0 ? null : (newestMailTo(tx, row.id, 'introRequests')?.createdAt ?? null);
    if (!isRequestMailDue(since, slot, last)) continue;
    const suggested = pairs.filter(
      (pair) => pair.suggestion && pair.mentor === row.id && openSince(services, event, row, pair, bell).length > 0,
    ).length;
    const facts = mailFacts(tx, event, row);
    queueMail(tx, services, {
      ...{ key: `introRequests:${row.id}:${slot}`, kind: 'introRequests', eventId: event.id, attendeeId: row.id },
      ...introductionTexts(facts).requests(facts, askedFor(row, since.length, suggested)),
      ...{ to: row.email, calendar: '' },
    });
  }
}

const askedFor = ({ role }: AttendeeRow, count: number, suggested: number): Asked => ({
  ...{ count, suggested, from: role === 'mentor' ? 'student' : 'mentor' },
});

/** Since when a request waits for this person; nothing for what is no request, or answered. */
function openSince(services: Services, event: StoredEvent, { id }: AttendeeRow, pair: Pair, bell: Instant): Instant[] {
  const asked = saidOf(pair, id);
  const isOpen = asked?.wish === 'introduce' && (saidBy(pair, id)?.wish ?? null) === null;
  return isOpen && !areBlocked(services, event.id, pair.student, pair.mentor) ? [later(asked.at, bell)] : [];
}

/** H12: tells each who asked, once, from whom nothing came. Inside the caller's transaction. */
export function tellOver(services: Services, tx: Tx, event: StoredEvent, evening: PairsOfEvening, bell: Instant): void {
  for (const [row, pairs] of pairsByPerson(evening)) {
    if (!isReached(services, row) || !pairs.some((pair) => asksIn(pair, row))) continue;
    const key = `introOver:${row.id}`;
    if (findMailByKey(tx, key)) continue;
    const over = new Set(
      afterBell(services, tx, event, row, bell)
        .standings.filter(({ stands }) => stands === 'over')
        .map(({ about }) => about),
    );
    const people = pairs.flatMap((pair) => {
      const other = evening.people.get(otherIn(pair, row.id));
      return other && over.has(other.id) && asksIn(pair, row) ? [nameInMail(other)] : [];
    });
    if (people.length === 0) continue;
    const facts = mailFacts(tx, event, row);
    queueMail(tx, services, {
      ...{ key, kind: 'introOver', eventId: event.id, attendeeId: row.id, to: row.email, calendar: '' },
      ...introductionTexts(facts).over(facts, people),
    });
  }
}

/** Whether they ask themselves: of what organisers asked for them they are not told that nothing came of it (H19). */
const asksIn = (pair: Pair, { id }: AttendeeRow): boolean =>
  saidBy(pair, id)?.wish === 'introduce' && !(pair.suggestion && pair.student === id);

function nameInMail(row: AttendeeRow): string {
  const { name, line } = asMet(asAttendee(row));
  return whoIs({ name: tidyLine(name), about: tidyLine(line) });
}
