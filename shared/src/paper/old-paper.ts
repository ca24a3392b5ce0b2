import { type Badge, badges } from './badges.ts';
import { cardsToPrint, isBadgeCurrent } from './marks.ts';
import type { PaperParts } from './paper-parts.ts';
import { type Paper, type PrintedBadge, type PrintedSheet, staleSheets } from './sheets.ts';
import { tableCards } from './table-cards.ts';

/** Paper in the room that tells people something else than the plan they follow. */
export interface OldPaper {
  /** In order of `SHEETS`; table cards where one of them says something else. */
  readonly sheets: readonly PrintedSheet[];
  /** Badges of people whose rows, name or code changed. */
  readonly badges: readonly PrintedBadge[];
}

export const NO_OLD_PAPER: OldPaper = { sheets: [], badges: [] };

/** @param parts what paper printed now would be cut from */
export function oldPaper(paper: Paper, planVersion: number, parts: PaperParts): OldPaper {
  if (!paper.inUse || planVersion === 0) return NO_OLD_PAPER;
  // once people sit, nobody is signed in by that list
  const isOver = ({ sheet }: PrintedSheet): boolean => sheet === 'sign-in' && parts.moment.phase.kind !== 'doors';
  const stale = new Set(staleSheets(paper, planVersion).filter((one) => !isOver(one)));
  const cards = paper.sheets.find(({ sheet }) => sheet === 'cards');
  if (cards && cardsToPrint(cards.mark, tableCards(parts)).some(({ isOld }) => isOld)) stale.add(cards);
  const changed = paper.badges.length === 0 ? [] : changedBadges(paper, badges(parts));
  return { sheets: paper.sheets.filter((one) => stale.has(one)), badges: changed };
}

/** Badges that hang on somebody and say something else than they have to. */
function changedBadges(paper: Paper, now: readonly Badge[]): PrintedBadge[] {
  const byId = new Map(now.map((badge) => [badge.id, badge]));
  return paper.badges.filter(({ attendeeId, mark }) => {
    const badge = byId.get(attendeeId);
    return badge !== undefined && !isBadgeCurrent(mark, badge);
  });
}

/** Badges that nobody has yet, or that changed since they were printed. */
export function badgesToPrint({ badges: printed }: Paper, now: readonly Badge[]): Badge[] {
  const marks = new Map(printed.map(({ attendeeId, mark }) => [attendeeId, mark]));
  return now.filter((badge) => !isBadgeCurrent(marks.get(badge.id) ?? '', badge));
}
