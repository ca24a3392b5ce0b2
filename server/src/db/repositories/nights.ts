import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Act, type Night, UNDO_DEPTH } from '@lapwing/shared/live/state';
import { undoPoint } from '@lapwing/shared/live/transition';
import { and, desc, eq } from 'drizzle-orm';
import { nightCommands, nights } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type CommandRow = typeof nightCommands.$inferSelect;

/** The night as it was last saved; undefined when it never had a command. */
export function findNight(tx: Tx, eventId: EventId): Night | undefined {
  const row = tx.select().from(nights).where(eq(nights.eventId, eventId)).get();
  return row && { version: row.version, moment: row.moment, undoable: undoableActs(tx, eventId) };
}

/** The latest acts that were not taken back, oldest first. */
function undoableActs(tx: Tx, eventId: EventId): Act[] {
  return tx
    .select()
    .from(nightCommands)
    .where(and(eq(nightCommands.eventId, eventId), eq(nightCommands.undone, false)))
    .orderBy(desc(nightCommands.version))
    .all()
    .flatMap(({ version, command, by, at, before }) => {
      const moment = undoPoint(before, command);
      return moment ? [{ version, command, by, at, moment }] : [];
    })
    .slice(0, UNDO_DEPTH)
    .reverse();
}

export function saveNight(tx: Tx, eventId: EventId, night: Night): void {
  const { version, moment } = night;
  tx.insert(nights)
    .values({ eventId, version, moment })
    .onConflictDoUpdate({ target: nights.eventId, set: { version, moment } })
    .run();
}

export const insertCommand = (tx: Tx, row: CommandRow): void => {
  tx.insert(nightCommands).values(row).run();
};

export const markUndone = (tx: Tx, eventId: EventId, version: number): void => {
  tx.update(nightCommands)
    .set({ undone: true })
    .where(and(eq(nightCommands.eventId, eventId), eq(nightCommands.version, version)))
    .run();
};

export const findCommandByKey = (tx: Tx, eventId: EventId, key: string): CommandRow | undefined =>
  tx
    .select()
    .from(nightCommands)
    .where(and(eq(nightCommands.eventId, eventId), eq(nightCommands.key, key)))
    .get();

/** Newest first. */
export const listCommands = (tx: Tx, eventId: EventId, limit: number): CommandRow[] =>
  tx
    .select()
    .from(nightCommands)
    .where(eq(nightCommands.eventId, eventId))
    .orderBy(desc(nightCommands.version))
    .limit(limit)
    .all();
