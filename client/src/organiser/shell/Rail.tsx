import type { EventId } from '@lapwing/shared/kernel/ids';
import { Icon } from '../../kit/Icon.tsx';
import { Mark } from '../../kit/Mark.tsx';
import { EVENTS_HASH, SECTIONS, type Section, sectionHash } from '../place.ts';
import { t } from '../words.ts';

/** The outbox and the private reports are pages of People, the host guide is one of Live. */
const isHere = (each: Section, section: Section): boolean =>
  each === section ||
  (each === 'people' && (section === 'outbox' || section === 'reports')) ||
  (each === 'live' && section === 'guide');

/** The sections of an event, in the order of the work; on a phone the bar at the bottom. */
export function Rail({ id, section }: { id: EventId; section: Section }) {
  return (
    <nav class="rail" aria-label={t('rail.label')}>
      <a class="rail-home" href={EVENTS_HASH} aria-label={t('rail.events')} title={t('rail.events')}>
        <Mark size="34px" dot="var(--move)" />
      </a>
      {SECTIONS.map((each) => (
        <a key={each} href={sectionHash(id, each)} aria-current={isHere(each, section) ? 'page' : undefined}>
          <Icon name={each} />
          {t(`section.${each}`)}
        </a>
      ))}
    </nav>
  );
}
