import type { Badge } from '@lapwing/shared/paper/badges';
import { FORMATS, type PaperSize } from '@lapwing/shared/paper/formats';
import { mentorPages, peoplePages, signInPages, tablePages } from '@lapwing/shared/paper/pages';
import { peopleList } from '@lapwing/shared/paper/people-list';
import { SHEETS, type Sheet } from '@lapwing/shared/paper/sheets';
import { mentorSheet, signInList } from '@lapwing/shared/paper/sign-in-list';
import type { TableCard } from '@lapwing/shared/paper/table-cards';
import { tableLists } from '@lapwing/shared/paper/table-lists';
import type { PaperNow } from './paper-of.ts';
import type { Pieces, Which } from './pieces.ts';
import type { PrintOptions } from './print-options.ts';

/** One kind of sheet as it would come out of the printer. */
export interface PrintJob {
  readonly sheet: Sheet;
  readonly paper: PaperSize;
  readonly pages: number;
  /** What is on the pages, where not everything has to be. */
  readonly cards: readonly TableCard[];
  readonly badges: readonly Badge[];
}

/** Pages of the sheets whose content follows from the plan alone. */
export function listPages(paper: PaperNow): Readonly<Record<Exclude<Sheet, 'cards' | 'badges'>, number>> {
  return {
    tables: tableLists(paper).reduce((sum, list) => sum + tablePages(list).length, 0),
    people: peoplePages(peopleList(paper).rows).length,
    run: 1,
    'sign-in': signInPages(signInList(paper).rows).length,
    mentors: mentorPages(mentorSheet(paper).rows).length,
  };
}

/** Every sheet as it would be printed now, whether it is chosen or not. */
export function printJobs(
  lists: ReturnType<typeof listPages>,
  pieces: Pieces,
  which: Readonly<Record<'cards' | 'badges', Which>>,
  options: PrintOptions,
): PrintJob[] {
  const cards = which.cards === 'all' ? pieces.cards : pieces.newCards;
  const badges = which.badges === 'all' ? pieces.badges : pieces.newBadges;
  const none = { cards: [], badges: [] };
  return SHEETS.map((sheet): PrintJob => {
    if (sheet !== 'cards' && sheet !== 'badges') return { sheet, paper: 'a4', pages: lists[sheet], ...none };
    const { onPage, paper } = FORMATS[options[sheet]];
    const pages = Math.ceil((sheet === 'cards' ? cards : badges).length / onPage);
    return { sheet, paper, pages, ...none, ...(sheet === 'cards' ? { cards } : { badges }) };
  });
}
