import { clockText } from '../kit/figures.ts';
import { Icon } from '../kit/Icon.tsx';
import type { Also, DeviceActs } from './other-devices.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

/** A quiet line: this page is open on a further device, and it takes one tap to put that out. */
export function AlsoOpened({ view, also, acts }: { view: PhoneView; also: Also; acts: DeviceActs }) {
  const time = clockText(also.at, view.card.timeZone);
  const out = also.is === 'out';
  const done = out || also.is === 'stays';
  return (
    <section class="block own">
      <p role="status">
        {t(out ? 'phone.also.out' : 'phone.also', { time })} {also.is === 'failed' ? t('phone.also.failed') : null}
        {also.is === 'stays' ? t('phone.also.stays') : null}
      </p>
      {done ? null : (
        <button type="button" class="quiet-button" onClick={() => void acts.notMe()}>
          <Icon name="cross" />
          {t('phone.also.not-me')}
        </button>
      )}
      <button type="button" class="quiet-button" onClick={() => acts.noteDevice()}>
        <Icon name="check" />
        {t(done ? 'phone.news.ok' : 'phone.also.known')}
      </button>
    </section>
  );
}
