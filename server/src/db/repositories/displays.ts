import type { DisplayId, EventId } from '@lapwing/shared/kernel/ids';
import type { DisplayLook } from '@lapwing/shared/protocol/messages';
import { and, asc, eq } from 'drizzle-orm';
import { displays, sessions } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredDisplay = typeof displays.$inferSelect;

const ofEvent = (eventId: EventId, id: string) => and(eq(displays.eventId, eventId), eq(displays.id, id));

/** In the order in which they came. */
export const listDisplays = (tx: Tx, eventId: EventId): StoredDisplay[] =>
  tx.select().from(displays).where(eq(displays.eventId, eventId)).orderBy(asc(displays.createdAt)).all();

export const findDisplay = (tx: Tx, eventId: EventId, id: string): StoredDisplay | undefined =>
  tx.select().from(displays).where(ofEvent(eventId, id)).get();

export const findDisplayOfSession = (tx: Tx, sessionHash: string): StoredDisplay | undefined =>
  tx.select().from(displays).where(eq(displays.sessionHash, sessionHash)).get();

export const insertDisplay = (tx: Tx, display: StoredDisplay): void => {
  tx.insert(displays).values(display).run();
};

export const saveDisplay = (
  tx: Tx,
  id: string,
  set: Partial<DisplayLook & Pick<StoredDisplay, 'name' | 'confirmed'>>,
): void => {
  tx.update(displays).set(set).where(eq(displays.id, id)).run();
};

/** The cookies of all screens that opened this display. */
export const sessionsOfDisplay = (tx: Tx, displayId: DisplayId): readonly string[] =>
  tx
    .select({ hash: sessions.hash })
    .from(sessions)
    .where(eq(sessions.displayId, displayId))
    .all()
    .map(({ hash }) => hash);

export const removeDisplay = (tx: Tx, id: string): void => {
  tx.delete(displays).where(eq(displays.id, id)).run();
};
