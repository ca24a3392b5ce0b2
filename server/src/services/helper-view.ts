import type { SeatsChange } from '@lapwing/shared/event/room-change';
import { type Attendee, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type {
  EventDetail,
  People,
  PlanView,
  PresenceAnswer,
  RepairOffer,
  ScanAnswer,
} from '@lapwing/shared/protocol/api';
import { type Scanned, scan } from './badge-service.ts';
import { changeFault, repairsInTurn } from './repair-service.ts';
import type { Services } from './services.ts';
import type { Session } from './session-service.ts';

/** The answer as it is for organisers, and cut to what the door needs for whoever helps for tonight. */
export const asSeenBy = <Value>(
  session: Session | null,
  answer: Result<Value, Refusal>,
  cut: (whole: Value) => Value,
): Result<Value, Refusal> => (answer.ok && session?.kind === 'helper' ? ok(cut(answer.value)) : answer);

/** Field by field, so that nothing that is kept of people one day gets to helpers by itself. */
export const personForHelper = ({ id, role, name, standing, checkedInAt, badgeCode, unnamed }: Attendee): Attendee => ({
  ...EMPTY_DETAILS,
  ...{ id, role, name, standing, checkedInAt, badgeCode, unnamed, unconfirmed: false, keptUntil: null },
});
export const peopleForHelper = (people: People): People => people.map(personForHelper);
export const presenceForHelper = ({ attendee, firstTable }: PresenceAnswer): PresenceAnswer => ({
  attendee: personForHelper(attendee),
  firstTable,
});

/** Who sits where, and nothing of what the plan was made from or how good it is for whom. */
export const planForHelper = ({ version, status, basis, madeAt, schedule, room }: PlanView): PlanView => ({
  ...{ version, status, basis, madeAt, schedule },
  ...{ report: { rows: [], leastServed: [] }, seed: 0, iterations: 0, stoppedAfter: null, aim: 'balanced' },
  ...{ origin: 'searched', editedFrom: null, outdated: false },
  room: room && { tables: [], closed: [], people: [], left: room.left },
});

/** Why not is said to organisers: that somebody needs a table without steps, or is kept from somebody, is not for the door. */
export const withoutReasons = <Value>(
  session: Session | null,
  answer: Result<Value, Refusal>,
): Result<Value, Refusal> => (answer.ok || session?.kind !== 'helper' ? answer : refused(refusal(answer.refusal.code)));

/** No link of a display, and nobody's table but by name and number. */
export const detailForHelper = ({
  id,
  code,
  roomCode,
  settings,
  tables,
  landmarks,
  publishedPlan,
  rehearsal,
  cancelled,
  room,
}: EventDetail): EventDetail => ({
  ...{ id, code, roomCode, settings, landmarks, publishedPlan, rehearsal, cancelled, room },
  tables: tables.map((table) => ({ ...table, mentors: [] })),
  links: { join: '', display: '' },
  ...{ selfCheckIn: false, under18: false },
});

/** As `scan`; a badge of another evening is an unknown code to a helper, who is to learn nobody's name from it. */
export function scanForHelper(
  services: Services,
  eventId: EventId,
  scanned: Scanned,
  by: string,
): Result<ScanAnswer, Refusal> {
  const found = scan(services, eventId, scanned, by);
  if (!found.ok) return found;
  const { attendee, place } = found.value;
  if (attendee) return ok({ attendee: personForHelper(attendee), elsewhere: null, place });
  services.wrongCodes.note(by);
  return refused(refusal('unknown-code'));
}

/**
 * As `repairsInTurn`, in the name of a helper. What cannot be is refused before it counts against other helpers or stands in
 * a line before anybody; too-many-requests where all of them had far too much looked for.
 */
export async function seatsForHelper(
  services: Services,
  eventId: EventId,
  change: SeatsChange,
  by: string,
): Promise<Result<RepairOffer[], Refusal>> {
  const fault = changeFault(services, eventId, change);
  if (fault) return refused(fault);
  if (services.helpersSeats.tooMany(eventId)) return refused(refusal('too-many-requests'));
  services.helpersSeats.note(by, eventId);
  return repairsInTurn(services, eventId, { change });
}
