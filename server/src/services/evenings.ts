import type { Table } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import { type PersonRound, personLines } from '@lapwing/shared/event/schedule';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { seconds } from '@lapwing/shared/kernel/time';
import { type Effect, type Night, nightBeforeDoors } from '@lapwing/shared/live/state';
import { type Facts, factsOf, type Hall, hallOf, type PersonalCard, personalCard } from '@lapwing/shared/live/views';
import { type Planning, type RoomFrame, roomFrame, type Staff } from '@lapwing/shared/protocol/messages';
import type { Db } from '../db/connection.ts';
import { asAttendee, listAttendees } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { findPlan } from '../db/repositories/plans.ts';
import { listTables } from '../db/repositories/tables.ts';
import type { Hub } from '../fanout/hub.ts';
import { createSeldom } from '../fanout/seldom.ts';
import { createEngine, type Engine } from '../live/engine.ts';
import { nightStore } from '../live/night-store.ts';
import { hashOf } from '../secrets.ts';
import type { Clock } from '../system-clock.ts';

/** Everything about one evening that screens are served from: read once, dropped when people, floor or plan change. */
export interface Evening {
  readonly event: StoredEvent;
  readonly tables: readonly Table[];
  readonly people: Map<AttendeeId, Attendee>;
}

/** The evenings in memory: their engines, and the views cut from them. Snapshots on connect need no query. */
export interface Evenings {
  /** Undefined for an unknown or deleted event. */
  get(eventId: EventId): Evening | undefined;
  engine(eventId: EventId): Engine | undefined;
  room(eventId: EventId): RoomFrame | undefined;
  card(eventId: EventId, attendeeId: AttendeeId): PersonalCard | undefined;
  hall(eventId: EventId): Hall | undefined;
  facts(eventId: EventId): Facts | undefined;
  staff(eventId: EventId): Staff;
  /** People, floor, settings or a plan were changed: read anew and tell consoles, displays and phones. */
  changed(eventId: EventId): void;
  /** One person was checked in or out: no version rises, only counts and that person's card. */
  presenceChanged(eventId: EventId, attendee: Attendee): void;
  /** How far the search for a draft is, null when none goes on: tells the consoles, and raises nothing. */
  planningMoved(eventId: EventId, planning: Planning | null): void;
  /** Somebody connected or left: tells the consoles the new counts. */
  listenersChanged(eventId: EventId): void;
  forget(eventId: EventId): void;
  stop(): void;
}

export interface EveningsParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly epoch: string;
  readonly linkOrigin: () => string;
  readonly failed: (error: unknown) => void;
}

const PHONE_HEARD_WITHIN = seconds(30);

export function createEvenings(parts: EveningsParts): Evenings {
  const { db, clock, hub, epoch } = parts;
  const store = nightStore(db);
  const evenings = new Map<EventId, Evening>();
  const engines = new Map<EventId, Engine>();
  const lines = new Map<EventId, { version: number; byPerson: Map<AttendeeId, PersonRound[]> }>();
  const changes = new Map<EventId, number>();
  const plannings = new Map<EventId, Planning>();
  /** The newest room frame of each event: who comes back after a restart gets the same object, and so the same bytes. */
  const rooms = new Map<EventId, { readonly night: Night; readonly frame: RoomFrame }>();
  const crowd = createSeldom(clock, (eventId) => tellStaff(eventId, false));
  /** Hash of the card that everybody connected got last. */
  const cardsSent = new Map<EventId, Map<AttendeeId, string>>();

  function get(eventId: EventId): Evening | undefined {
    const known = evenings.get(eventId);
    if (known) return known;
    const event = findEvent(db, eventId);
    if (!event) return undefined;
    const people = new Map(listAttendees(db, eventId).map((row) => [row.id, asAttendee(row)]));
    const evening = { event, tables: listTables(db, eventId), people };
    evenings.set(eventId, evening);
    return evening;
  }

  function engine(eventId: EventId): Engine | undefined {
    const running = engines.get(eventId);
    if (running) return running;
    const evening = get(eventId);
    if (!evening) return undefined;
    const made = createEngine({
      eventId,
      initial: nightBeforeDoors(evening.event.settings, 0),
      store,
      clock,
      perform: (effect, night) => perform(eventId, effect, night),
      failed: parts.failed,
    });
    engines.set(eventId, made);
    return made;
  }

  function perform(eventId: EventId, effect: Effect, night: Night): void {
    if (effect.kind === 'publish') hub.publish(eventId, JSON.stringify(roomFrame(night, epoch)));
    if (effect.kind === 'cards') {
      sendCards(eventId);
      tellStaff(eventId, true);
    }
  }

  function linesOf(eventId: EventId, planVersion: number): Map<AttendeeId, PersonRound[]> {
    const known = lines.get(eventId);
    if (known?.version === planVersion) return known.byPerson;
    const plan = planVersion > 0 ? findPlan(db, eventId, planVersion) : undefined;
    const byPerson = plan ? personLines(plan.schedule) : new Map<AttendeeId, PersonRound[]>();
    lines.set(eventId, { version: planVersion, byPerson });
    return byPerson;
  }

  function card(eventId: EventId, attendeeId: AttendeeId): PersonalCard | undefined {
    const evening = get(eventId);
    const person = evening?.people.get(attendeeId);
    const night = engine(eventId)?.night;
    if (!evening || !person || !night) return undefined;
    const { planVersion } = night.moment;
    const line = linesOf(eventId, planVersion).get(attendeeId) ?? [];
    const { event, tables, people } = evening;
    return personalCard({ settings: event.settings, tables, people, person, line, planVersion });
  }

  /** To those whose card is another one than they last got: a walk-in at the door costs a full hall no message. */
  function sendCards(eventId: EventId): void {
    const before = cardsSent.get(eventId);
    const now = new Map<AttendeeId, string>();
    hub.toPhones(eventId, (attendeeId) => {
      const own = card(eventId, attendeeId);
      if (!own) return null;
      const text = JSON.stringify(own);
      const hash = hashOf(text);
      now.set(attendeeId, hash);
      return before?.get(attendeeId) === hash ? null : text;
    });
    cardsSent.set(eventId, now);
  }

  function staff(eventId: EventId): Staff {
    const now = clock.now();
    const heardSince = (now - PHONE_HEARD_WITHIN) as typeof now;
    return {
      t: 'staff',
      displays: hub.count(eventId, 'display', heardSince),
      phones: hub.count(eventId, 'phone', heardSince),
      changes: changes.get(eventId) ?? 0,
      planning: plannings.get(eventId) ?? null,
    };
  }

  function tellStaff(eventId: EventId, fetchAgain: boolean): void {
    if (fetchAgain) changes.set(eventId, (changes.get(eventId) ?? 0) + 1);
    hub.toAudience(eventId, 'staff', JSON.stringify(staff(eventId)));
  }

  const facts = (eventId: EventId): Facts | undefined => {
    const evening = get(eventId);
    return evening && factsOf(evening.people);
  };
  const hall = (eventId: EventId): Hall | undefined => {
    const evening = get(eventId);
    return evening && hallOf(evening.event.settings, evening.tables, evening.event.code, parts.linkOrigin());
  };

  function tellFacts(eventId: EventId): void {
    const text = JSON.stringify(facts(eventId));
    hub.toAudience(eventId, 'staff', text);
    hub.toAudience(eventId, 'display', text);
  }

  return {
    get,
    engine,
    room(eventId) {
      const night = engine(eventId)?.night;
      if (!night) return undefined;
      const known = rooms.get(eventId);
      if (known?.night === night) return known.frame;
      const frame = roomFrame(night, epoch);
      rooms.set(eventId, { night, frame });
      return frame;
    },
    card,
    hall,
    facts,
    staff,
    changed(eventId) {
      evenings.delete(eventId);
      if (!get(eventId)) return;
      tellFacts(eventId);
      hub.toAudience(eventId, 'display', JSON.stringify(hall(eventId)));
      sendCards(eventId);
      tellStaff(eventId, true);
    },
    presenceChanged(eventId, attendee) {
      get(eventId)?.people.set(attendee.id, attendee);
      tellFacts(eventId);
      const own = card(eventId, attendee.id);
      if (own) {
        const text = JSON.stringify(own);
        hub.toAttendee(eventId, attendee.id, text);
        cardsSent.get(eventId)?.set(attendee.id, hashOf(text));
      }
      tellStaff(eventId, true);
    },
    planningMoved(eventId, planning) {
      if (planning === null) plannings.delete(eventId);
      else plannings.set(eventId, planning);
      tellStaff(eventId, false);
    },
    listenersChanged: (eventId) => crowd.ask(eventId),
    forget(eventId) {
      engines.get(eventId)?.stop();
      engines.delete(eventId);
      evenings.delete(eventId);
      lines.delete(eventId);
      cardsSent.delete(eventId);
      rooms.delete(eventId);
    },
    stop() {
      crowd.stop();
      for (const running of engines.values()) running.stop();
    },
  };
}
