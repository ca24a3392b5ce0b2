import { EARLIEST_ALL_HERE } from '@lapwing/shared/live/state';
import { Icon } from '../kit/Icon.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

/** Once people had time to walk: one tap says that this table sits. */
export function AllHere({ view, table, acts }: { view: PhoneView; table: number; acts: PhoneActs }) {
  const { phase } = view.shown;
  if (phase.kind !== 'moving' || view.now === null || view.now - phase.startsAt < EARLIEST_ALL_HERE) return null;
  const { round } = phase;
  const said = view.allHere === round;
  return (
    <div class="all-here">
      <div role="status">
        {said ? (
          <p>
            <Icon name="check" />
            {t('phone.all-here.done', { number: table })}
          </p>
        ) : null}
      </div>
      {said ? null : (
        <button type="button" onClick={() => acts.sayAllHere(round)}>
          <Icon name="people" />
          {t('phone.all-here', { number: table })}
        </button>
      )}
    </div>
  );
}
