import type { ColumnChoice } from '@lapwing/shared/roster-import/read-roster';
import { forgetSetting, listSettings, saveSetting } from '../db/repositories/settings.ts';
import type { Tx } from '../db/transact.ts';
import type { FileChanges, ReadJob } from '../reader/job.ts';

const PREFIX = 'columns:';

/** What organisers chose for the columns of earlier files, by header: the next file like one of them is read so. */
export const rememberedColumns = (tx: Tx): ReadJob['remembered'] =>
  Object.fromEntries(
    listSettings(tx, PREFIX).map(({ key, value }) => [key.slice(PREFIX.length), JSON.parse(value) as ColumnChoice]),
  );

/** Remembers what a file's columns were taken for, where that is not what we guess anyway. */
export function rememberColumns(tx: Tx, { headerKey, guessed, subjects, role }: FileChanges): void {
  const key = `${PREFIX}${headerKey}` as const;
  const asGuessed = subjects.every((subject, column) => subject === guessed[column]);
  if (asGuessed) forgetSetting(tx, key);
  else saveSetting(tx, key, JSON.stringify({ subjects, role } satisfies ColumnChoice));
}
