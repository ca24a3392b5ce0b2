import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import { useState } from 'preact/hooks';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { Sure } from '../kit/Sure.tsx';
import type { DetailsProps } from './MyDetails.tsx';
import { SURE_LOOK } from './sure-look.ts';
import { t } from './words.ts';

/** How somebody stands, with the one button that changes it. Whoever cancels is asked once; it can be taken back until the start. */
export function Coming({ details, acts }: DetailsProps) {
  const { standing, place, placesLeft, open, role, mayComeBack } = details;
  const [sending, setSending] = useState(false);
  const [asking, setAsking] = useState(false);
  const coming = standing !== 'cancelled';
  async function say(): Promise<void> {
    if (sending) return;
    setSending(true);
    await acts.say(!coming);
    setSending(false);
    setAsking(false);
  }
  const tone = standing === 'active' ? 'ok' : standing === 'waiting' ? 'warn' : 'plain';
  const back = role === 'mentor' || placesLeft !== 0 ? 'details.back' : 'details.back.waiting';
  return (
    <>
      <div role="status">
        <StatusStrip tone={tone} icon={standing === 'active' ? 'check' : standing === 'waiting' ? 'clock' : 'cross'}>
          {standing === 'waiting'
            ? t('details.waiting', { place: place ?? 0 })
            : t(mayComeBack ? `details.${standing}` : 'details.takenOff')}
        </StatusStrip>
      </div>
      {open && asking && coming ? (
        // a place may be somebody else's a moment later, so one tap does not give it up
        <Sure
          question={t(standing === 'waiting' ? 'details.ask.waiting' : 'details.ask')}
          no={t('details.ask.keep')}
          yes={t('details.ask.yes')}
          sending={sending}
          onNo={() => setAsking(false)}
          onYes={say}
          look={SURE_LOOK}
        />
      ) : open && !mayComeBack ? (
        <AskOrganiser details={details} />
      ) : open ? (
        <div class="f-buttons">
          <button
            type="button"
            class={coming ? 'f-other' : 'f-main'}
            aria-disabled={sending}
            onClick={coming ? () => setAsking(true) : say}
          >
            {t(coming ? (standing === 'waiting' ? 'details.leave' : 'details.cancel') : back)}
          </button>
        </div>
      ) : (
        <p>{t('details.over')}</p>
      )}
    </>
  );
}

/** A button would only be refused: who took them off the list is who can let them in again. */
const AskOrganiser = ({ details: { contactName, contactEmail } }: { details: OwnDetails }) => (
  <p>
    {contactName === '' ? t('details.takenOff.ask') : t('details.takenOff.write', { name: contactName })}
    {contactEmail === '' ? null : (
      <>
        {' '}
        <a translate={false} href={`mailto:${contactEmail}`}>
          {contactEmail}
        </a>
      </>
    )}
  </p>
);
