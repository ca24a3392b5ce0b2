import type { PresenceWord } from '@lapwing/shared/event/presence';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { eq } from 'drizzle-orm';
import { presenceWords } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** The newest word about whether this person is here. */
export function findWord(tx: Tx, attendeeId: AttendeeId): PresenceWord | null {
  const row = tx.select().from(presenceWords).where(eq(presenceWords.attendeeId, attendeeId)).get();
  return row ? { here: row.here, at: row.at, by: row.by } : null;
}

export function saveWord(tx: Tx, eventId: EventId, attendeeId: AttendeeId, word: PresenceWord): void {
  tx.insert(presenceWords)
    .values({ eventId, attendeeId, ...word })
    .onConflictDoUpdate({ target: presenceWords.attendeeId, set: word })
    .run();
}
