import { clockText } from '../kit/figures.ts';
import { Icon } from '../kit/Icon.tsx';
import type { Also, DeviceActs } from './other-devices.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

/** Above the card, so that it is seen at once: this page is open on a further device, and one tap puts that out. */
export function AlsoOpened({ view, also, acts }: { view: PhoneView; also: Also; acts: DeviceActs }) {
  const time = clockText(also.at, view.card.timeZone);
  const out = also.is === 'out';
  const done = out || also.is === 'stays';
  return (
    <section class="also">
      <p role="status">
        <Icon name="phone" />
        <b>
          {t(out ? 'phone.also.out' : 'phone.also', { time })} {also.is === 'failed' ? t('phone.also.failed') : null}
          {also.is === 'stays' ? t('phone.also.stays') : null}
        </b>
      </p>
      {done ? null : (
        <button type="button" onClick={() => void acts.notMe()}>
          {t('phone.also.not-me')}
        </button>
      )}
      <button type="button" onClick={() => acts.noteDevice()}>
        {t(done ? 'phone.news.ok' : 'phone.also.known')}
      </button>
    </section>
  );
}
