import type { EventDetail, PlanView } from '@lapwing/shared/protocol/api';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import type { Picked } from './EditStrip.tsx';
import { areLocked, lockableSeats, useLocks } from './locks.ts';
import type { PlanDesk } from './plan-desk.ts';

interface Props {
  readonly store: EventStore;
  readonly event: EventDetail;
  readonly plan: PlanView;
  readonly desk: PlanDesk;
  readonly picked: Picked;
}

/** Locks the seat of whoever is picked, or all seats of its cell, for every plan that is made from here on. */
export function LockButtons({ store, event, plan, desk, picked }: Props) {
  const { change, refusal } = useLocks(store);
  const seats = lockableSeats(desk.now.schedule, picked, event.settings.whoMoves);
  // a seat that is not kept yet may still be put back
  const kept = lockableSeats(plan.schedule, picked, event.settings.whoMoves);
  if (!seats || seats.own.table !== kept?.own.table) return null;
  const locks = store.locks.value;
  const toggle = (which: readonly (typeof seats.own)[]) => {
    const locked = areLocked(locks, which);
    return {
      type: 'button',
      'aria-pressed': locked,
      onClick: () => change(locked ? { unlock: which } : { lock: which }),
    } as const;
  };
  return (
    <div class="lock-buttons">
      <div class="button-row">
        <button {...toggle([seats.own])}>
          <Icon name="lock" /> {t('lock.seat')}
        </button>
        {kept.cell.length > 1 ? (
          <button {...toggle(kept.cell)}>
            <Icon name="lock" /> {t('lock.cell', { count: kept.cell.length, table: desk.names.table(kept.own.table) })}
          </button>
        ) : null}
      </div>
      <p class="quiet">{t('lock.hint')}</p>
      <RefusalNote code={refusal} />
    </div>
  );
}
