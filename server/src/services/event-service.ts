import { type EveningSettings, SETTING_RANGES } from '@lapwing/shared/event/event';
import { gridPlace, type Landmark, MAX_MENTORS_AT_TABLE, standApart, type Table } from '@lapwing/shared/event/floor';
import { displayId, type EventId, eventId, tableId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { timingsOf } from '@lapwing/shared/live/state';
import type { EventDetail, EventSummary } from '@lapwing/shared/protocol/api';
import { tellAudit } from '../db/audit-pen.ts';
import { listAttendees } from '../db/repositories/attendees.ts';
import { findPrivacy, savePrivacy } from '../db/repositories/event-privacy.ts';
import {
  codeTaken,
  findEvent,
  insertEvent,
  listEvents,
  type StoredEvent,
  saveLandmarks,
  saveSettings,
  setDeleted,
} from '../db/repositories/events.ts';
import { listTables, replaceTables } from '../db/repositories/tables.ts';
import { commit, transact } from '../db/transact.ts';
import { displayLink, grantDisplayLink } from './link-service.ts';
import { roomCode } from './room-code.ts';
import { type Services, wholeNow } from './services.ts';

const CODE_LENGTH = 4;
const NEW_TABLES = 6;
const NEW_TABLE_SEATS = 6;
const DAY_MS = 86_400_000;

/** A new evening starts as most do: six rounds of 15 minutes with 2 to move and a break of 10 after the third. */
export function defaultSettings(name: string, now: Instant, timeZone: string): EveningSettings {
  const inAWeek = new Date(now + 7 * DAY_MS);
  inAWeek.setHours(18, 30, 0, 0);
  return {
    name,
    place: '',
    startsAt: instant(inAWeek.getTime()),
    timeZone,
    rounds: 6,
    roundMinutes: 15,
    changeoverMinutes: 2,
    breakAfterRound: 3,
    breakMinutes: 10,
    whoMoves: 'students',
    boundary: 'auto',
    talkBegins: 'auto',
    welcomeMinutes: 0,
    panelMinutes: 0,
    freeTalkMinutes: 0,
  };
}

export const listAll = (services: Services): EventSummary[] =>
  listEvents(services.db).map(({ id, code, settings, cancelled }) => {
    const people = [...(services.evenings.get(id)?.people.values() ?? [])].filter(
      (person) => person.standing === 'active',
    );
    return {
      id,
      code,
      name: settings.name,
      place: settings.place,
      startsAt: settings.startsAt,
      timeZone: settings.timeZone,
      phase: services.evenings.engine(id)?.night.moment.phase.kind ?? 'doors',
      cancelled: cancelled !== null,
      students: people.filter((person) => person.role === 'student').length,
      mentors: people.filter((person) => person.role === 'mentor').length,
    };
  });

export function detail(services: Services, id: EventId): Result<EventDetail, Refusal> {
  const evening = services.evenings.get(id);
  const room = services.evenings.room(id);
  if (!evening || !room) return refused(refusal('not-found'));
  const { event } = evening;
  const tables = services.evenings.tables(id);
  return ok({
    id,
    code: event.code,
    roomCode: roomCode(services.secrets, event),
    settings: event.settings,
    tables,
    landmarks: event.landmarks,
    links: { join: `${services.linkOrigin()}/e/${event.code}`, display: displayLink(services, event) },
    publishedPlan: room.moment.planVersion,
    ...{ selfCheckIn: event.selfCheckIn, rehearsal: event.rehearsal, cancelled: event.cancelled },
    under18: findPrivacy(services.db, id).under18,
    room,
  });
}

function freeCode(services: Services): string {
  for (;;) {
    const code = services.secrets.newCode(CODE_LENGTH);
    if (!codeTaken(services.db, code)) return code;
  }
}

/** Makes an event with these settings and tables (given without ids), and its display link. */
export function createEvent(
  services: Services,
  settings: EveningSettings,
  floor: readonly Omit<Table, 'id' | 'mentors'>[],
  { selfCheckIn = true, rehearsal = false }: Partial<Pick<StoredEvent, 'selfCheckIn' | 'rehearsal'>> = {},
): EventId {
  const { db, secrets, clock } = services;
  const createdAt = wholeNow(clock);
  const event: StoredEvent = {
    id: eventId(secrets.newId()),
    code: freeCode(services),
    displayId: displayId(secrets.newId()),
    displayGeneration: 1,
    settings,
    createdAt,
    ...{ selfCheckIn, rehearsal, cancelled: null, landmarks: [] },
  };
  tellAudit({ eventId: event.id });
  transact(db, (tx) => {
    insertEvent(tx, event);
    const tables = floor.map((table) => ({ ...table, id: tableId(secrets.newId()), mentors: [] }));
    replaceTables(tx, event.id, tables);
    grantDisplayLink(tx, secrets, event, createdAt);
    return ok(undefined);
  });
  return event.id;
}

/** `count` tables of `seats` on a grid, numbered from the front left. */
export const emptyFloor = (count: number, seats: number): Omit<Table, 'id' | 'mentors'>[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    name: '',
    seats,
    stepFree: true,
    quiet: false,
    ...gridPlace(index, count),
  }));

const SERVER_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @param timeZone of the organiser's browser; the server's own where it is missing or unknown here */
export function newEvent(services: Services, name: string, timeZone = SERVER_ZONE): EventId {
  const zone = knownTimeZone(timeZone) ? timeZone : SERVER_ZONE;
  const settings = defaultSettings(name, wholeNow(services.clock), zone);
  return createEvent(services, settings, emptyFloor(NEW_TABLES, NEW_TABLE_SEATS));
}

/** The same settings and tables a week later; nobody is taken along. */
export function copyEvent(services: Services, id: EventId, copyName: string): Result<EventId, Refusal> {
  const event = findEvent(services.db, id);
  if (!event) return refused(refusal('not-found'));
  const startsAt = instant(Math.max(event.settings.startsAt, wholeNow(services.clock)) + 7 * DAY_MS);
  const floor = listTables(services.db, id).map(({ id: _, mentors: __, ...table }) => table);
  const copy = createEvent(services, { ...event.settings, name: copyName.trim(), startsAt }, floor, {
    selfCheckIn: event.selfCheckIn,
  });
  savePrivacy(services.db, copy, findPrivacy(services.db, id));
  saveLandmarks(services.db, copy, event.landmarks);
  return ok(copy);
}

/** Deleting can be taken back with `restoreEvent`; until then nobody finds the event. */
export function deleteEvent(services: Services, id: EventId): Result<void, Refusal> {
  const phase = services.evenings.engine(id)?.night.moment.phase.kind;
  if (phase === undefined) return refused(refusal('not-found'));
  if (phase !== 'doors' && phase !== 'finished') return refused(refusal('event-running'));
  commit(services.db, (tx) => setDeleted(tx, id, wholeNow(services.clock)));
  services.evenings.forget(id);
  return ok(undefined);
}

export function restoreEvent(services: Services, id: EventId): Result<EventDetail, Refusal> {
  const restored = transact<undefined, Refusal>(services.db, (tx) =>
    setDeleted(tx, id, null) ? ok(undefined) : refused(refusal('not-found')),
  );
  if (!restored.ok) return restored;
  return detail(services, id);
}

const within = (value: number, { min, max }: { min: number; max: number }): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

/** Names the first setting that is out of range, or null. */
export function wrongSetting(settings: EveningSettings): string | null {
  for (const [name, range] of Object.entries(SETTING_RANGES))
    if (!within(settings[name as keyof typeof SETTING_RANGES], range)) return name;
  if (!within(settings.breakAfterRound, { min: 0, max: settings.rounds - 1 })) return 'breakAfterRound';
  if (settings.name.trim() === '' || settings.name.length > 80) return 'name';
  if (settings.place.length > 80) return 'place';
  return knownTimeZone(settings.timeZone) ? null : 'timeZone';
}

function knownTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** Saves the settings. After *Start* the lengths are frozen: only name and place can still change (event-running). */
export function changeSettings(
  services: Services,
  id: EventId,
  settings: EveningSettings,
  by: string,
): Result<EventDetail, Refusal> {
  const event = findEvent(services.db, id);
  const engine = services.evenings.engine(id);
  if (!event || !engine) return refused(refusal('not-found'));
  const wrong = wrongSetting(settings);
  if (wrong !== null) return refused(refusal('bad-request', { field: wrong }));
  const { name, place, ...lengths } = settings;
  const running = engine.night.moment.phase.kind !== 'doors';
  const { name: _n, place: _p, ...before } = event.settings;
  if (running && !same(lengths, before)) return refused(refusal('event-running'));
  // Lengths first: a night must not start with others than the organiser sees.
  const timings = timingsOf(settings);
  if (!running && !same(timings, engine.night.moment.timings)) {
    const retimed = engine.retime(timings, by);
    if (!retimed.ok) return retimed;
  }
  commit(services.db, (tx) => saveSettings(tx, id, { ...lengths, name: name.trim(), place: place.trim() }));
  services.evenings.changed(id);
  return detail(services, id);
}

const same = (one: object, other: object): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (record: object): [string, unknown][] =>
  Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));

export type TableChange = Omit<Table, 'id'> & { readonly id?: string | undefined };

/**
 * Replaces the floor; without `landmarks` those stay. What would stand on a field that is taken goes to a free one. Refused
 * with event-running once the night runs.
 */
export function changeFloor(
  services: Services,
  id: EventId,
  changes: readonly TableChange[],
  landmarks?: readonly Landmark[],
): Result<EventDetail, Refusal> {
  const { db, secrets, evenings } = services;
  const engine = evenings.engine(id);
  if (!engine) return refused(refusal('not-found'));
  if (engine.night.moment.phase.kind !== 'doors') return refused(refusal('event-running'));
  const wrong = wrongFloor(services, id, changes);
  if (wrong) return refused(wrong);
  const known = new Set(listTables(db, id).map((table) => table.id as string));
  const tables = changes.map((table) => ({
    ...table,
    name: table.name.trim(),
    id: tableId(table.id !== undefined && known.has(table.id) ? table.id : secrets.newId()),
  }));
  const marks = landmarks ?? findEvent(db, id)?.landmarks ?? [];
  const placed = standApart<(typeof tables)[number] | Landmark>([...tables, ...marks]);
  transact(db, (tx) => {
    replaceTables(tx, id, placed.slice(0, tables.length) as typeof tables);
    saveLandmarks(tx, id, placed.slice(tables.length) as Landmark[]);
    return ok(undefined);
  });
  evenings.changed(id);
  return detail(services, id);
}

function wrongFloor(services: Services, id: EventId, tables: readonly TableChange[]): Refusal | null {
  const numbers = new Set<number>();
  const ids = new Set<string>();
  const seated = new Set<string>();
  const mentors = new Set(
    listAttendees(services.db, id).flatMap((row) => (row.role === 'mentor' ? [row.id as string] : [])),
  );
  for (const table of tables) {
    if (numbers.has(table.number)) return refusal('duplicate-table-number', { table: table.number });
    numbers.add(table.number);
    if (table.id !== undefined && ids.has(table.id)) return refusal('table-twice', { table: table.number });
    if (table.id !== undefined) ids.add(table.id);
    if (table.mentors.length > MAX_MENTORS_AT_TABLE) return refusal('too-many-mentors', { table: table.number });
    for (const mentor of table.mentors) {
      if (!mentors.has(mentor)) return refusal('unknown-mentor', { table: table.number });
      if (seated.has(mentor)) return refusal('mentor-at-two-tables', { table: table.number });
      seated.add(mentor);
    }
  }
  return null;
}
