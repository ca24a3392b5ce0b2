import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Landmark, Table } from '@lapwing/shared/event/floor';
import { type AttendeeDetails, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result } from '@lapwing/shared/kernel/result';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { transact } from '../db/transact.ts';
import { changeFloor, createEvent, defaultSettings, emptyFloor } from '../services/event-service.ts';
import { publishPlan } from '../services/live-service.ts';
import { draftPlan } from '../services/plan-service.ts';
import { enrol, setPresence } from '../services/roster-service.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { inventedMentor, inventedStudent } from './invented-people.ts';

export interface DemoSize {
  readonly students: number;
  readonly tables: number;
  readonly rounds: number;
  /** How many of the students have not come; everybody else is checked in. */
  readonly absent: number;
}

export const DEMO_SIZE: DemoSize = { students: 56, tables: 12, rounds: 6, absent: 4 };

const HALF_HOUR_MS = 1_800_000;

const nextHalfHour = (now: Instant): Instant => instant(Math.ceil(now / HALF_HOUR_MS) * HALF_HOUR_MS);

function demoSettings(services: Services, rounds: number): EveningSettings {
  const now = wholeNow(services.clock);
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    ...defaultSettings('Careers Night', now, zone),
    place: 'King’s Hall',
    startsAt: nextHalfHour(now),
    rounds,
    roundMinutes: 10,
    breakAfterRound: 0,
  };
}

/** Seeds one evening: people with links, tables with a mentor each, a published plan, doors open. */
export async function seedDemo(services: Services, size: DemoSize): Promise<Result<EventId, Refusal>> {
  const seats = Math.ceil(size.students / size.tables) + 1;
  const id = createEvent(services, demoSettings(services, size.rounds), emptyFloor(size.tables, seats));
  const filled = await fillWithInvented(services, id, { ...size, by: 'Lapwing', withAddresses: true });
  return filled.ok ? ok(id) : filled;
}

export interface Invented {
  readonly students: number;
  readonly absent: number;
  /** First name of who publishes the plan, for the log. */
  readonly by: string;
  /** Whether they have addresses, which nobody can have; without one somebody is of this evening alone. */
  readonly withAddresses: boolean;
}

/** The door behind the last row at the right, coffee at the left. */
function roundAbout(tables: readonly Table[]): Landmark[] {
  const row = 1 + Math.max(...tables.map((table) => table.row));
  const column = Math.max(1, ...tables.map((table) => table.column));
  return [
    { kind: 'coffee', column: 0, row },
    { kind: 'door', column, row },
  ];
}

/** Fills an evening that has tables and nobody yet: a mentor at each table, students, a published plan, doors open. */
export async function fillWithInvented(
  services: Services,
  id: EventId,
  { students: count, absent, by, withAddresses }: Invented,
): Promise<Result<void, Refusal>> {
  const tables = services.evenings.get(id)?.tables ?? [];
  const address = withAddresses ? {} : { email: '' };
  const people = transact<{ mentors: AttendeeId[]; students: AttendeeId[] }, Refusal>(services.db, (tx) => {
    const add = (details: Partial<AttendeeDetails>): AttendeeId =>
      enrol(services, tx, id, { ...EMPTY_DETAILS, ...details }).id;
    const mentors = tables.map((_, index) => add({ role: 'mentor', ...inventedMentor(index), ...address }));
    const students = Array.from({ length: count }, (_, index) => add({ ...inventedStudent(index), ...address }));
    return ok({ mentors, students });
  });
  if (!people.ok) return people;
  services.evenings.changed(id);
  const { mentors, students } = people.value;
  const seated = tables.map((table, index) => ({ ...table, mentors: mentors.slice(index, index + 1) }));
  const floor = changeFloor(services, id, seated, roundAbout(seated));
  if (!floor.ok) return floor;
  const plan = await draftPlan(services, id, { basis: 'expected', seed: 1 });
  if (!plan.ok) return plan;
  const published = publishPlan(services, id, plan.value.version, by);
  if (!published.ok) return published;
  const here = [...mentors, ...students.slice(0, count - absent)];
  for (const person of here) setPresence(services, id, person, true);
  return ok(undefined);
}
