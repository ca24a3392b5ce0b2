import type { Met } from '@lapwing/shared/protocol/messages';
import { Icon } from '../kit/Icon.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

export interface PickProps {
  view: PhoneView;
  person: Pick<Met, 'id' | 'name'>;
  acts: PhoneActs;
}

/** At an evening with people under 18 there are stars alone, and until the server was heard nobody knows. */
export const offersIntroductions = ({ picks }: PhoneView): boolean =>
  picks.introductions === 'ask' || picks.introductions === 'agreed';

/** What can be said of somebody with one tap, and taken back with another: a star for oneself, and to be introduced. */
export function PickButtons({ view, person: { id, name }, acts, settled = false }: PickProps & { settled?: boolean }) {
  const { star = false, wish = null } = view.picks.of[id] ?? {};
  const wants = wish === 'introduce';
  return (
    <>
      <button
        type="button"
        aria-pressed={star}
        aria-label={t('phone.pick.star.about', { name })}
        onClick={() => acts.sayPick(id, { star: !star })}
      >
        <Icon name="star" filled={star} />
        {t('phone.pick.star')}
      </button>
      {offersIntroductions(view) && !settled ? (
        <button
          type="button"
          aria-pressed={wants}
          aria-label={t('phone.pick.introduce.about', { name })}
          onClick={() => acts.sayPick(id, { wish: wants ? null : 'introduce' })}
        >
          <Icon name="people" />
          {t('phone.pick.introduce')}
        </button>
      ) : null}
    </>
  );
}
