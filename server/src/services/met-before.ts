import type { Attendee } from '@lapwing/shared/event/roster';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { after, days } from '@lapwing/shared/kernel/time';
import type { Night } from '@lapwing/shared/live/state';
import type { Db } from '../db/connection.ts';
import { listAttendees } from '../db/repositories/attendees.ts';
import { listEvents, type StoredEvent } from '../db/repositories/events.ts';
import { introducedAmong } from '../db/repositories/member-introductions.ts';
import type { StoredPlan } from '../db/repositories/plans.ts';
import type { Evening, Evenings } from './evenings.ts';
import { idsByKey, idsTonight } from './series-keys.ts';

/** Two people of tonight who shared a table at an earlier evening, or were introduced. */
export type MetPair = readonly [AttendeeId, AttendeeId];

/**
 * A meeting counts for a year. Longer ago people hardly remember each other, and in a series with few mentors everybody
 * would have met everybody, so that nothing could be told apart.
 */
const REMEMBERED = days(365);

interface Parts {
  readonly db: Db;
  readonly evenings: Evenings;
}

interface Known {
  /** What the answer was made from. */
  readonly from: readonly unknown[];
  readonly met: readonly MetPair[];
}
const known = new WeakMap<Evening, Known>();

/**
 * Who of tonight met whom at an earlier evening, two students or a student and a mentor: from the plans that were really
 * run, as they were mended, without the rounds that were not talked and without who was not there where check-in was
 * used. And who were introduced to each other before: at an evening, from the queue, or by an import (C16).
 * In a steady order. Empty for an unknown event.
 */
export function metBefore(services: Parts, eventId: EventId): readonly MetPair[] {
  const { db, evenings } = services;
  const tonight = evenings.get(eventId);
  if (!tonight) return [];
  const earlier = listEvents(db).filter((event) => isRemembered(event, tonight.event));
  const nights = earlier.flatMap(({ id }) => nightHeld(evenings, id) ?? []);
  const { startsAt } = tonight.event.settings;
  const introduced = introducedAmong(db, eventId, {
    from: after(startsAt, -REMEMBERED as typeof REMEMBERED),
    until: startsAt,
  });
  const from = [
    ...nights.flatMap(({ evening, night }) => [evening, night.version]),
    introduced
      .map((pair) => pair.join(' '))
      .sort()
      .join(),
  ];
  const before = known.get(tonight);
  if (before && before.from.length === from.length && before.from.every((one, at) => one === from[at])) {
    return before.met;
  }
  const here = idsByKey(listAttendees(db, eventId));
  const pairs = new Map<string, MetPair>();
  const add = (one: AttendeeId | undefined, other: AttendeeId | undefined): void => {
    const [first, second] = [one, other].sort();
    if (first !== undefined && second !== undefined && first !== second)
      pairs.set(`${first} ${second}`, [first, second]);
  };
  for (const [one, other] of introduced) add(one, other);
  for (const held of nights) {
    const asNow = idsTonight(listAttendees(db, held.id), here);
    for (const [one, other] of meetingsOf(held)) add(asNow.get(one), asNow.get(other));
  }
  const met = [...pairs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair);
  known.set(tonight, { from, met });
  return met;
}

/** A night that is over, with the plan that was run. */
export interface NightHeld {
  readonly id: EventId;
  readonly evening: Evening;
  readonly night: Night;
  readonly plan: StoredPlan;
}

/** The night of an event, once it is over. */
export function nightHeld(evenings: Evenings, id: EventId): NightHeld | undefined {
  const [evening, night, plan] = [evenings.get(id), evenings.engine(id)?.night, evenings.plan(id)];
  return evening && plan && night?.moment.phase.kind === 'finished' ? { id, evening, night, plan } : undefined;
}

/** Who sat at a table with whom, in rounds that were talked, without who was not there. */
export function meetingsOf({ evening, night, plan }: NightHeld): Iterable<MetPair> {
  const { begun } = night.moment;
  const rounds = plan.schedule.rounds.filter((_, index) => (begun[index] ?? null) !== null);
  return meetingsIn({ rounds }, wasThere(evening));
}

const isRemembered = ({ id, settings }: StoredEvent, tonight: StoredEvent): boolean =>
  id !== tonight.id &&
  settings.startsAt < tonight.settings.startsAt &&
  settings.startsAt >= tonight.settings.startsAt - REMEMBERED;

/** Where anybody of a role was checked in, only those were there. */
function wasThere({ people }: Evening): (id: AttendeeId) => boolean {
  const everybody = [...people.values()];
  const used = (role: Attendee['role']): boolean =>
    everybody.some((person) => person.role === role && person.checkedInAt !== null);
  const isUsed = { student: used('student'), mentor: used('mentor') };
  return (id) => {
    const person = people.get(id);
    return person !== undefined && (!isUsed[person.role] || person.checkedInAt !== null);
  };
}

/** Students with each other and with the mentors of their table. */
function* meetingsIn({ rounds }: Schedule, isThere: (id: AttendeeId) => boolean): Generator<MetPair> {
  for (const round of rounds) {
    for (const seating of Object.values(round)) {
      const students = seating.students.filter(isThere);
      const mentors = seating.mentors.filter(isThere);
      for (const [index, one] of students.entries()) {
        for (const other of [...students.slice(index + 1), ...mentors]) yield [one, other];
      }
    }
  }
}
