import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Sheet } from '@lapwing/shared/paper/sheets';
import { printHash } from '../place.ts';

/** The code of the page to print, which the live page fetches ahead. */
export const loadPrint = () => import('./PrintPage.tsx');

/** Goes to the page to print, for one sheet or all. */
export function toPrint(id: EventId, sheet: Sheet | null): void {
  location.hash = printHash(id, sheet);
}
