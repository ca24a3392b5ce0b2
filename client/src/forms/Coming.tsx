import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import { useState } from 'preact/hooks';
import { clockText, dateText } from '../kit/figures.ts';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { Sure } from '../kit/Sure.tsx';
import type { DetailsProps } from './MyDetails.tsx';
import { SURE_LOOK } from './sure-look.ts';
import { t } from './words.ts';

/** How somebody stands, with the one button that changes it. Whoever cancels is asked once; it can be taken back until the start. */
export function Coming({ details, acts }: DetailsProps) {
  const { standing, placesLeft, open, role, mayComeBack, keptUntil } = details;
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
  const isTheirs = standing === 'active' && keptUntil === null;
  const tone = isTheirs ? 'ok' : coming ? 'warn' : 'plain';
  const back = role === 'mentor' || placesLeft !== 0 ? 'details.back' : 'details.back.waiting';
  return (
    <>
      <div role="status">
        <StatusStrip tone={tone} icon={isTheirs ? 'check' : coming ? 'clock' : 'cross'}>
          {standingWords(details)}
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

/** How they stand, and whether it takes a yes in the mail. */
function standingWords({ standing, place, keptUntil, asked, mayComeBack, timeZone }: OwnDetails): string {
  if (standing === 'waiting') return t(asked ? 'details.waiting.asked' : 'details.waiting', { place: place ?? 0 });
  if (standing === 'active' && keptUntil !== null)
    return t('details.kept-place', { date: dateText(keptUntil, timeZone), time: clockText(keptUntil, timeZone) });
  return t(mayComeBack ? `details.${standing}` : 'details.takenOff');
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
