import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { DisplaySettings } from '@lapwing/shared/protocol/api';
import {
  CLOSE,
  type ConnectedDisplay,
  type DisplayLook,
  type DisplayState,
  type NameBoard,
  type OwnDisplay,
  PLAIN_LOOK,
} from '@lapwing/shared/protocol/messages';
import type { Db } from '../db/connection.ts';
import {
  findDisplay,
  findDisplayOfSession,
  insertDisplay,
  listDisplays,
  removeDisplay,
  type StoredDisplay,
  saveDisplay,
} from '../db/repositories/displays.ts';
import { commit } from '../db/transact.ts';
import type { Hub } from '../fanout/hub.ts';
import type { Clock } from '../system-clock.ts';
import { type Services, wholeNow } from './services.ts';

/** Since when a display is lost, and what it told of itself: known while the server runs. */
export interface DisplayMemory {
  readonly lost: ReadonlyMap<string, Instant>;
  readonly told: ReadonlyMap<string, DisplayState>;
  displayLost(displayId: string): void;
  displayTold(eventId: EventId, displayId: string, state: DisplayState): void;
}

/** @param news is called when consoles have something to hear about */
export function createDisplayMemory(clock: Clock, news: (eventId: EventId) => void): DisplayMemory {
  const lost = new Map<string, Instant>();
  const told = new Map<string, DisplayState>();
  return {
    lost,
    told,
    displayLost: (displayId) => void lost.set(displayId, wholeNow(clock)),
    displayTold(eventId, displayId, state) {
      told.set(displayId, state);
      news(eventId);
    },
  };
}

/** The displays of an event as consoles list them. One that did not listen since the start of the server is lost since then. */
export function connectedDisplays(
  db: Db,
  hub: Hub,
  eventId: EventId,
  { lost, told }: DisplayMemory,
  startedAt: Instant,
): ConnectedDisplay[] {
  const here = hub.sessionsOf(eventId, 'display');
  return listDisplays(db, eventId).map(({ id, name, sessionHash, ...stored }) => ({
    id,
    name,
    ...lookOf(stored),
    lostSince: here.has(sessionHash) ? null : (lost.get(id) ?? startedAt),
    state: here.has(sessionHash) ? (told.get(id) ?? null) : null,
  }));
}

const lookOf = ({ layout, theme, light, speaks }: DisplayLook): DisplayLook => ({ layout, theme, light, speaks });

/** The display that came with this cookie; at its first time it gets a name. */
export function displayOf(services: Services, eventId: EventId, sessionHash: string): StoredDisplay {
  const { db, secrets, clock } = services;
  const known = findDisplayOfSession(db, sessionHash);
  if (known) return known;
  const others = withoutTheLongLost(services, eventId);
  const taken = new Set(others.map(({ name }) => name));
  let number = taken.size + 1;
  while (taken.has(`Display ${number}`)) number += 1;
  const display: StoredDisplay = {
    id: secrets.newId(),
    eventId,
    sessionHash,
    name: `Display ${number}`,
    ...PLAIN_LOOK,
    createdAt: wholeNow(clock),
  };
  insertDisplay(db, display);
  return display;
}

/** More displays than a hall has walls. */
const MOST_DISPLAYS = 50;

/** The displays of an event with room for one more: where there are too many, the oldest that do not listen go. */
function withoutTheLongLost({ db, hub }: Services, eventId: EventId): StoredDisplay[] {
  const known = listDisplays(db, eventId);
  const here = hub.sessionsOf(eventId, 'display');
  const lost = known.filter(({ sessionHash }) => !here.has(sessionHash));
  const gone = new Set(lost.slice(0, Math.max(0, known.length + 1 - MOST_DISPLAYS)));
  for (const { id } of gone) removeDisplay(db, id);
  return known.filter((display) => !gone.has(display));
}

export const ownDisplay = (display: StoredDisplay, flashedAt: Instant | null): OwnDisplay => ({
  ...{ t: 'display', name: display.name },
  ...lookOf(display),
  flashedAt,
});

/** The name board for a display that an organiser set to show it; undefined for every other. */
export const boardOf = ({ evenings }: Services, { eventId, layout }: StoredDisplay): NameBoard | undefined =>
  layout === 'names' ? evenings.names(eventId) : undefined;

/** People or their seats changed: tells the displays that show names. */
export function tellBoards(db: Db, hub: Hub, eventId: EventId, names: () => NameBoard | undefined): void {
  const here = hub.sessionsOf(eventId, 'display');
  if (here.size === 0) return;
  for (const { layout, sessionHash } of listDisplays(db, eventId))
    if (layout === 'names' && here.has(sessionHash)) hub.toSession(eventId, sessionHash, JSON.stringify(names()));
}

/** Names a display and chooses what it shows. */
export function changeDisplay(
  services: Services,
  eventId: EventId,
  id: string,
  settings: DisplaySettings,
): Result<undefined, Refusal> {
  const display = findDisplay(services.db, eventId, id);
  if (!display) return refused(refusal('not-found'));
  keep(services, { ...display, ...settings, name: settings.name.trim() });
  return ok(undefined);
}

/** A display changes how it looks, on its own setup. Names are the organiser's to show: not-allowed. */
export function changeLook(services: Services, display: StoredDisplay, look: DisplayLook): Result<undefined, Refusal> {
  if (look.layout === 'names' && display.layout !== 'names') return refused(refusal('not-allowed'));
  keep(services, { ...display, ...look });
  return ok(undefined);
}

function keep(services: Services, now: StoredDisplay): void {
  const { eventId, sessionHash, name } = now;
  commit(services.db, (tx) => saveDisplay(tx, now.id, { name, ...lookOf(now) }));
  const board = boardOf(services, now);
  if (board) services.hub.toSession(eventId, sessionHash, JSON.stringify(board));
  services.hub.toSession(eventId, sessionHash, JSON.stringify(ownDisplay(now, null)));
  services.evenings.listenersChanged(eventId);
}

/** The display shows for a moment who it is. */
export function flashDisplay(services: Services, eventId: EventId, id: string): Result<undefined, Refusal> {
  const display = findDisplay(services.db, eventId, id);
  if (!display) return refused(refusal('not-found'));
  const own = ownDisplay(display, wholeNow(services.clock));
  services.hub.toSession(eventId, display.sessionHash, JSON.stringify(own));
  return ok(undefined);
}

/** Takes a display off the list. One that still listens comes back by itself under a new name. */
export function forgetDisplay(services: Services, eventId: EventId, id: string): Result<undefined, Refusal> {
  const display = findDisplay(services.db, eventId, id);
  if (!display) return refused(refusal('not-found'));
  commit(services.db, (tx) => removeDisplay(tx, id));
  const { sessionHash } = display;
  services.hub.closeWhere((listener) => listener.sessionHash === sessionHash, CLOSE.restarting, 'forgotten');
  services.evenings.listenersChanged(eventId);
  return ok(undefined);
}
