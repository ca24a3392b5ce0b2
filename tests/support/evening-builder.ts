import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Table } from '@lapwing/shared/event/floor';
import {
  type Attendee,
  type AttendeeDetails,
  EMPTY_CARD,
  EMPTY_DETAILS,
  type MentorCard,
} from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { instant } from '@lapwing/shared/kernel/time';
import type { Moment, PersonCommand } from '@lapwing/shared/live/state';
import type { WasItYou } from '@lapwing/shared/protocol/registration-api';
import type { Response } from 'light-my-request';
import { asAttendee, findAttendee } from '../../server/src/db/repositories/attendees.ts';
import { transact } from '../../server/src/db/transact.ts';
import { changeFloor, createEvent, emptyFloor } from '../../server/src/services/event-service.ts';
import { attendeeLink, displayLink } from '../../server/src/services/link-service.ts';
import { publishPlan } from '../../server/src/services/live-service.ts';
import { mailedLink } from '../../server/src/services/mailbox.ts';
import { draftPlan } from '../../server/src/services/plan-service.ts';
import { enrol, setPresence } from '../../server/src/services/roster-service.ts';
import { EVENING_START } from './fake-clock.ts';
import type { TestApp } from './test-app.ts';
import type { Caller } from './test-caller.ts';

/** Three rounds of 10 minutes with 2 to move, no break, by the clock. */
export const SETTINGS: EveningSettings = {
  name: 'Careers Night',
  place: 'King’s Hall',
  startsAt: instant(Math.floor(EVENING_START) + 1_800_000),
  timeZone: 'Europe/London',
  rounds: 3,
  roundMinutes: 10,
  changeoverMinutes: 2,
  breakAfterRound: 0,
  breakMinutes: 15,
  whoMoves: 'students',
  boundary: 'auto',
  talkBegins: 'auto',
  welcomeMinutes: 0,
  panelMinutes: 0,
  freeTalkMinutes: 0,
};

export interface Size {
  readonly students?: number;
  /** One for each table unless it says otherwise. */
  readonly mentors?: number;
  readonly tables?: number;
  readonly seats?: number;
  readonly published?: boolean;
  /** Whether people name industries, as more than a handful do unless told otherwise: without wishes the planner takes its time to look for a perfect mixing. */
  readonly wishes?: boolean;
  readonly settings?: Partial<EveningSettings>;
}

/** An evening with its people; tables come from the server, since they change. */
export interface TestEvening {
  readonly id: EventId;
  readonly url: string;
  readonly students: readonly Attendee[];
  readonly mentors: readonly Attendee[];
  tables(): readonly Table[];
  moment(): Moment;
  version(): number;
  /** Presses with the newest version and a fresh key, unless told otherwise. */
  press(
    organiser: Caller,
    command: PersonCommand,
    over?: { key?: string; expectedVersion?: number },
  ): Promise<Response>;
  /** Publishes nothing: starts with what *Start* offers. */
  start(organiser: Caller): Promise<Response>;
  checkIn(...people: readonly Attendee[]): void;
  /** The person's phone, with its link opened. */
  phone(person: Attendee): Promise<Caller>;
  display(): Promise<Caller>;
  displayUrl(): string;
  displaySecret(): string;
}

let keys = 0;
/** A key as a console makes one. */
export const freshKey = (): string => {
  keys += 1;
  return `key-of-a-test-${String(keys).padStart(6, '0')}`;
};

/** The id and the secret in a personal or display link. */
export function partsOfLink(link: string): { path: string; id: string; secret: string } {
  const { pathname, hash } = new URL(link);
  return { path: pathname, id: pathname.split('/').at(-1) ?? '', secret: hash.slice(1) };
}

/** The link of somebody as it goes to their mailbox. */
export function linkByMail(t: Pick<TestApp, 'services' | 'db'>, eventId: EventId, id: AttendeeId | undefined): string {
  const row = id === undefined ? undefined : findAttendee(t.db, eventId, id);
  const link = row && attendeeLink(t.services, eventId, row.id);
  if (!row || !link?.ok) throw new Error('there is nobody to mail a link to');
  return mailedLink(t.services.secrets, link.value, row);
}

/** The page of this link, open: where it asks first who registered, they say that it was them. */
export async function opened(caller: Caller, link: string): Promise<Caller> {
  const { path, secret } = partsOfLink(link);
  let answer = await caller.post(`${path}/session`, { secret });
  const asks = answer.statusCode === 200 ? answer.json<Partial<WasItYou>>().asks : undefined;
  if (asks) answer = await caller.post(`${path}/session`, { secret, mine: asks.seen });
  if (answer.statusCode >= 300) throw new Error(`the link was refused: ${answer.body}`);
  return caller;
}

const must = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

export const student = (name: string, more: Partial<AttendeeDetails> = {}): AttendeeDetails => ({
  ...EMPTY_DETAILS,
  name,
  ...more,
});
export const mentor = (name: string, more: Partial<AttendeeDetails> = {}): AttendeeDetails =>
  student(name, { role: 'mentor', ...more });

const fieldOf = (n: number): string => `Field ${n % 3}`;
const cardOf = (n: number): MentorCard => ({ ...EMPTY_CARD, industry: fieldOf(n) });

/** Makes an evening through the services: people, a floor with the mentors on it, a published plan. */
export async function makeEvening(t: TestApp, size: Size = {}): Promise<TestEvening> {
  const { students = 6, tables = 3, seats = 4, published = true } = size;
  const wishes = size.wishes ?? students > 8;
  const { services } = t;
  const id = createEvent(services, { ...SETTINGS, ...size.settings }, emptyFloor(tables, seats));
  const people = transact<{ mentors: Attendee[]; students: Attendee[] }, never>(t.db, (tx) => {
    const add = (details: AttendeeDetails): Attendee => asAttendee(enrol(services, tx, id, details));
    const many = (count: number, make: (n: number) => AttendeeDetails): Attendee[] =>
      Array.from({ length: count }, (_, index) => add(make(index + 1)));
    return ok({
      mentors: many(size.mentors ?? tables, (n) =>
        mentor(`Mentor${n} Last${n}`, { email: `mentor${n}@example.org`, ...(wishes ? { card: cardOf(n) } : {}) }),
      ),
      students: many(students, (n) =>
        student(`Student${n} Family${n}`, { email: `student${n}@example.org`, industries: wishes ? [fieldOf(n)] : [] }),
      ),
    });
  });
  const { mentors, students: came } = must(people);
  services.evenings.changed(id);
  const floor = services.evenings.get(id)?.tables ?? [];
  must(
    changeFloor(
      services,
      id,
      floor.map((table, n) => ({ ...table, mentors: idsOf(mentors.slice(n, n + 1)) })),
    ),
  );
  if (published) {
    const plan = must(await draftPlan(services, id, { basis: 'expected', seed: 1 }));
    must(publishPlan(services, id, plan.version, 'Ada'));
  }
  return doorsOf(t, id, came, mentors);
}

const idsOf = (people: readonly Attendee[]): AttendeeId[] => people.map((person) => person.id);

function doorsOf(t: TestApp, id: EventId, students: readonly Attendee[], mentors: readonly Attendee[]): TestEvening {
  const { services } = t;
  const url = `/api/events/${id}`;
  const night = () => {
    const engine = services.evenings.engine(id);
    if (!engine) throw new Error('no such event');
    return engine.night;
  };
  const press: TestEvening['press'] = (organiser, command, over = {}) =>
    organiser.post(`${url}/live`, { key: freshKey(), expectedVersion: night().version, command, ...over });
  const display = (): string => {
    const event = services.evenings.get(id)?.event;
    if (!event) throw new Error('no such event');
    return displayLink(services, event);
  };
  return {
    id,
    url,
    students,
    mentors,
    tables: () => services.evenings.get(id)?.tables ?? [],
    moment: () => night().moment,
    version: () => night().version,
    press,
    async start(organiser) {
      const offer = await organiser.post(`${url}/start-offer`, { basis: 'here' });
      return press(organiser, { kind: 'start', planVersion: offer.json<{ planVersion: number }>().planVersion });
    },
    checkIn(...people) {
      for (const person of people) must(setPresence(services, id, person.id, true));
    },
    phone: (person) => opened(t.stranger(), must(attendeeLink(services, id, person.id))),
    display: () => opened(t.stranger(), display()),
    displayUrl: () => partsOfLink(display()).path,
    displaySecret: () => partsOfLink(display()).secret,
  };
}
