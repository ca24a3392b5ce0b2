import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, minutes } from '@lapwing/shared/kernel/time';
import { findEvent } from '../db/repositories/events.ts';
import { listTables } from '../db/repositories/tables.ts';
import { createEvent, deleteEvent } from '../services/event-service.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { fillWithInvented } from './demo-evening.ts';

/** Every length of a rehearsal, in minutes: the shortest there is. */
const SHORTEST = 1;
const STARTS_IN = minutes(5);
/** One in so many students comes late, or not at all. */
const LATE_ONE_IN = 8;
/** Of the seats, where nobody is registered yet. */
const USUALLY_TAKEN = 0.8;
const MOST_NAME = 80;

/**
 * An evening of its own to practise on: floor and settings of this one, as many invented people as are expected, a
 * published plan, doors open, some who are late, and every length one minute. It touches nobody's data and sends no mail, and nobody registers for it.
 * @param name of the new event; cut where it is too long
 * @param by first name of who asks, for the log
 * @returns refused with not-found, no-tables, or whatever keeps a plan from being made
 */
export async function rehearse(
  services: Services,
  id: EventId,
  name: string,
  by: string,
): Promise<Result<EventId, Refusal>> {
  const event = findEvent(services.db, id);
  if (!event) return refused(refusal('not-found'));
  const tables = listTables(services.db, id);
  if (tables.length === 0) return refused(refusal('no-tables'));
  const seats = tables.reduce((sum, table) => sum + table.seats, 0);
  const expected = [...(services.evenings.get(id)?.people.values() ?? [])].filter(
    ({ role, standing }) => role === 'student' && standing === 'active',
  ).length;
  const students = Math.min(seats, expected > 0 ? expected : Math.ceil(seats * USUALLY_TAKEN));
  const short = (length: number): number => Math.min(length, SHORTEST);
  const { settings } = event;
  const floor = tables.map(({ id: _, mentors: __, ...table }) => table);
  const rehearsal = createEvent(
    services,
    {
      ...settings,
      name: name.trim().slice(0, MOST_NAME).trim(),
      startsAt: after(wholeNow(services.clock), STARTS_IN),
      roundMinutes: SHORTEST,
      changeoverMinutes: short(settings.changeoverMinutes),
      breakMinutes: SHORTEST,
      welcomeMinutes: short(settings.welcomeMinutes),
      panelMinutes: short(settings.panelMinutes),
      freeTalkMinutes: short(settings.freeTalkMinutes),
    },
    floor,
    { selfCheckIn: event.selfCheckIn, rehearsal: true },
  );
  const absent = Math.floor(students / LATE_ONE_IN);
  const filled = await fillWithInvented(services, rehearsal, { students, absent, by, withAddresses: false });
  if (filled.ok) return ok(rehearsal);
  deleteEvent(services, rehearsal);
  return filled;
}
