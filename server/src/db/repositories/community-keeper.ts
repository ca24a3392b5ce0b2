import { type Keeper, NO_KEEPER } from '@lapwing/shared/community/keeper';
import type { Tx } from '../transact.ts';
import { forgetSetting, readSetting, saveSetting } from './settings.ts';

const KEY = 'community-keeper';

/** Whose community it is, as an organiser said; NO_KEEPER where nobody did. */
export function findKeeper(tx: Tx): Keeper {
  const kept = readSetting(tx, KEY);
  return kept === null ? NO_KEEPER : (JSON.parse(kept) as Keeper);
}

/** Null: nobody says any more. */
export const saveKeeper = (tx: Tx, keeper: Keeper | null): void =>
  keeper === null ? forgetSetting(tx, KEY) : saveSetting(tx, KEY, JSON.stringify(keeper));
