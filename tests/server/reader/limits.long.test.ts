import { expect, it } from 'vitest';
import { LIMITS, newWatch, type ThreadLimits, workerReader } from '../../../server/src/reader/reader.ts';
import { EMPTY_ROSTER } from '../../../server/src/reader/roster-text.ts';
import { refusalOf } from '../../shared/roster-import/files.ts';
import { sparseWorkbook, wordyWorkbook } from '../../support/workbook.ts';

const SMALL_BYTES = 100_000;

async function why(bytes: Uint8Array, limits?: ThreadLimits): Promise<unknown> {
  expect(bytes.length).toBeLessThan(SMALL_BYTES);
  const reader = workerReader((error) => {
    throw error;
  }, limits);
  const job = { bytes, map: null, remembered: {}, roster: EMPTY_ROSTER, here: [], at: 0 as never };
  return refusalOf(await reader.changes(job, newWatch(new AbortController().signal))).details;
}

it('a file of a few kilobytes that takes minutes is ended after 10 seconds', async () => {
  expect(await why(wordyWorkbook())).toEqual({ found: 'too-slow', remedy: 'export-as-csv', seconds: 10 });
});

it('a file of a few kilobytes that fills the memory is ended at 256 MB', async () => {
  // a busy machine may be slow to fill it
  const patient = { ...LIMITS, withinMs: 60_000 };
  expect(await why(sparseWorkbook(60), patient)).toEqual({
    found: 'too-heavy',
    remedy: 'export-as-csv',
    megabytes: 256,
  });
}, 60_000);
