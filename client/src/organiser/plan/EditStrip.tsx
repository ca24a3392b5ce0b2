import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PlanView } from '@lapwing/shared/protocol/api';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import { LockButtons } from './LockButtons.tsx';
import { MoveForm } from './MoveForm.tsx';
import { PriceList } from './PriceList.tsx';
import type { PlanDesk } from './plan-desk.ts';

/** Somebody in one round, chosen to be moved. */
export interface Picked {
  readonly round: number;
  readonly person: AttendeeId;
}

interface Props {
  readonly store: EventStore;
  readonly plan: PlanView;
  readonly desk: PlanDesk;
  readonly event: Parameters<typeof MoveForm>[0]['event'];
  readonly picked: Picked | null;
  readonly busy: boolean;
  readonly onPick: (picked: Picked | null) => void;
  readonly onKeep: () => void;
  /** Ends changing by hand; the changes stay. */
  readonly onDone: () => void;
}

/** Lies under the grid while the plan is changed by hand: how to, what all changes cost, keep or put back. */
export function EditStrip({ store, plan, desk, event, picked, busy, onPick, onKeep, onDone }: Props) {
  const broken = (desk.total?.broken.length ?? 0) > 0;
  return (
    <section class="edit-strip" aria-label={t('edit.label')}>
      {picked ? <MoveForm key={`${picked.round} ${picked.person}`} {...{ desk, event, picked, onPick }} /> : null}
      {picked ? <LockButtons {...{ store, event, plan, desk, picked }} /> : null}
      {picked ? null : <p class="quiet">{t('edit.how')}</p>}
      <div role="status">
        {desk.total ? (
          <>
            <b>{t('edit.changes', { count: desk.steps })}</b> <PriceList price={desk.total} names={desk.names} />
            {broken ? <p class="edit-broken">{t('edit.broken')}</p> : null}
          </>
        ) : null}
      </div>
      <div class="button-row">
        {desk.total ? (
          <>
            <button
              type="button"
              class="primary"
              aria-busy={busy}
              aria-disabled={broken}
              onClick={() => (broken ? undefined : onKeep())}
            >
              {t('edit.keep')}
            </button>
            <button type="button" onClick={desk.putBack}>
              <Icon name="undo" /> {t('edit.put-back')}
            </button>
            {desk.steps > 1 ? (
              <button type="button" onClick={desk.putAllBack}>
                {t('edit.put-all-back')}
              </button>
            ) : null}
          </>
        ) : picked ? null : (
          <button type="button" onClick={onDone}>
            {t('edit.done')}
          </button>
        )}
      </div>
    </section>
  );
}
