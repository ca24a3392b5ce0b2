import { cutIntoPages, peoplePages, tablePages } from '@lapwing/shared/paper/pages';
import { NO_PAPER, type Paper, staleSheets } from '@lapwing/shared/paper/sheets';
import type { TableRound } from '@lapwing/shared/paper/table-lists';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../live/evening.ts';

const round = (students: number, mentors = 1): TableRound => ({
  ...{ round: 1, startsAt: at(0), endsAt: at(600), spare: 0 },
  mentors: Array.from({ length: mentors }, (_, n) => `Mentor ${n}`),
  students: Array.from({ length: students }, (_, n) => `Student ${n}.`),
});
const pagesFor = (rounds: readonly TableRound[]): number[] =>
  tablePages({ number: 1, name: 'Avocet', rounds }).map((page) => page.length);

describe('pages', () => {
  it('keep order, tear and lose nothing, and hold no more than fits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 130 })), (heights) => {
        const pages = cutIntoPages(heights, (height) => height, 100);
        expect(pages.flat()).toEqual(heights);
        for (const page of pages) {
          const full = page.reduce((sum, height) => sum + height, 0);
          expect(page.length === 1 || full <= 100).toBe(true);
        }
        // whatever begins a page did not fit on the one before
        for (const [index, page] of pages.entries()) {
          const before = pages[index - 1];
          if (before) expect(before.reduce((sum, height) => sum + height, page[0] ?? 0)).toBeGreaterThan(100);
        }
      }),
    );
  });

  it('an ordinary table has one: six rounds of two mentors and eight students', () => {
    expect(pagesFor(Array.from({ length: 6 }, () => round(8, 2)))).toEqual([6]);
  });

  it('twenty rounds of fifty students go on on further pages', () => {
    const pages = pagesFor(Array.from({ length: 20 }, () => round(50)));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.reduce((sum, rounds) => sum + rounds, 0)).toBe(20);
  });

  it('everybody: 36 people a page', () => {
    const rows = Array.from({ length: 73 }, (_, n) => ({ name: `P${n}`, role: 'student' as const, tables: [n] }));
    expect(peoplePages(rows).map((page) => page.length)).toEqual([36, 36, 1]);
    expect(peoplePages([])).toEqual([]);
  });
});

describe('the paper in the room', () => {
  const print = (sheet: 'tables' | 'run', planVersion: number) => ({
    sheet,
    planVersion,
    at: at(0),
    by: 'Mei',
    mark: '',
  });
  const paper: Paper = { ...NO_PAPER, sheets: [print('tables', 3), print('run', 5)] };

  it('is stale sheet by sheet, when it is of another plan than the one people follow', () => {
    expect(staleSheets(paper, 5)).toEqual([print('tables', 3)]);
    expect(staleSheets(paper, 3)).toEqual([print('run', 5)]);
    expect(staleSheets(paper, 6)).toHaveLength(2);
  });

  it('is never stale where there is none, nobody uses it, or no plan is followed', () => {
    expect(staleSheets(NO_PAPER, 5)).toEqual([]);
    expect(staleSheets({ ...paper, inUse: false }, 6)).toEqual([]);
    expect(staleSheets(paper, 0)).toEqual([]);
  });
});
