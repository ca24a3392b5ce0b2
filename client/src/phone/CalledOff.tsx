import type { CancelledNotice } from '@lapwing/shared/event/cancelled';
import { clockText, dateText } from '../kit/figures.ts';
import { Name } from '../kit/Name.tsx';
import { SignCard } from '../kit/SignCard.tsx';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

/** The evening does not take place: why, what to do, whom to ask. */
export function CalledOff({ view, notice }: { view: PhoneView; notice: CancelledNotice }) {
  const { startsAt, timeZone, place } = view.card;
  const { reason, contactName, contactEmail } = notice;
  return (
    <SignCard class="seat">
      <div class="seat-now">
        <h2 class="note-title">{t('phone.off')}</h2>
        <p class="off-when">
          {t('phone.when', { date: dateText(startsAt, timeZone), time: clockText(startsAt, timeZone) })}
          {place === '' ? null : (
            <>
              {' · '}
              <Name of={place} />
            </>
          )}
        </p>
        {reason === '' ? null : <p class="seat-words">{t('phone.off.why', { reason })}</p>}
        <p class="seat-more">{t('phone.off.do')}</p>
        {hasBegun(view) ? <p class="seat-more">{t('phone.off.begun')}</p> : null}
        {contactEmail === '' ? null : (
          <p class="seat-more">
            {t('phone.off.ask')} <Name of={contactName} />{' '}
            <a translate={false} href={`mailto:${contactEmail}`}>
              {contactEmail}
            </a>
          </p>
        )}
      </div>
    </SignCard>
  );
}

/** Somebody has talked to somebody already. */
export const hasBegun = ({ moment }: Pick<PhoneView, 'moment'>): boolean => moment.begun.some((at) => at !== null);
