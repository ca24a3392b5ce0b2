import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { DisplaySettings } from '@lapwing/shared/protocol/api';
import { CLOSE, type ConnectedDisplay, type OwnDisplay } from '@lapwing/shared/protocol/messages';
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
import { type Services, wholeNow } from './services.ts';

/** Since when a display is lost: known while the server runs. */
export type LostDisplays = Map<string, Instant>;

/** The displays of an event as consoles list them. One that did not listen since the start of the server is lost since then. */
export function connectedDisplays(
  db: Db,
  hub: Hub,
  eventId: EventId,
  lost: LostDisplays,
  startedAt: Instant,
): ConnectedDisplay[] {
  const here = hub.sessionsOf(eventId, 'display');
  return listDisplays(db, eventId).map(({ id, name, layout, sessionHash }) => ({
    id,
    name,
    layout,
    lostSince: here.has(sessionHash) ? null : (lost.get(id) ?? startedAt),
  }));
}

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
    layout: 'auto',
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

export const ownDisplay = ({ name, layout }: StoredDisplay, flashedAt: Instant | null): OwnDisplay => ({
  t: 'display',
  name,
  layout,
  flashedAt,
});

/** Names a display and chooses what it shows. */
export function changeDisplay(
  services: Services,
  eventId: EventId,
  id: string,
  { name, layout }: DisplaySettings,
): Result<undefined, Refusal> {
  const display = findDisplay(services.db, eventId, id);
  if (!display) return refused(refusal('not-found'));
  const now = { ...display, name: name.trim(), layout };
  commit(services.db, (tx) => saveDisplay(tx, id, now));
  services.hub.toSession(eventId, display.sessionHash, JSON.stringify(ownDisplay(now, null)));
  services.evenings.listenersChanged(eventId);
  return ok(undefined);
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
