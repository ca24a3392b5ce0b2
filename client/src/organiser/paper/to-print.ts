import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Sheet } from '@lapwing/shared/paper/sheets';
import { printHash } from '../place.ts';

/** The code of the page to print, which the live page fetches ahead. */
export const loadPrint = () => import('./PrintPage.tsx');

/** Goes to the page to print, with those sheets chosen; null for those that run the evening alone. */
export function toPrint(id: EventId, sheets: readonly Sheet[] | null): void {
  location.hash = printHash(id, sheets);
}
