import { isInventedKeeper } from '@lapwing/shared/community/invented';
import { type Keeper, NO_KEEPER } from '@lapwing/shared/community/keeper';
import type { Tx } from '../transact.ts';
import { forgetSetting, readSetting, saveSetting } from './settings.ts';

const KEY = 'community-keeper';

/** Whose community it is, as an organiser said; NO_KEEPER where nobody did. */
export function findKeeper(tx: Tx): Keeper {
  const kept = readSetting(tx, KEY);
  return kept === null ? NO_KEEPER : (JSON.parse(kept) as Keeper);
}

/** The same as mails say it: nobody, while the demo alone says who it is, since no answer would reach them (C23). */
export function keeperInMails(tx: Tx): Keeper {
  const keeper = findKeeper(tx);
  return isInventedKeeper(keeper) ? NO_KEEPER : keeper;
}

/** Null: nobody says any more. */
export const saveKeeper = (tx: Tx, keeper: Keeper | null): void =>
  keeper === null ? forgetSetting(tx, KEY) : saveSetting(tx, KEY, JSON.stringify(keeper));
