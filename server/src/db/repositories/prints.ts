import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Paper, type PrintedSheet, SHEETS } from '@lapwing/shared/paper/sheets';
import { and, eq } from 'drizzle-orm';
import { prints } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** The row that says that nobody looks at paper. */
const UNUSED = 'none';

const ofSheet = (eventId: EventId, sheet: string) => and(eq(prints.eventId, eventId), eq(prints.sheet, sheet));

/** What the paper in the room is of. */
export function findPaper(tx: Tx, eventId: EventId): Paper {
  const rows = tx.select().from(prints).where(eq(prints.eventId, eventId)).all();
  const sheets = SHEETS.flatMap((sheet): PrintedSheet[] =>
    rows.filter((row) => row.sheet === sheet).map(({ planVersion, at, by }) => ({ sheet, planVersion, at, by })),
  );
  return { sheets, inUse: !rows.some(({ sheet }) => sheet === UNUSED) };
}

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

/** Whether anybody looks at paper; what was printed stays known. */
export function setPaperInUse(tx: Tx, eventId: EventId, inUse: boolean, { at, by }: Pick<PrintedSheet, 'at' | 'by'>) {
  if (inUse) tx.delete(prints).where(ofSheet(eventId, UNUSED)).run();
  else tx.insert(prints).values({ eventId, sheet: UNUSED, planVersion: 0, at, by }).onConflictDoNothing().run();
}
