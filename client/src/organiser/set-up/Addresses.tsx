import type { EventDetail } from '@lapwing/shared/protocol/api';
import { QrCode } from '../../kit/JoinBlock.tsx';
import { CopyAddress } from '../shell/CopyAddress.tsx';
import { t } from '../words.ts';
import { LinkHost } from './LinkHost.tsx';

/** What the room opens: the join page for phones, the display for the projector. */
export function Addresses({ event, onChosen }: { event: EventDetail; onChosen: () => void }) {
  return (
    <section class="card addresses" aria-labelledby="addresses-heading">
      <h3 id="addresses-heading">{t('addresses.heading')}</h3>
      <LinkHost address={event.links.join} onChosen={onChosen} />
      <div class="address">
        <QrCode text={event.links.join} />
        <div>
          <CopyAddress label={t('addresses.join')} address={event.links.join} />
          <p class="quiet">{t('addresses.join.what', { code: event.roomCode })}</p>
        </div>
      </div>
      <div class="address">
        <QrCode text={event.links.display} />
        <div>
          <CopyAddress label={t('addresses.display')} address={event.links.display} />
          <p class="quiet">
            {t('addresses.display.what')}{' '}
            <a href={event.links.display} target="_blank" rel="noreferrer">
              {t('addresses.display.open')}
            </a>
          </p>
        </div>
      </div>
    </section>
  );
}
