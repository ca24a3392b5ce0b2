import { Icon } from '../kit/Icon.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

/** What this person told the desk, each with a way to take it back. */
export function Told({ view, acts }: { view: PhoneView; acts: PhoneActs }) {
  const { told } = view;
  return (
    <>
      <div role="status">
        {told.calls.map((kind) => (
          <p class="told" key={kind}>
            <Icon name={told.waiting.includes(kind) ? 'clock' : 'check'} />
            <span>
              {t(told.waiting.includes(kind) && view.status !== 'live' ? 'phone.told.waiting' : `phone.told.${kind}`)}
            </span>
          </p>
        ))}
      </div>
      {told.calls.map((kind) => (
        <button key={kind} type="button" class="quiet-button" onClick={() => acts.tellDesk(kind, false)}>
          <Icon name="undo" />
          {told.calls.length > 1 ? t(`phone.told.back.${kind}`) : t('phone.told.back')}
        </button>
      ))}
    </>
  );
}
