import type { Result } from '@lapwing/shared/kernel/result';
import type { Db } from './connection.ts';

/** The handle repositories work with: the database itself, or inside `transact` the open transaction. */
export type Tx = Pick<Db, 'select' | 'insert' | 'update' | 'delete'>;

class RolledBack extends Error {}

/**
 * Runs `work` in one immediate, synchronous transaction: committed when it answers ok, rolled back when it refuses or throws.
 * @throws whatever `work` or the commit throws
 */
export function transact<Value, Reason>(db: Db, work: (tx: Tx) => Result<Value, Reason>): Result<Value, Reason> {
  let answer: Result<Value, Reason> | undefined;
  try {
    db.transaction(
      (tx) => {
        answer = work(tx);
        if (!answer.ok) throw new RolledBack();
      },
      { behavior: 'immediate' },
    );
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  return answer as Result<Value, Reason>;
}
