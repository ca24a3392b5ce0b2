import type { PersonRow } from './people-list.ts';
import type { MentorRow, SignInRow } from './sign-in-list.ts';
import type { TableList, TableRound } from './table-lists.ts';

/**
 * A4 less its margins holds so much, in millimetres of height; `client/src/organiser/paper/paper.css` draws rows of just
 * these heights, so that the foot stands at the foot of every page whatever browser prints it.
 */
const TABLE_PAGE_MM = 222;
const ROUND_HEAD_MM = 7;
const NAME_ROW_MM = 6.5;
const ROUND_GAP_MM = 3.5;
const MENTORS_ABREAST = 2;
const STUDENTS_ABREAST = 4;
const PEOPLE_ON_PAGE = 36;
const SIGN_INS_ON_PAGE = 30;
const MENTORS_ON_PAGE = 24;

/** Fills page after page with blocks that must not be torn; one that is higher than a page gets a page alone. */
export function cutIntoPages<Block>(
  blocks: readonly Block[],
  heightOf: (block: Block) => number,
  pageHeight: number,
): Block[][] {
  const pages: Block[][] = [];
  let left = 0;
  for (const block of blocks) {
    const height = heightOf(block);
    const page = pages.at(-1);
    if (page === undefined || height > left) {
      pages.push([block]);
      left = pageHeight - height;
    } else {
      page.push(block);
      left -= height;
    }
  }
  return pages;
}

const rowsOf = (count: number, abreast: number): number => Math.ceil(count / abreast);

/** Height of one round on a table list, in millimetres. */
function roundHeight({ mentors, students, spare }: TableRound): number {
  const rows = rowsOf(mentors.length, MENTORS_ABREAST) + rowsOf(students.length + spare, STUDENTS_ABREAST);
  return ROUND_HEAD_MM + NAME_ROW_MM * Math.max(1, rows) + ROUND_GAP_MM;
}

/** The pages of one table; most tables need one. */
export const tablePages = ({ rounds }: TableList): TableRound[][] => cutIntoPages(rounds, roundHeight, TABLE_PAGE_MM);

/** The pages of the people list. */
export const peoplePages = (rows: readonly PersonRow[]): PersonRow[][] => cutIntoPages(rows, () => 1, PEOPLE_ON_PAGE);

/** The pages of the sign-in list; what is left of the last one are empty lines for people who come unannounced. */
export const signInPages = (rows: readonly SignInRow[]): (SignInRow | null)[][] =>
  cutIntoPages(rows, () => 1, SIGN_INS_ON_PAGE).map((page) => padded(page, SIGN_INS_ON_PAGE));

/** The pages of the mentor sheet. */
export const mentorPages = (rows: readonly MentorRow[]): MentorRow[][] => cutIntoPages(rows, () => 1, MENTORS_ON_PAGE);

const padded = <Piece>(pieces: readonly Piece[], length: number): (Piece | null)[] =>
  Array.from({ length }, (_, index) => pieces[index] ?? null);

/**
 * Pieces that are cut out of pages, several of them on each. Whoever cuts the whole stack gets as many piles as there are
 * pieces on a page; laid on each other they are in order.
 */
export function stackedPages<Piece>(pieces: readonly Piece[], onPage: number): (Piece | null)[][] {
  const pages = Math.ceil(pieces.length / onPage);
  return Array.from({ length: pages }, (_, page) =>
    Array.from({ length: onPage }, (__, place) => pieces[place * pages + page] ?? null),
  );
}
