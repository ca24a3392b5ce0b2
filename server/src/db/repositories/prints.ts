import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Paper, type PrintedBadge, type PrintedSheet, SHEETS } from '@lapwing/shared/paper/sheets';
import { and, asc, eq } from 'drizzle-orm';
import { attendees, badgePrints, prints } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** The row that says that nobody looks at paper. */
const UNUSED = 'none';

const ofSheet = (eventId: EventId, sheet: string) => and(eq(prints.eventId, eventId), eq(prints.sheet, sheet));

/** What the paper in the room is of. */
export function findPaper(tx: Tx, eventId: EventId): Paper {
  const rows = tx.select().from(prints).where(eq(prints.eventId, eventId)).all();
  const sheets = SHEETS.flatMap((sheet): PrintedSheet[] =>
    rows
      .filter((row) => row.sheet === sheet)
      .map(({ planVersion, at, by, mark }) => ({ sheet, planVersion, at, by, mark })),
  );
  return { sheets, badges: findBadges(tx, eventId), inUse: !rows.some(({ sheet }) => sheet === UNUSED) };
}

const findBadges = (tx: Tx, eventId: EventId): PrintedBadge[] =>
  tx
    .select({
      ...{ attendeeId: badgePrints.attendeeId, planVersion: badgePrints.planVersion },
      ...{ at: badgePrints.at, mark: badgePrints.mark },
    })
    .from(badgePrints)
    .where(eq(badgePrints.eventId, eventId))
    .orderBy(asc(badgePrints.attendeeId))
    .all();

/** The latest print of a sheet takes the place of an earlier one. */
export function savePrint(tx: Tx, eventId: EventId, { sheet, ...print }: PrintedSheet): void {
  tx.insert(prints)
    .values({ eventId, sheet, ...print })
    .onConflictDoUpdate({ target: [prints.eventId, prints.sheet], set: print })
    .run();
}

export const removePrint = (tx: Tx, eventId: EventId, sheet: PrintedSheet['sheet']): void => {
  tx.delete(prints).where(ofSheet(eventId, sheet)).run();
};

/** Whose badges these can be: everybody of the event. */
export const peopleWithBadges = (tx: Tx, eventId: EventId): Set<AttendeeId> =>
  new Set(
    tx
      .select({ id: attendees.id })
      .from(attendees)
      .where(eq(attendees.eventId, eventId))
      .all()
      .map(({ id }) => id),
  );

/** The latest badge of a person takes the place of an earlier one. */
export function saveBadgePrint(tx: Tx, eventId: EventId, { attendeeId, ...print }: PrintedBadge): void {
  tx.insert(badgePrints)
    .values({ eventId, attendeeId, ...print })
    .onConflictDoUpdate({ target: badgePrints.attendeeId, set: print })
    .run();
}

export const removeBadgePrint = (tx: Tx, id: AttendeeId): void => {
  tx.delete(badgePrints).where(eq(badgePrints.attendeeId, id)).run();
};

/** Whether anybody looks at paper; what was printed stays known. */
export function setPaperInUse(tx: Tx, eventId: EventId, inUse: boolean, { at, by }: Pick<PrintedSheet, 'at' | 'by'>) {
  if (inUse) tx.delete(prints).where(ofSheet(eventId, UNUSED)).run();
  else tx.insert(prints).values({ eventId, sheet: UNUSED, planVersion: 0, at, by }).onConflictDoNothing().run();
}
