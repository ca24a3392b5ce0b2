import type { CancelledNotice } from '@lapwing/shared/event/cancelled';
import type { Table } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { PersonRound } from '@lapwing/shared/event/schedule';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Instant, instant, seconds } from '@lapwing/shared/kernel/time';
import { allHereMeter, movingTo, roundSeated } from '@lapwing/shared/live/all-here';
import { type Effect, type Moment, type Night, nightBeforeDoors } from '@lapwing/shared/live/state';
import {
  type Facts,
  factsOf,
  type Hall,
  hallOf,
  type NameBoard,
  nameBoard,
  type PersonalCard,
} from '@lapwing/shared/live/views';
import {
  type DisplayState,
  type Planning,
  type RoomFrame,
  roomFrame,
  type Staff,
} from '@lapwing/shared/protocol/messages';
import { breathe } from '../breathe.ts';
import type { Db } from '../db/connection.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import type { StoredPlan } from '../db/repositories/plans.ts';
import { readRoster, readRosterInSlices } from '../db/repositories/roster.ts';
import { forgetSeated, listSeated } from '../db/repositories/seated-tables.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { listTables } from '../db/repositories/tables.ts';
import type { Hub } from '../fanout/hub.ts';
import { createSeldom } from '../fanout/seldom.ts';
import { createEngine, type Engine } from '../live/engine.ts';
import { nightStore } from '../live/night-store.ts';
import type { Clock } from '../system-clock.ts';
import { noticeOf } from './cancelled-notice.ts';
import { connectedDisplays, createDisplayMemory, tellBoards } from './display-service.ts';
import { keepBell } from './last-bell-kept.ts';
import { createPersonalCards, type PersonalCards } from './personal-cards.ts';

/** Everything about one evening that screens are served from: read once, dropped when people, floor or plan change. */
export interface Evening {
  readonly event: StoredEvent;
  readonly tables: readonly Table[];
  readonly people: Map<AttendeeId, Attendee>;
  /** Null: it takes place. */
  readonly notice: CancelledNotice | null;
}

/** The evenings in memory: their engines, and the views cut from them. Snapshots on connect need no query. */
export interface Evenings {
  /** Undefined for an unknown or deleted event. */
  get(eventId: EventId): Evening | undefined;
  engine(eventId: EventId): Engine | undefined;
  /** The plan people follow; undefined while there is none. */
  plan(eventId: EventId): StoredPlan | undefined;
  /** The floor as it is tonight: with tables that were added, and mentors where they sit now. */
  tables(eventId: EventId): readonly Table[];
  /** Everybody's line through the plan people follow. */
  lines(eventId: EventId): ReadonlyMap<AttendeeId, PersonRound[]>;
  room(eventId: EventId): RoomFrame | undefined;
  card(eventId: EventId, attendeeId: AttendeeId): PersonalCard | undefined;
  hall(eventId: EventId): Hall | undefined;
  facts(eventId: EventId): Facts | undefined;
  /** Everybody who moves, with their tables: only for displays that an organiser set to show it. */
  names(eventId: EventId): NameBoard | undefined;
  staff(eventId: EventId): Staff;
  /** The same for helpers. */
  helper(eventId: EventId): Staff;
  /** People, floor, settings or a plan were changed: read anew and tell consoles, displays and phones. */
  changed(eventId: EventId): void;
  /** As `changed`, for thousands of people at once: what else goes on has its turn meanwhile. */
  manyChanged(eventId: EventId): Promise<void>;
  /** One person was checked in or out: no version rises, only counts and that person's card. */
  presenceChanged(eventId: EventId, attendee: Attendee): void;
  /** Counts changed that raise no version. */
  factsChanged(eventId: EventId): void;
  /** Somebody told the desk something, or it was answered. */
  callsChanged(eventId: EventId, attendeeId: AttendeeId): void;
  /** Somebody reported something in private, or it was dealt with: consoles ask for it, and hear nothing more. */
  reportsChanged(eventId: EventId): void;
  /** After the last bell: somebody wishes to be introduced, or is. Only consoles care. */
  introductionsChanged(eventId: EventId): void;
  /** Somebody helps from now on, or does not any more. */
  helpersChanged(eventId: EventId): void;
  /** Another paper lies in the room: only consoles care. */
  paperChanged(eventId: EventId): void;
  /** The machine slept: nights go on where the clock is, and consoles hear of it. */
  machineSlept(from: Instant, until: Instant): void;
  /** A display does not listen any more. */
  displayLost(displayId: string): void;
  /** What a display told of itself. */
  displayTold(eventId: EventId, displayId: string, state: DisplayState): void;
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
  readonly waitingChanges: (eventId: EventId) => number;
  readonly roomCode: (event: StoredEvent) => string;
  readonly failed: (error: unknown) => void;
}

const PHONE_HEARD_WITHIN = seconds(30);

/** Counts for each event on its own. */
function countByEvent() {
  const counts = new Map<EventId, number>();
  const of = (eventId: EventId): number => counts.get(eventId) ?? 0;
  const add = (eventId: EventId): number => {
    counts.set(eventId, of(eventId) + 1);
    return of(eventId);
  };
  return { of, add };
}

/** Who fetches again what they show. Of reports, calls, paper and other helpers the door hears nothing, not even that. */
type FetchAgain = 'nobody' | 'consoles' | 'everybody';

/** The newest room frame of each event: who comes back after a restart gets the same object, and so the same bytes. */
function newestFrames(epoch: string) {
  const rooms = new Map<EventId, { readonly night: Night; readonly frame: RoomFrame }>();
  const of = (eventId: EventId, night: Night | undefined): RoomFrame | undefined => {
    if (!night) return undefined;
    const known = rooms.get(eventId);
    if (known?.night === night) return known.frame;
    const frame = roomFrame(night, epoch);
    rooms.set(eventId, { night, frame });
    return frame;
  };
  return { of, forget: (eventId: EventId) => rooms.delete(eventId) };
}

/** First names of the organisers who look on. */
function controllersOf(db: Db, hub: Hub, eventId: EventId): string[] {
  const names = [...hub.sessionsOf(eventId, 'staff')].map((hash) => findSession(db, hash)?.firstName ?? '');
  return [...new Set(names.filter((name) => name !== ''))].sort();
}

function allHereAt(db: Db, eventId: EventId, moment: Moment, plan: StoredPlan | undefined): Facts['allHere'] {
  const round = movingTo(moment);
  return round === null || !plan ? null : allHereMeter(moment, plan.schedule, listSeated(db, eventId, round));
}

const eveningOf = (db: Db, event: StoredEvent, roster: readonly Attendee[]): Evening => ({
  event,
  tables: listTables(db, event.id),
  people: new Map(roster.map((person) => [person.id, person])),
  notice: noticeOf(db, event),
});

/** Everybody who moves by the plan that is followed. */
function boardOfNight(evening: Evening | undefined, cards: PersonalCards, eventId: EventId): NameBoard | undefined {
  if (!evening) return undefined;
  const { people, event } = evening;
  const { whoMoves } = event.settings;
  return nameBoard({ whoMoves, tables: cards.tables(eventId), people, lines: cards.lines(eventId) });
}

/** What helpers hear of the console's news: that something changed at the door, and nothing of who looks on. */
const newsForHelpers = (changes: number, waitingChanges: number): Staff => ({
  ...{ t: 'staff', displays: [], unlisted: 0, phones: 0, controllers: [], planning: null, slept: null },
  ...{ changes, waitingChanges },
});

/**
 * Tells consoles and helpers, and counts how often each have to fetch again.
 * @param newest what consoles hear, and what helpers do
 */
function createStaffNews(hub: Hub, newest: (eventId: EventId) => readonly [Staff, Staff]) {
  const [changes, doorChanges] = [countByEvent(), countByEvent()];
  const helpersHeard = new Map<EventId, string>();
  return {
    ...{ changes, doorChanges },
    tell(eventId: EventId, fetchAgain: FetchAgain): void {
      if (fetchAgain !== 'nobody') changes.add(eventId);
      if (fetchAgain === 'everybody') doorChanges.add(eventId);
      // a hall that comes back is often there before its console
      if (hub.sessionsOf(eventId, 'staff').size + hub.sessionsOf(eventId, 'helper').size === 0) return;
      const [forConsoles, forHelpers] = newest(eventId).map((one) => JSON.stringify(one)) as [string, string];
      hub.toAudience(eventId, 'staff', forConsoles);
      // a message that says nothing new would tell when something is not for them
      if (helpersHeard.get(eventId) !== forHelpers) hub.toAudience(eventId, 'helper', forHelpers);
      helpersHeard.set(eventId, forHelpers);
    },
    forget: (eventId: EventId): void => void helpersHeard.delete(eventId),
  };
}

export function createEvenings(parts: EveningsParts): Evenings {
  const { db, clock, hub, epoch } = parts;
  const store = nightStore(db);
  const evenings = new Map<EventId, Evening>();
  const engines = new Map<EventId, Engine>();
  const startedAt = clock.now();
  let slept: Staff['slept'] = null;
  const news = createStaffNews(hub, (eventId) => [staff(eventId), helper(eventId)]);
  // what is read in slices may be old news when it is read
  const touches = countByEvent();
  const plannings = new Map<EventId, Planning>();
  const rooms = newestFrames(epoch);
  const crowd = createSeldom(clock, (eventId) => tellStaff(eventId, 'nobody'));
  const displays = createDisplayMemory(clock, (eventId) => crowd.ask(eventId));
  const cards = createPersonalCards({ db, hub, get, engine });

  function get(eventId: EventId): Evening | undefined {
    const known = evenings.get(eventId);
    if (known) return known;
    const event = findEvent(db, eventId);
    if (!event) return undefined;
    const evening = eveningOf(db, event, readRoster(db, eventId));
    evenings.set(eventId, evening);
    return evening;
  }

  function changed(eventId: EventId): void {
    evenings.delete(eventId);
    touches.add(eventId);
    if (get(eventId)) tellAll(eventId);
  }

  function tellAll(eventId: EventId): void {
    tellFacts(eventId);
    tellDisplays(eventId);
    cards.peopleChanged(eventId);
    tellStaff(eventId, 'everybody');
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
      isCancelled: () => (get(eventId)?.notice ?? null) !== null,
    });
    engines.set(eventId, made);
    return made;
  }

  function perform(eventId: EventId, effect: Effect, night: Night): void {
    if (effect.kind === 'publish') {
      hub.publish(eventId, JSON.stringify(roomFrame(night, epoch)));
      keepBell(db, eventId, night.moment);
      // after *Back* people come to a round anew: nobody sits there yet
      forgetSeated(db, eventId, roundSeated(night.moment.phase));
      // whether tables are asked if all are here depends on the phase
      tellFacts(eventId);
    }
    if (effect.kind === 'cards') {
      cards.planChanged(eventId);
      tellDisplays(eventId);
      tellStaff(eventId, 'everybody');
    }
  }

  function staff(eventId: EventId): Staff {
    const now = clock.now();
    const heardSince = (now - PHONE_HEARD_WITHIN) as typeof now;
    return {
      t: 'staff',
      ...connectedDisplays(db, hub, eventId, displays, { startedAt, now }),
      phones: hub.count(eventId, 'phone', heardSince),
      controllers: controllersOf(db, hub, eventId),
      changes: news.changes.of(eventId),
      waitingChanges: parts.waitingChanges(eventId),
      planning: plannings.get(eventId) ?? null,
      slept,
    };
  }

  const helper = (eventId: EventId): Staff =>
    newsForHelpers(news.doorChanges.of(eventId), parts.waitingChanges(eventId));
  const tellStaff = news.tell;
  const onlyConsoles = (eventId: EventId): void => tellStaff(eventId, 'consoles');
  const facts = (eventId: EventId): Facts | undefined => {
    const evening = get(eventId);
    const moment = engine(eventId)?.night.moment;
    return evening && moment && factsOf(evening.people, allHereAt(db, eventId, moment, cards.plan(eventId)));
  };
  const hall = (eventId: EventId): Hall | undefined => {
    const evening = get(eventId);
    return (
      evening &&
      hallOf(
        evening.event.settings,
        { tables: cards.tables(eventId), landmarks: evening.event.landmarks },
        { event: evening.event.code, room: parts.roomCode(evening.event) },
        parts.linkOrigin(),
        evening.notice,
      )
    );
  };

  const names = (eventId: EventId): NameBoard | undefined => boardOfNight(get(eventId), cards, eventId);

  function tellDisplays(eventId: EventId): void {
    hub.toAudience(eventId, 'display', JSON.stringify(hall(eventId)));
    tellBoards(db, hub, eventId, () => names(eventId));
  }

  function tellFacts(eventId: EventId): void {
    const text = JSON.stringify(facts(eventId));
    for (const audience of ['staff', 'helper', 'display'] as const) hub.toAudience(eventId, audience, text);
  }

  return {
    get,
    engine,
    ...{ plan: cards.plan, tables: cards.tables, lines: cards.lines, card: cards.card },
    room: (eventId) => rooms.of(eventId, engine(eventId)?.night),
    ...{ hall, facts, names, staff, helper },
    changed,
    async manyChanged(eventId) {
      const touched = touches.add(eventId);
      const roster = await readRosterInSlices(db, eventId);
      const event = findEvent(db, eventId);
      if (touches.of(eventId) !== touched || !event) return changed(eventId);
      evenings.set(eventId, eveningOf(db, event, roster));
      await breathe();
      tellAll(eventId);
    },
    presenceChanged(eventId, attendee) {
      get(eventId)?.people.set(attendee.id, attendee);
      touches.add(eventId);
      tellFacts(eventId);
      cards.send(eventId, attendee.id);
      tellStaff(eventId, 'everybody');
    },
    factsChanged: tellFacts,
    callsChanged(eventId, attendeeId) {
      cards.callsChanged(eventId, attendeeId);
      onlyConsoles(eventId);
    },
    ...{ reportsChanged: onlyConsoles, paperChanged: onlyConsoles, helpersChanged: onlyConsoles },
    ...{ introductionsChanged: onlyConsoles, displayLost: displays.displayLost, displayTold: displays.displayTold },
    machineSlept(from, until) {
      slept = { from: instant(Math.floor(from)), until: instant(Math.floor(until)) };
      for (const [eventId, running] of engines) {
        running.lookAgain();
        tellStaff(eventId, 'nobody');
      }
    },
    planningMoved(eventId, planning) {
      if (planning === null) plannings.delete(eventId);
      else plannings.set(eventId, planning);
      tellStaff(eventId, 'nobody');
    },
    listenersChanged: (eventId) => crowd.ask(eventId),
    forget(eventId) {
      engines.get(eventId)?.stop();
      engines.delete(eventId);
      evenings.delete(eventId);
      cards.forget(eventId);
      rooms.forget(eventId);
      news.forget(eventId);
    },
    stop() {
      crowd.stop();
      for (const running of engines.values()) running.stop();
    },
  };
}
