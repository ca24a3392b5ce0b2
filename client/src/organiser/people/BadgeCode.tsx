import { spacedBadge } from '@lapwing/shared/event/badge';
import type { Attendee } from '@lapwing/shared/event/roster';
import { QrCode } from '../../kit/JoinBlock.tsx';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';

/** What the desk scans. It says who somebody is to the desk alone, and opens nothing. */
export function BadgeCode({ store, person }: { store: EventStore; person: Attendee }) {
  const join = store.detail.value?.links.join;
  if (!join || person.badgeCode === '') return null;
  return (
    <section class="badge-code" aria-labelledby="badge-heading">
      <h3 id="badge-heading">{t('badge.heading')}</h3>
      <p>{t('badge.what')}</p>
      <QrCode text={`${new URL(join).origin}/b/${person.badgeCode}`} class="badge-qr" />
      <p class="k-face badge-text" translate={false}>
        {spacedBadge(person.badgeCode)}
      </p>
    </section>
  );
}
