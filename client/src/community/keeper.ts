import { type Keeper, NO_KEEPER } from '@lapwing/shared/community/keeper';

let keeper: Keeper = NO_KEEPER;

/** Whose community the page is of (C20). */
export const keeperOfPage = (): Keeper => keeper;

/** Says it, before anything is drawn. */
export function setKeeper(whose: Keeper): void {
  keeper = whose;
}

/** What came with the page; a page of a development server comes without. */
export function keeperInPage(): Keeper {
  const inlined = document.getElementById('opening')?.textContent;
  return inlined ? (JSON.parse(inlined) as Keeper) : NO_KEEPER;
}
