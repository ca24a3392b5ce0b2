import type { EventId } from '@lapwing/shared/kernel/ids';
import { NAMES_DAYS } from '@lapwing/shared/privacy/retention';
import { eq } from 'drizzle-orm';
import { eventPrivacy } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type EventPrivacy = Omit<typeof eventPrivacy.$inferSelect, 'eventId'>;

const USUAL: EventPrivacy = { namesDays: NAMES_DAYS.usual, under18: false };

export function findPrivacy(tx: Tx, eventId: EventId): EventPrivacy {
  const row = tx.select().from(eventPrivacy).where(eq(eventPrivacy.eventId, eventId)).get();
  return row ? { namesDays: row.namesDays, under18: row.under18 } : USUAL;
}

export const savePrivacy = (tx: Tx, eventId: EventId, privacy: EventPrivacy): void => {
  tx.insert(eventPrivacy)
    .values({ eventId, ...privacy })
    .onConflictDoUpdate({ target: eventPrivacy.eventId, set: privacy })
    .run();
};
