import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttendeeId, MemberId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import Database from 'better-sqlite3';
import { inArray } from 'drizzle-orm';
import { writeDurably } from '../durable-file.ts';
import { keyFrom, secretsFrom } from '../secrets.ts';
import { backupsFolder } from './backups.ts';
import type { Db } from './connection.ts';
import { eraseMembers, erasePeople, listErased } from './erase.ts';
import { attendees, members } from './schema.ts';
import { leaveTraces } from './traces.ts';
import { transact } from './transact.ts';

/** Beside the backups: the ids of everybody who was erased, and no name. */
export const erasedFile = (dataDir: string): string => join(backupsFolder(dataDir), 'erased.json');

/** The ids in the file; none where there is no such file. @throws when it is there and no list of ids */
export function readErased(dataDir: string): string[] {
  const file = erasedFile(dataDir);
  if (!existsSync(file)) return [];
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const ids: readonly unknown[] = Array.isArray(read) ? read : [null];
  if (ids.every((id) => typeof id === 'string')) return [...ids];
  throw new Error(
    `${file} is no list of ids. Put the right one there, or delete it: then a backup may bring people back.`,
  );
}

/** Adds everybody whom the database knows to be erased. Nobody ever leaves the list. Idempotent. */
export const writeErased = (db: Db, dataDir: string): void => addErased(dataDir, listErased(db));

function addErased(dataDir: string, ids: readonly string[]): void {
  const known = readErased(dataDir);
  const all = [...new Set([...known, ...ids])];
  if (all.length === known.length) return;
  mkdirSync(backupsFolder(dataDir), { recursive: true, mode: 0o700 });
  writeDurably(erasedFile(dataDir), JSON.stringify(all));
}

/**
 * Before the data is replaced by a backup: what was erased a moment before a crash stands in the data alone. Whatever is
 * wrong with the data, a backup is to come in its place, so only what can be read is taken.
 */
export function saveErasedOf(dataDir: string): void {
  const file = join(dataDir, 'lapwing.db');
  if (!existsSync(file)) return;
  let ids: string[] = [];
  let client: Database.Database | undefined;
  try {
    client = new Database(file, { readonly: true });
    ids = client.prepare('SELECT id FROM erasures').pluck().all() as string[];
  } catch {
    // damaged, or older than erasures
  } finally {
    client?.close();
  }
  addErased(dataDir, ids);
}

/** Erases whoever is on the list and in the data again, as after a restore. @returns how many there were */
export function eraseAgain(db: Db, dataDir: string, at: Instant): number {
  const listed = readErased(dataDir);
  const erasing = { at, by: 'clock' } as const;
  const done = transact<number, never>(db, (tx) => {
    let found = 0;
    for (let from = 0; from < listed.length; from += 500) {
      const ids = listed.slice(from, from + 500);
      const onFile = tx
        .select({ id: members.id })
        .from(members)
        .where(inArray(members.id, ids as MemberId[]))
        .all();
      eraseMembers(
        tx,
        onFile.map(({ id }) => id),
        erasing,
      );
      const people = tx
        .select()
        .from(attendees)
        .where(inArray(attendees.id, ids as AttendeeId[]))
        .all();
      if (people.length > 0) leaveTraces(tx, secretsFrom(keyFrom(dataDir)), people, at);
      erasePeople(
        tx,
        people.map(({ id }) => id),
        erasing,
      );
      found += onFile.length + people.length;
    }
    return ok(found);
  });
  return done.ok ? done.value : 0;
}
