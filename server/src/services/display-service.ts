import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
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

/**
 * The displays of an event as consoles list them, and how many more listen. One that did not listen since the start of the
 * server is lost since then.
 */
export function connectedDisplays(
  db: Db,
  hub: Hub,
  eventId: EventId,
  { lost, told }: DisplayMemory,
  { startedAt, now }: { readonly startedAt: Instant; readonly now: Instant },
): { readonly displays: ConnectedDisplay[]; readonly unlisted: number } {
  const here = hub.sessionsOf(eventId, 'display');
  const known = listDisplays(db, eventId);
  const lostSince = ({ id, sessionHash }: StoredDisplay): Instant | null =>
    here.has(sessionHash) ? null : (lost.get(id) ?? startedAt);
  const isNobodys = (display: StoredDisplay): boolean => {
    const since = lostSince(display);
    return !display.confirmed && since !== null && now >= after(since, MISSED_FOR);
  };
  const displays = known
    .filter((display) => !isNobodys(display))
    .map((display) => ({
      ...{ id: display.id, name: display.name, ...lookOf(display) },
      lostSince: lostSince(display),
      state: here.has(display.sessionHash) ? (told.get(display.id) ?? null) : null,
    }));
  const listed = new Set(known.map(({ sessionHash }) => sessionHash));
  return { displays, unlisted: [...here].filter((hash) => !listed.has(hash)).length };
}

const lookOf = ({ layout, theme, light, speaks }: DisplayLook): DisplayLook => ({ layout, theme, light, speaks });

/** Whoever has the link makes as many as they like: so many are listed of which no organiser has said that they are theirs. */
export const MOST_UNCONFIRMED = 8;
/** One of those that went dark is missed for so long, and then it was nobody's. */
const MISSED_FOR = minutes(30);
/** More displays than a hall has walls. */
const MOST_DISPLAYS = 50;

/** The display that came with this cookie as it is or would be listed. Writes nothing. */
export function displayShown(services: Services, eventId: EventId, sessionHash: string): StoredDisplay {
  const { db, secrets, clock } = services;
  const known = findDisplayOfSession(db, sessionHash);
  if (known) return known;
  const taken = new Set(listDisplays(db, eventId).map(({ name }) => name));
  let number = taken.size + 1;
  while (taken.has(`Display ${number}`)) number += 1;
  return {
    id: secrets.newId(),
    eventId,
    sessionHash,
    name: `Display ${number}`,
    confirmed: false,
    ...PLAIN_LOOK,
    createdAt: wholeNow(clock),
  };
}

/** The display that came with this cookie and listens; at its first time it is listed, where there is room for it. */
export function displayOf(services: Services, eventId: EventId, sessionHash: string): StoredDisplay {
  if (!findDisplayOfSession(services.db, sessionHash) && makesRoom(services, eventId)) {
    insertDisplay(services.db, displayShown(services, eventId, sessionHash));
  }
  return displayShown(services, eventId, sessionHash);
}

/** Whether consoles list the display of this cookie: of others nothing is kept. */
export const isListed = ({ db }: Pick<Services, 'db'>, sessionHash: string): boolean =>
  findDisplayOfSession(db, sessionHash) !== undefined;

/** Whether one more can be listed; those that went dark and that nobody has confirmed go for it, the oldest first. */
function makesRoom({ db, hub }: Services, eventId: EventId): boolean {
  const known = listDisplays(db, eventId);
  const here = hub.sessionsOf(eventId, 'display');
  const unconfirmed = known.filter(({ confirmed }) => !confirmed);
  const over = Math.max(unconfirmed.length + 1 - MOST_UNCONFIRMED, known.length + 1 - MOST_DISPLAYS, 0);
  const dark = unconfirmed.filter(({ sessionHash }) => !here.has(sessionHash)).slice(0, over);
  if (dark.length < over) return false;
  for (const { id } of dark) removeDisplay(db, id);
  return true;
}

/** Screens that listen and are not listed come again: now there may be room. */
function callUnlisted(services: Services, eventId: EventId): void {
  const unlisted = new Set(
    [...services.hub.sessionsOf(eventId, 'display')].filter((hash) => !isListed(services, hash)),
  );
  if (unlisted.size === 0) return;
  services.hub.closeWhere(({ sessionHash }) => unlisted.has(sessionHash), CLOSE.restarting, 'unlisted');
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
  keep(services, { ...display, ...settings, name: settings.name.trim(), confirmed: true });
  callUnlisted(services, eventId);
  return ok(undefined);
}

/** A display changes how it looks, on its own setup. Names are the organiser's to show: not-allowed. */
export function changeLook(services: Services, display: StoredDisplay, look: DisplayLook): Result<undefined, Refusal> {
  if (look.layout === 'names' && display.layout !== 'names') return refused(refusal('not-allowed'));
  keep(services, { ...display, ...look });
  return ok(undefined);
}

function keep(services: Services, now: StoredDisplay): void {
  const { eventId, sessionHash, name, confirmed } = now;
  commit(services.db, (tx) => saveDisplay(tx, now.id, { name, confirmed, ...lookOf(now) }));
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
  callUnlisted(services, eventId);
  services.evenings.listenersChanged(eventId);
  return ok(undefined);
}
