import { ok } from '@lapwing/shared/kernel/result';
import type { Db } from '../db/connection.ts';
import { findCommandByKey, findNight, insertCommand, markUndone, saveNight } from '../db/repositories/nights.ts';
import { transact } from '../db/transact.ts';
import type { NightStore } from './engine.ts';

/** Nights in the database: state row, log row and undo mark in one synchronous=FULL transaction. */
export function nightStore(db: Db): NightStore {
  return {
    load: (eventId) => findNight(db, eventId),
    findByKey: (eventId, key) => findCommandByKey(db, eventId, key),
    commit(eventId, night, command, undoneVersion) {
      transact(db, (tx) => {
        saveNight(tx, eventId, night);
        insertCommand(tx, command);
        if (undoneVersion !== null) markUndone(tx, eventId, undoneVersion);
        return ok(undefined);
      });
    },
  };
}
