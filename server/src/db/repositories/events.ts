import type { Cancelled } from '@lapwing/shared/event/cancelled';
import { type EveningSettings, inEveningTimes } from '@lapwing/shared/event/event';
import type { Landmark } from '@lapwing/shared/event/floor';
import type { DisplayId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { events } from '../schema.ts';
import type { Tx } from '../transact.ts';

type EventRow = typeof events.$inferSelect;

export interface StoredEvent {
  readonly id: EventId;
  readonly code: string;
  readonly displayId: DisplayId;
  /** Which of the display's links counts. */
  readonly displayGeneration: number;
  readonly settings: EveningSettings;
  readonly createdAt: Instant;
  /** Whether people may say on their own page that they are here. */
  readonly selfCheckIn: boolean;
  /** An evening to practise on, with invented people: nobody registers for it. */
  readonly rehearsal: boolean;
  /** Null: it takes place. */
  readonly cancelled: Cancelled | null;
  readonly landmarks: readonly Landmark[];
}

const asEvent = (row: EventRow): StoredEvent => {
  const { id, code, displayId, displayGeneration, createdAt, selfCheckIn, rehearsal, landmarks, ...more } = row;
  const { cancelledAt, cancelReason, deletedAt: _, ...rest } = more;
  const cancelled = cancelledAt === null ? null : { at: cancelledAt, reason: cancelReason };
  // what was stored before there was a bound must not stop whatever counts from it
  const settings = { ...rest, startsAt: inEveningTimes(rest.startsAt) };
  const switches = { selfCheckIn, rehearsal, cancelled, landmarks };
  return { id, code, displayId, displayGeneration, createdAt, ...switches, settings };
};

export function insertEvent(tx: Tx, event: StoredEvent): void {
  const { settings, cancelled: _, ...keys } = event;
  tx.insert(events)
    .values({ ...keys, ...settings })
    .run();
}

/** Events that are not deleted, the one with the latest start first. */
export const listEvents = (tx: Tx): StoredEvent[] =>
  tx.select().from(events).where(isNull(events.deletedAt)).orderBy(desc(events.startsAt)).all().map(asEvent);

/** Every event there is, also those that are deleted. */
export const listEveryEvent = (tx: Tx): StoredEvent[] => tx.select().from(events).all().map(asEvent);

export function findEvent(tx: Tx, id: EventId): StoredEvent | undefined {
  const row = tx
    .select()
    .from(events)
    .where(and(eq(events.id, id), isNull(events.deletedAt)))
    .get();
  return row && asEvent(row);
}

export function findEventByCode(tx: Tx, code: string): StoredEvent | undefined {
  const row = tx
    .select()
    .from(events)
    .where(and(eq(events.code, code), isNull(events.deletedAt)))
    .get();
  return row && asEvent(row);
}

export const codeTaken = (tx: Tx, code: string): boolean =>
  tx.select({ id: events.id }).from(events).where(eq(events.code, code)).get() !== undefined;

export function saveSettings(tx: Tx, id: EventId, settings: EveningSettings): void {
  tx.update(events).set(settings).where(eq(events.id, id)).run();
}

export const setDisplayGeneration = (tx: Tx, id: EventId, displayGeneration: number): void => {
  tx.update(events).set({ displayGeneration }).where(eq(events.id, id)).run();
};

export const saveSelfCheckIn = (tx: Tx, id: EventId, on: boolean): void => {
  tx.update(events).set({ selfCheckIn: on }).where(eq(events.id, id)).run();
};

/** Writes down that an event does not take place; null: it does. */
export const saveCancelled = (tx: Tx, id: EventId, cancelled: Cancelled | null): void => {
  tx.update(events)
    .set({ cancelledAt: cancelled?.at ?? null, cancelReason: cancelled?.reason ?? '' })
    .where(eq(events.id, id))
    .run();
};

export const saveLandmarks = (tx: Tx, id: EventId, landmarks: readonly Landmark[]): void => {
  tx.update(events).set({ landmarks }).where(eq(events.id, id)).run();
};

/** Marks an event deleted (`at`) or brings it back (null). Answers whether there was such an event. */
export const setDeleted = (tx: Tx, id: EventId, at: Instant | null): boolean =>
  tx.update(events).set({ deletedAt: at }).where(eq(events.id, id)).run().changes > 0;

export const isRehearsal = (tx: Tx, id: EventId): boolean =>
  tx.select({ is: events.rehearsal }).from(events).where(eq(events.id, id)).get()?.is === true;
