import { instant } from '@lapwing/shared/kernel/time';
import { BADGES_AT_ONCE, type Paper, type PrintedBadge, type PrintedSheet } from '@lapwing/shared/paper/sheets';
import type { PaperChange } from '@lapwing/shared/protocol/api';
import type { EventStore } from '../event-store.ts';

type Shelf = Pick<EventStore, 'api' | 'paper'>;

/** What a change makes of the paper in the room. */
export function paperAfter(before: Paper, { sheets, badges = [], inUse }: PaperChange, by: string): Paper {
  const others = before.sheets.filter((one) => !sheets.some(({ sheet }) => sheet === one.sheet));
  const printed = sheets
    .filter(({ planVersion }) => planVersion > 0)
    .map(({ mark = '', ...one }): PrintedSheet => ({ ...one, by, mark }));
  const told = new Set(badges.map(({ attendeeId }) => attendeeId));
  const kept = before.badges.filter(({ attendeeId }) => !told.has(attendeeId));
  return {
    sheets: [...others, ...printed],
    badges: [...kept, ...badges.filter(({ planVersion }) => planVersion > 0)],
    inUse,
  };
}

/** The change that takes another one back: what it named is what it was before. */
export function backTo(before: Paper, { sheets, badges = [] }: PaperChange): PaperChange {
  const never = { planVersion: 0, at: instant(0) };
  const backSheets = sheets.map(({ sheet }) => {
    const known = before.sheets.find((one) => one.sheet === sheet);
    if (!known) return { sheet, ...never };
    const { planVersion, at, mark } = known;
    return { sheet, planVersion, at, ...(mark === '' ? {} : { mark }) };
  });
  const byId = new Map(before.badges.map((one) => [one.attendeeId, one]));
  const backBadges = badges.map(
    ({ attendeeId }): PrintedBadge => byId.get(attendeeId) ?? { attendeeId, ...never, mark: '' },
  );
  return { sheets: backSheets, ...(backBadges.length === 0 ? {} : { badges: backBadges }), inUse: before.inUse };
}

/** Tells the server, and shows it at once; false when the server did not hear of all of it. */
export async function tellPaper({ api, paper }: Shelf, change: PaperChange, by: string): Promise<boolean> {
  paper.value = paperAfter(paper.peek(), change, by);
  for (const part of inParts(change)) if (!(await api.changePaper(part)).ok) return false;
  return true;
}

/** A request holds so many badges and no more; each says the same of the sheets. */
function inParts(change: PaperChange): PaperChange[] {
  const { badges = [], ...rest } = change;
  if (badges.length <= BADGES_AT_ONCE) return [change];
  const parts = Math.ceil(badges.length / BADGES_AT_ONCE);
  return Array.from({ length: parts }, (_, part) => ({
    ...rest,
    badges: badges.slice(part * BADGES_AT_ONCE, (part + 1) * BADGES_AT_ONCE),
  }));
}
