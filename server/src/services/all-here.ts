import { tableIn } from '@lapwing/shared/event/reseat';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, EventId, TableId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after } from '@lapwing/shared/kernel/time';
import { EARLIEST_ALL_HERE, type Moment } from '@lapwing/shared/live/state';
import type { Facts } from '@lapwing/shared/live/views';
import type { Db } from '../db/connection.ts';
import { findPlan } from '../db/repositories/plans.ts';
import { forgetSeated, insertSeated, listSeated } from '../db/repositories/seated-tables.ts';
import { type Services, wholeNow } from './services.ts';

/** The talk begins by itself when so many of the tables people move to said that all are here, in hundredths. */
const ENOUGH = 80;

/** The round people move to, if they do. */
const movingTo = ({ phase }: Moment): number | null =>
  phase.kind === 'moving' || phase.kind === 'ready' ? phase.round : null;

/** Tables at which students are to sit. */
function occupied(schedule: Schedule, round: number): TableId[] {
  const seatings = Object.entries(schedule.rounds[round - 1] ?? {});
  return seatings.flatMap(([table, { students }]) => (students.length > 0 ? [table as TableId] : []));
}

/** How far the room is seated; null while nobody moves. */
export function allHereMeter(db: Db, eventId: EventId, moment: Moment): Facts['allHere'] {
  const round = movingTo(moment);
  const plan = round === null ? undefined : findPlan(db, eventId, moment.planVersion);
  if (round === null || !plan) return null;
  const seated = listSeated(db, eventId, round);
  const tables = occupied(plan.schedule, round);
  return { round, tables: tables.filter((table) => seated.has(table)).length, of: tables.length };
}

/**
 * Forgets what was said of every round but the one people move to or talk in: after *Back* they come to a round for the
 * second time, and nobody sits there yet.
 */
export function forgetEarlierSeats(db: Db, eventId: EventId, { phase }: Moment): void {
  const now = phase.kind === 'paused' ? phase.of : phase;
  const isBetween = now.kind === 'doors' || now.kind === 'agenda' || now.kind === 'finished';
  forgetSeated(db, eventId, isBetween ? null : now.round);
}

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
  const { moment } = engine.night;
  const plan = findPlan(db, eventId, moment.planVersion);
  const table = plan && movingTo(moment) === round ? tableIn(plan.schedule, round, id) : null;
  if (table === null) return ok(undefined);
  if (insertSeated(db, eventId, round, table, wholeNow(services.clock))) {
    evenings.factsChanged(eventId);
    beginWhenSeated(services, eventId, round);
  }
  return ok(undefined);
}

/** Begins the talk when nearly all sit; not before people had the time to get up, then it looks again. */
function beginWhenSeated(services: Services, eventId: EventId, round: number): void {
  const { clock, evenings, db } = services;
  const engine = evenings.engine(eventId);
  if (!engine) return;
  const { phase } = engine.night.moment;
  const meter = allHereMeter(db, eventId, engine.night.moment);
  if (phase.kind !== 'moving' || meter?.round !== round || meter.tables * 100 < meter.of * ENOUGH) return;
  const earliest = after(phase.startsAt, EARLIEST_ALL_HERE);
  if (clock.now() >= earliest) engine.allHere(round);
  else clock.alarm(earliest, () => beginWhenSeated(services, eventId, round));
}
