import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { type Badge, badges } from '@lapwing/shared/paper/badges';
import { badgeMark, cardsMark, cardsToPrint } from '@lapwing/shared/paper/marks';
import { badgesToPrint } from '@lapwing/shared/paper/old-paper';
import type { Paper } from '@lapwing/shared/paper/sheets';
import { type TableCard, tableCards } from '@lapwing/shared/paper/table-cards';
import { useMemo } from 'preact/hooks';
import type { PaperNow } from './paper-of.ts';

/** Things that are printed one by one: for everybody, or only where what is in the room is missing or wrong. */
export interface Pieces {
  readonly cards: readonly TableCard[];
  readonly badges: readonly Badge[];
  readonly newCards: readonly TableCard[];
  readonly newBadges: readonly Badge[];
}

/**
 * Cards and badges as they have to be now. Which of them are new is looked up once for what they say, not again when they
 * have been printed: otherwise they would vanish from the page while it prints.
 */
export function usePieces(paper: PaperNow, printed: { peek(): Paper }): Pieces {
  const all = useMemo(() => ({ cards: tableCards(paper), badges: badges(paper) }), [paper]);
  const said = cardsMark('', all.cards) + all.badges.map(({ id }) => id).join() + all.badges.map(badgeMark).join();
  const open = useMemo(() => {
    const before = printed.peek();
    const mark = before.sheets.find(({ sheet }) => sheet === 'cards')?.mark ?? '';
    return {
      cards: new Set(cardsToPrint(mark, all.cards).map(({ card }) => card.number)),
      badges: new Set<AttendeeId>(badgesToPrint(before, all.badges).map(({ id }) => id)),
    };
  }, [said, printed]);
  return {
    ...all,
    newCards: all.cards.filter(({ number }) => open.cards.has(number)),
    newBadges: all.badges.filter(({ id }) => open.badges.has(id)),
  };
}

/** All of them, or those that are not in the room as they have to be. */
export type Which = 'all' | 'new';

/** What is offered first: once some are right, the others. */
export const usualWhich = (all: number, fresh: number): Which => (fresh > 0 && fresh < all ? 'new' : 'all');
