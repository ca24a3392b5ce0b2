import { useState } from 'preact/hooks';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import type { DetailsProps } from './MyDetails.tsx';
import { t } from './words.ts';

/** How somebody stands, with the one button that changes it. Cancelling can be taken back until the start. */
export function Coming({ details, acts }: DetailsProps) {
  const { standing, place, placesLeft, open, role } = details;
  const [sending, setSending] = useState(false);
  const coming = standing !== 'cancelled';
  async function say(): Promise<void> {
    if (sending) return;
    setSending(true);
    await acts.say(!coming);
    setSending(false);
  }
  const tone = standing === 'active' ? 'ok' : standing === 'waiting' ? 'warn' : 'plain';
  const back = role === 'mentor' || placesLeft !== 0 ? 'details.back' : 'details.back.waiting';
  return (
    <>
      <div role="status">
        <StatusStrip tone={tone} icon={standing === 'active' ? 'check' : standing === 'waiting' ? 'clock' : 'cross'}>
          {standing === 'waiting' ? t('details.waiting', { place: place ?? 0 }) : t(`details.${standing}`)}
        </StatusStrip>
      </div>
      {open ? (
        <div class="f-buttons">
          <button type="button" class={coming ? 'f-other' : 'f-main'} aria-disabled={sending} onClick={say}>
            {t(coming ? (standing === 'waiting' ? 'details.leave' : 'details.cancel') : back)}
          </button>
        </div>
      ) : (
        <p>{t('details.over')}</p>
      )}
    </>
  );
}
