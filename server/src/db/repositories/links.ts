import type { AttendeeId, DisplayId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, eq, isNull } from 'drizzle-orm';
import { links } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredLink = typeof links.$inferSelect;

export interface NewLink {
  readonly hash: string;
  readonly eventId: EventId;
  readonly attendeeId: AttendeeId | null;
  readonly displayId: DisplayId | null;
  readonly createdAt: Instant;
}

export const insertLink = (tx: Tx, link: NewLink): void => {
  tx.insert(links).values(link).run();
};

/** The link with this hash, unless it was revoked. */
export const findLink = (tx: Tx, hash: string): StoredLink | undefined =>
  tx
    .select()
    .from(links)
    .where(and(eq(links.hash, hash), isNull(links.revokedAt)))
    .get();

/** As `findLink`, also one that was revoked. */
export const findAnyLink = (tx: Tx, hash: string): StoredLink | undefined =>
  tx.select().from(links).where(eq(links.hash, hash)).get();

/** From now on the links that this display had open nothing. */
export const revokeDisplayLinks = (tx: Tx, displayId: DisplayId, revokedAt: Instant): void => {
  tx.update(links)
    .set({ revokedAt })
    .where(and(eq(links.displayId, displayId), isNull(links.revokedAt)))
    .run();
};

/** From now on the links that this person had open nothing, and the sessions they became are over. */
export const revokeLinks = (tx: Tx, attendeeId: AttendeeId, revokedAt: Instant): void => {
  tx.update(links)
    .set({ revokedAt })
    .where(and(eq(links.attendeeId, attendeeId), isNull(links.revokedAt)))
    .run();
};
