import type { TableOnFloor } from '@lapwing/shared/protocol/messages';
import { t } from './kit-words.ts';

/** Where a table stands, for somebody who faces the screen. */
export interface Place {
  /** Counted from the front, from 1; `only`: there is just one row. */
  readonly row: number | 'front' | 'back' | 'only';
  /** `alone`: the only table of its row. `count` from 1. */
  readonly position: { readonly from: 'left' | 'right'; readonly count: number } | 'middle' | 'alone';
}

/** Nobody counts further than this from the left when the right is nearer. */
const COUNTED_FROM_LEFT = 3;

/** The place of table `number` among `tables`; null when it is not on the floor. Rows and places count tables, not gaps. */
export function placeOf(tables: readonly TableOnFloor[], number: number): Place | null {
  const table = tables.find((one) => one.number === number);
  if (!table) return null;
  const rows = [...new Set(tables.map((one) => one.row))].sort((a, b) => a - b);
  const inRow = tables.filter((one) => one.row === table.row).sort((a, b) => a.column - b.column);
  const columns = tables.map((one) => one.column);
  const reach = {
    left: inRow[0]?.column === Math.min(...columns),
    right: inRow.at(-1)?.column === Math.max(...columns),
  };
  return {
    row: rowOf(rows.indexOf(table.row), rows.length),
    position: positionOf(inRow.indexOf(table), inRow.length, reach),
  };
}

function rowOf(index: number, count: number): Place['row'] {
  if (count === 1) return 'only';
  if (index === 0) return 'front';
  return index === count - 1 ? 'back' : index + 1;
}

/** `reach`: whether the row goes to the edges of the floor. In a short row people count from the edge that it has. */
function positionOf(index: number, count: number, reach: { left: boolean; right: boolean }): Place['position'] {
  if (count === 1) return 'alone';
  if (reach.left && !reach.right) return { from: 'left', count: index + 1 };
  if (reach.right && !reach.left) return { from: 'right', count: count - index };
  if (index * 2 === count - 1) return 'middle';
  const fromLeft = index + 1;
  const fromRight = count - index;
  const nearRight = fromRight === 1 || (fromLeft > COUNTED_FROM_LEFT && fromRight < fromLeft);
  return nearRight ? { from: 'right', count: fromRight } : { from: 'left', count: fromLeft };
}

/** "Front row, third from the left"; '' for a table that is not on the floor, or the only one. */
export function placeInWords(tables: readonly TableOnFloor[], number: number): string {
  const place = placeOf(tables, number);
  if (!place) return '';
  const position = positionWords(place.position);
  if (place.row === 'only') return position.charAt(0).toUpperCase() + position.slice(1);
  const row = rowWords(place.row);
  return position === '' ? row : t('kit.place.both', { row, position });
}

function rowWords(row: number | 'front' | 'back'): string {
  if (row === 'front') return t('kit.place.front');
  return row === 'back' ? t('kit.place.back') : t('kit.place.row', { row });
}

function positionWords(position: Place['position']): string {
  if (position === 'alone') return '';
  if (position === 'middle') return t('kit.place.middle');
  return t(position.from === 'left' ? 'kit.place.left' : 'kit.place.right', { count: position.count });
}
