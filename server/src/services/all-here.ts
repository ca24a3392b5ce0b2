import { tableIn } from '@lapwing/shared/event/reseat';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after } from '@lapwing/shared/kernel/time';
import { isRoomSeated, movingTo } from '@lapwing/shared/live/all-here';
import { EARLIEST_ALL_HERE } from '@lapwing/shared/live/state';
import { insertSeated } from '../db/repositories/seated-tables.ts';
import { type Services, wholeNow } from './services.ts';

/**
 * Somebody at a table says that all are here. A fact: it raises no version, and only the first at a table counts. Said
 * for another round than the one people move to it means nothing, and is no error: it may have been long on its way.
 */
export function sayAllHere(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  round: number,
): Result<undefined, Refusal> {
  const { db, evenings } = services;
  const engine = evenings.engine(eventId);
  if (!engine) return refused(refusal('not-found'));
  const plan = evenings.plan(eventId);
  const mayTell = plan && movingTo(engine.night.moment) === round && sitsHere(services, eventId, id);
  const table = mayTell ? tableIn(plan.schedule, round, id) : null;
  if (table === null) return ok(undefined);
  if (insertSeated(db, eventId, round, table, wholeNow(services.clock))) {
    evenings.factsChanged(eventId);
    beginWhenSeated(services, eventId, round);
  }
  return ok(undefined);
}

/**
 * Whether this person's word on their table counts: checked in by the desk, or with the code on the wall, so that nobody
 * tells from home who sits. Where nobody is checked in at all, the evening runs without it and everybody expected is here;
 * then the meter fills, and the clock or the organiser begins the talk.
 */
function sitsHere({ evenings }: Services, eventId: EventId, id: AttendeeId): boolean {
  const person = evenings.get(eventId)?.people.get(id);
  return person?.standing === 'active' && (person.checkedInAt !== null || !isChecked(evenings, eventId));
}

const isChecked = (evenings: Services['evenings'], eventId: EventId): boolean =>
  [...(evenings.get(eventId)?.people.values() ?? [])].some(({ checkedInAt }) => checkedInAt !== null);

/** Begins the talk when nearly all sit; not before people had the time to get up, then it looks again. */
function beginWhenSeated(services: Services, eventId: EventId, round: number): void {
  const { clock, evenings } = services;
  const engine = evenings.engine(eventId);
  if (!engine) return;
  const { phase } = engine.night.moment;
  const meter = evenings.facts(eventId)?.allHere;
  if (phase.kind !== 'moving' || meter?.round !== round || !isRoomSeated(meter)) return;
  if (!isChecked(evenings, eventId)) return;
  const earliest = after(phase.startsAt, EARLIEST_ALL_HERE);
  if (clock.now() >= earliest) engine.allHere(round);
  else clock.alarm(earliest, () => beginWhenSeated(services, eventId, round));
}
