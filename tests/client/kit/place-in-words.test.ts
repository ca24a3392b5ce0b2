import { describe, expect, it } from 'vitest';
import { tables } from '../../../client/src/gallery/fixtures.ts';
import { placeInWords, placeOf } from '../../../client/src/kit/place-in-words.ts';

const at = (number: number, column: number, row: number) => ({ number, name: 'Heron', column, row });

describe('place in words', () => {
  it.each([
    [3, 'Front row, third from the left'],
    [1, 'Front row, on the far left'],
    [4, 'Front row, on the far right'],
    [6, 'Second row, second from the left'],
    [12, 'Back row, on the far right'],
  ])('table %d of twelve stands: %s', (number, words) => {
    expect(placeInWords(tables(12), number)).toBe(words);
  });

  it('counts from the nearer side in a long row', () => {
    const row = Array.from({ length: 8 }, (_, index) => at(index + 1, index, 0));
    expect(placeOf(row, 4)?.position).toEqual({ from: 'left', count: 4 });
    expect(placeOf(row, 6)?.position).toEqual({ from: 'right', count: 3 });
    expect(placeInWords(row, 7)).toBe('Second from the right');
  });

  it('names the middle of an odd row', () => {
    const row = [at(1, 0, 0), at(2, 1, 0), at(3, 2, 0), at(4, 0, 1)];
    expect(placeInWords(row, 2)).toBe('Front row, in the middle');
  });

  it('counts a short row from the edge that it has, as the map shows it', () => {
    const floor = [at(1, 0, 0), at(2, 1, 0), at(3, 2, 0), at(4, 3, 0), at(5, 0, 1), at(6, 1, 1)];
    expect(placeInWords(floor, 6)).toBe('Back row, second from the left');
    const right = [at(1, 0, 0), at(2, 1, 0), at(3, 2, 0), at(4, 3, 0), at(5, 2, 1), at(6, 3, 1)];
    expect(placeInWords(right, 5)).toBe('Back row, second from the right');
  });

  it('counts tables, not gaps in the grid', () => {
    const gaps = [at(1, 2, 3), at(2, 5, 3), at(3, 9, 3), at(4, 12, 3), at(5, 2, 7), at(6, 2, 9)];
    expect(placeInWords(gaps, 2)).toBe('Front row, second from the left');
    expect(placeInWords(gaps, 5)).toBe('Second row');
    expect(placeInWords(gaps, 6)).toBe('Back row');
  });

  it('says nothing about a table that stands alone or nowhere', () => {
    expect(placeInWords([at(1, 0, 0)], 1)).toBe('');
    expect(placeInWords(tables(12), 99)).toBe('');
  });
});
