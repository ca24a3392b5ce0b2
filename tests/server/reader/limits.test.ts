import { describe, expect, it } from 'vitest';
import type { ReadJob } from '../../../server/src/reader/job.ts';
import { newWatch, type RosterReader, workerReader } from '../../../server/src/reader/reader.ts';
import { EMPTY_ROSTER } from '../../../server/src/reader/roster-text.ts';
import { bytesOf, refusalOf } from '../../shared/roster-import/files.ts';
import { sparseWorkbook, wordyWorkbook } from '../../support/workbook.ts';

const unexpected = (error: unknown): never => {
  throw error;
};
const jobOf = (bytes: Uint8Array): ReadJob => ({
  bytes,
  map: null,
  remembered: {},
  roster: EMPTY_ROSTER,
  here: [],
  at: 0 as never,
});
const read = (reader: RosterReader, bytes: Uint8Array) =>
  reader.changes(jobOf(bytes), newWatch(new AbortController().signal));
const PEOPLE = bytesOf('Name,Email\nAda,ada@x.example\n');
/** More than may read at once: each that ends must make room for the next. */
const ALL_AT_ONCE = 3;

/** Threads of this process that do something. */
const threads = (): number => process.getActiveResourcesInfo().filter((what) => what === 'MessagePort').length;

describe('a thread that reads has limits', () => {
  it('of time: it is ended, the limit and what to do are told, and the next file is read', async () => {
    const limits = { withinMs: 100, mostMegabytes: 256 };
    const reader = workerReader(unexpected, limits);
    const before = threads();
    const answers = Array.from({ length: ALL_AT_ONCE }, () => read(reader, wordyWorkbook()));
    for (const answer of await Promise.all(answers))
      expect(refusalOf(answer)).toEqual({
        code: 'file-unreadable',
        details: { found: 'too-slow', remedy: 'export-as-csv', seconds: 0.1 },
      });
    limits.withinMs = 10_000;
    expect((await read(reader, PEOPLE)).ok).toBe(true);
    await expect.poll(threads, { message: 'threads that go on' }).toBe(before);
  });

  it('of memory: it is ended, the limit and what to do are told, and the next file is read', async () => {
    const limits = { withinMs: 60_000, mostMegabytes: 32 };
    const reader = workerReader(unexpected, limits);
    expect(refusalOf(await read(reader, sparseWorkbook(20)))).toEqual({
      code: 'file-unreadable',
      details: { found: 'too-heavy', remedy: 'export-as-csv', megabytes: 32 },
    });
    limits.mostMegabytes = 256;
    expect((await read(reader, PEOPLE)).ok).toBe(true);
  });
});
