import { locksNotKept, type SeatLock } from '@lapwing/shared/event/seat-lock';
import type { PlanView } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { listText, t } from '../words.ts';
import { useLocks } from './locks.ts';
import type { Names } from './price-sentences.ts';

/** Nobody reads more names in a line. */
const MOST_NAMED = 6;

/** What is locked, what this plan could not keep, and the way back. */
export function LockNotes({ store, plan, names }: { store: EventStore; plan: PlanView; names: Names }) {
  const { change, refusal } = useLocks(store);
  const [unlocked, setUnlocked] = useState<readonly SeatLock[]>([]);
  const locks = store.locks.value;
  const lost = locksNotKept(plan.schedule, locks);
  const unlock = (which: readonly SeatLock[]): void => {
    setUnlocked(which);
    change({ unlock: which });
  };
  const seatText = ({ person, round, table }: SeatLock): string =>
    t('lock.one', { name: names.person(person), round, table: names.table(table) });
  const more = lost.length - MOST_NAMED;
  return (
    <>
      <RefusalNote code={refusal} />
      {lost.length > 0 ? (
        <Note tone="warn">
          {t('lock.not-kept', {
            count: lost.length,
            seats: listText([
              ...lost.slice(0, MOST_NAMED).map(seatText),
              ...(more > 0 ? [t('lock.more', { count: more })] : []),
            ]),
          })}{' '}
          <button type="button" onClick={() => unlock(lost)}>
            {t('lock.unlock-these')}
          </button>
        </Note>
      ) : null}
      {locks.length > lost.length ? (
        <p class="lock-line">
          <Icon name="lock" /> {t('lock.count', { count: locks.length - lost.length })}{' '}
          <button type="button" onClick={() => unlock(locks)}>
            {t('lock.unlock-all')}
          </button>
        </p>
      ) : null}
      {unlocked.length > 0 && !unlocked.some((seat) => locks.includes(seat)) ? (
        <UndoStrip
          label={t('lock.undo')}
          onUndo={() => {
            change({ lock: unlocked });
            setUnlocked([]);
          }}
        >
          {t('lock.unlocked', { count: unlocked.length })}
        </UndoStrip>
      ) : null}
    </>
  );
}
