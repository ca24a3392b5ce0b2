import type { EventDetail } from '@lapwing/shared/protocol/api';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import { type EventStore, hasStarted } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { t } from '../words.ts';
import { Addresses } from './Addresses.tsx';
import { CalendarNewsNote } from './CalendarNewsNote.tsx';
import { CancelCard } from './CancelCard.tsx';
import { ChecklistCard } from './ChecklistCard.tsx';
import { InvitationCard } from './InvitationCard.tsx';
import { PrivacyCard } from './PrivacyCard.tsx';
import { RehearseButton } from './RehearseButton.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import './set-up.css';

/** What is over cannot be cancelled. */
const hasFinished = ({ live }: EventStore): boolean => live.moment.value?.phase.kind === 'finished';

/** When, where, how long; what is missing before the night; the addresses for the room. */
export function SetUp({ store }: SectionProps) {
  const event: EventDetail | null = store.detail.value;
  if (!event) return null;
  return (
    <div class="page set-up">
      <div class="page-head">
        <h2>{t('set-up.heading')}</h2>
        <span class="grow" />
        <a class="page-link" href={sectionHash(store.id, 'audit')}>
          <Icon name="clock" /> {t('section.audit')}
        </a>
      </div>
      <div class="set-up-columns">
        <div class="set-up-main">
          <CalendarNewsNote event={event} />
          <SettingsForm store={store} event={event} />
          {event.rehearsal ? (
            <p class="card">{t('set-up.rehearsal')}</p>
          ) : (
            <InvitationCard store={store} event={event} />
          )}
        </div>
        <div class="set-up-side">
          {event.cancelled ? (
            <CancelCard key="cancel" store={store} event={event} />
          ) : (
            <ChecklistCard store={store} event={event} />
          )}
          {hasStarted(store) ? null : <RehearseButton event={event} />}
          <PrivacyCard store={store} timeZone={event.settings.timeZone} />
          <Addresses event={event} onChosen={() => void store.refresh()} />
          {event.cancelled || hasFinished(store) ? null : <CancelCard key="cancel" store={store} event={event} />}
        </div>
      </div>
    </div>
  );
}
