import type { Table } from '@lapwing/shared/event/floor';
import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, EventId, TableId } from '@lapwing/shared/kernel/ids';
import { type Random, seededRandom } from '@lapwing/shared/kernel/random';
import type { Moment, PersonCommand } from '@lapwing/shared/live/state';
import type { EventDetail, LogEntry, PlanView, RepairOffer } from '@lapwing/shared/protocol/api';
import type { Response } from 'light-my-request';
import { changeFloor } from '../../../server/src/services/event-service.ts';
import { changePerson } from '../../../server/src/services/roster-service.ts';
import { freshKey, makeEvening, type TestEvening } from '../../support/evening-builder.ts';
import type { TestApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

export type Role = 'student' | 'mentor';

/** Somebody as the test knows them, without asking the server. */
export interface Guest {
  readonly id: AttendeeId;
  readonly role: Role;
  readonly stepFree: boolean;
}

/** A random night through the door, and what a test has to read of it. */
export interface RandomEvening {
  readonly random: Random;
  readonly whoMoves: 'students' | 'mentors';
  readonly guests: Map<AttendeeId, Guest>;
  readonly url: string;
  readonly t: TestApp;
  readonly evening: TestEvening;
  moment(): Moment;
  plan(): Promise<PlanView>;
  tables(): Promise<readonly Table[]>;
  log(): Promise<readonly LogEntry[]>;
  offer(change: RoomChange): Promise<Response>;
  take(offer: Pick<RepairOffer, 'planVersion' | 'change'>, by?: Caller): Promise<Response>;
  press(command: PersonCommand): Promise<Response>;
  walkIn(role: Role, stepFree: boolean): Promise<AttendeeId>;
}

/** One of these. */
export const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items.length === 0 ? undefined : items[random.below(items.length)];

/** An evening of random sizes on a clean server, begun. */
export async function randomEvening(t: TestApp, ada: Caller, seed: number): Promise<RandomEvening> {
  const random = seededRandom(seed);
  const chance = (of: number): boolean => random.below(of) === 0;
  const whoMoves = chance(3) ? 'mentors' : 'students';
  const tables = 3 + random.below(4);
  const doubled = chance(3);
  const stepFreeMatters = chance(3);
  const rounds = 2 + random.below(7);
  const roomy = 4 + random.below(3);
  const students = Math.max(tables, tables * (roomy - 1) - random.below(tables * 2));
  const evening = await makeEvening(t, {
    ...{ students, tables, seats: roomy, published: false },
    mentors: doubled ? tables * 2 : tables,
    settings: {
      ...{ rounds, whoMoves },
      boundary: chance(2) ? 'auto' : 'hold',
      talkBegins: chance(3) ? 'hold' : 'auto',
      changeoverMinutes: chance(5) ? 0 : 2,
      breakAfterRound: chance(2) ? 0 : 1 + random.below(rounds - 1),
      welcomeMinutes: chance(3) ? 5 : 0,
      freeTalkMinutes: chance(4) ? 5 : 0,
    },
  });
  const guests = new Map<AttendeeId, Guest>();
  for (const { id } of evening.mentors) guests.set(id, { id, role: 'mentor', stepFree: false });
  for (const { id } of evening.students) {
    const stepFree = stepFreeMatters && chance(6);
    if (stepFree) changePerson(t.services, evening.id, id, { access: 'wheelchair' }, 'Ada');
    guests.set(id, { id, role: 'student', stepFree });
  }
  const uneven = chance(2);
  const floor = evening.tables().map((table, index) => ({
    ...table,
    seats: uneven ? table.seats + (index % 3) - (index === 0 ? 1 : 0) : table.seats,
    stepFree: !stepFreeMatters || index % 2 === 0,
    mentors: evening.mentors
      .slice(index, index + 1)
      .concat(doubled && index % 2 === 0 ? evening.mentors.slice(tables + index, tables + index + 1) : [])
      .map(({ id }) => id),
  }));
  const changed = changeFloor(t.services, evening.id, floor);
  if (!changed.ok) throw new Error(JSON.stringify(changed.refusal));
  // who is seated nowhere stays at home until a change of the room calls them
  const seated = new Set(floor.flatMap(({ mentors }) => mentors));
  evening.checkIn(...evening.students, ...evening.mentors.filter(({ id }) => seated.has(id)));
  const started = await evening.start(ada);
  if (started.statusCode !== 200) throw new Error(`no start with seed ${seed}: ${started.body}`);
  return { random, whoMoves, guests, evening, t, url: evening.url, ...doors(t, ada, evening, guests) };
}

function doors(t: TestApp, ada: Caller, evening: TestEvening, guests: Map<AttendeeId, Guest>) {
  const { url } = evening;
  return {
    moment: evening.moment,
    plan: async () => (await ada.get(`${url}/plan`)).json<PlanView>(),
    tables: async () => (await ada.get(url)).json<EventDetail>().tables,
    log: async () => (await ada.get(`${url}/log`)).json<LogEntry[]>(),
    offer: (change: RoomChange) => ada.post(`${url}/repairs`, { change }),
    take: ({ planVersion, change }: Pick<RepairOffer, 'planVersion' | 'change'>, by = ada) =>
      by.post(`${url}/live`, {
        ...{ key: freshKey(), expectedVersion: evening.version() },
        command: { kind: 'replan', planVersion, change },
      }),
    press: (command: PersonCommand) => evening.press(ada, command),
    async walkIn(role: Role, stepFree: boolean) {
      const details = { role, name: `Wanda ${guests.size}`, access: stepFree ? 'step-free, please' : '' };
      const { id } = (await ada.post(`${url}/people`, { details })).json<{ id: AttendeeId }>();
      await ada.put(`${url}/people/${id}/presence`, { here: true });
      t.clock.advance(1);
      guests.set(id, { id, role, stepFree });
      return id;
    },
  };
}

export type { AttendeeId, EventId, RepairOffer, RoomChange, Schedule, Table, TableId };
