import type { Attendee } from '@lapwing/shared/event/roster';
import { dateText } from '../../kit/figures.ts';
import { t } from '../words.ts';

/** When somebody agreed that their answers are used, here or where they signed up, and what they agreed to besides. */
export function Agreed({ person, timeZone }: { person: Attendee; timeZone: string }) {
  const { consents, photo, adult, offWalls } = person.registration;
  if (consents.run === undefined) return null;
  const said = [
    ...(['publicCard', 'guide', 'introductions', 'keep'] as const).flatMap((consent) =>
      consents[consent] === undefined ? [] : [t(`people.agreed.${consent}`)],
    ),
    ...(photo === 'yes' ? [] : [t('people.noPhotos')]),
    ...(offWalls ? [t('people.offWalls')] : []),
    ...(adult === false ? [t('people.under18')] : []),
  ];
  return (
    <small class="agreed">
      {[t('people.registered', { date: dateText(consents.run, timeZone) }), ...said].join(' · ')}
    </small>
  );
}
