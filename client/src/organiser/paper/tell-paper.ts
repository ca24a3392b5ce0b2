import { instant } from '@lapwing/shared/kernel/time';
import type { Paper, PrintedSheet, Sheet } from '@lapwing/shared/paper/sheets';
import type { PaperChange } from '@lapwing/shared/protocol/api';
import type { EventStore } from '../event-store.ts';

type Shelf = Pick<EventStore, 'api' | 'paper'>;

/** What a change makes of the paper in the room. */
export function paperAfter(before: Paper, { sheets, inUse }: PaperChange, by: string): Paper {
  const others = before.sheets.filter((one) => !sheets.some(({ sheet }) => sheet === one.sheet));
  const printed = sheets.filter(({ planVersion }) => planVersion > 0).map((one): PrintedSheet => ({ ...one, by }));
  return { sheets: [...others, ...printed], inUse };
}

/** The change that makes those sheets what they were before. */
export const backTo = (before: Paper, sheets: readonly Sheet[]): PaperChange => ({
  sheets: sheets
    .map((sheet) => before.sheets.find((one) => one.sheet === sheet) ?? { sheet, planVersion: 0, at: instant(0) })
    .map(({ sheet, planVersion, at }) => ({ sheet, planVersion, at })),
  inUse: before.inUse,
});

/** Tells the server, and shows it at once; false when the server did not hear of it. */
export async function tellPaper({ api, paper }: Shelf, change: PaperChange, by: string): Promise<boolean> {
  paper.value = paperAfter(paper.peek(), change, by);
  return (await api.changePaper(change)).ok;
}
