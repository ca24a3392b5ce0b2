import { ok, type Result } from '@lapwing/shared/kernel/result';
import { type AuditDraft, writeDraft } from './audit-pen.ts';
import type { Db } from './connection.ts';

/** The handle repositories work with: the database itself, or inside `transact` the open transaction. */
export type Tx = Pick<Db, 'select' | 'insert' | 'update' | 'delete'>;

class RolledBack extends Error {}

/**
 * Runs `work` in one immediate, synchronous transaction: committed when it answers ok, rolled back when it refuses or throws.
 * Where an organiser asked for it, the line that says so is written in it.
 * @throws whatever `work` or the commit throws
 */
export function transact<Value, Reason>(db: Db, work: (tx: Tx) => Result<Value, Reason>): Result<Value, Reason> {
  let answer: Result<Value, Reason> | undefined;
  let written: AuditDraft | null = null;
  try {
    db.transaction(
      (tx) => {
        answer = work(tx);
        if (!answer.ok) throw new RolledBack();
        written = writeDraft(tx);
      },
      { behavior: 'immediate' },
    );
  } catch (error) {
    reopen(written);
    if (!(error instanceof RolledBack)) throw error;
  }
  return answer as Result<Value, Reason>;
}

/** What was rolled back was not written. */
function reopen(draft: AuditDraft | null): void {
  if (draft) draft.state = 'open';
}

/**
 * The same for work that cannot refuse.
 * @throws whatever `work` or the commit throws
 */
export function commit<Value>(db: Db, work: (tx: Tx) => Value): Value {
  const done = transact<Value, never>(db, (tx) => ok(work(tx)));
  if (!done.ok) throw new Error('Work that cannot refuse did.');
  return done.value;
}
