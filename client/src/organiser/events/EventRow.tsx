import type { EventSummary } from '@lapwing/shared/protocol/api';
import { clockText, dateText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import { sectionHash } from '../place.ts';
import { t } from '../words.ts';

interface Props {
  readonly event: EventSummary;
  readonly onCopy: () => void;
  readonly onDelete: () => void;
}

const isRunning = ({ phase }: EventSummary): boolean => phase !== 'doors' && phase !== 'finished';

/** One evening in the list. A running one cannot be deleted, so the button is not offered. */
export function EventRow({ event, onCopy, onDelete }: Props) {
  const running = isRunning(event);
  const when = `${dateText(event.startsAt, event.timeZone)}, ${clockText(event.startsAt, event.timeZone)}`;
  return (
    <li class="event-row">
      <a href={sectionHash(event.id, running ? 'live' : 'set-up')}>
        <b>
          <Name of={event.name} />
        </b>
        <span>
          {when}
          {event.place === '' ? null : (
            <>
              , <Name of={event.place} />
            </>
          )}
        </span>
        <span class="quiet">{t('events.people', { students: event.students, mentors: event.mentors })}</span>
      </a>
      {event.cancelled ? <span class="tag warn">{t('events.cancelled')}</span> : null}
      {running && !event.cancelled ? <span class="tag now">{t('events.running')}</span> : null}
      {event.phase === 'finished' ? <span class="tag">{t('events.finished')}</span> : null}
      <button type="button" onClick={onCopy} aria-label={t('events.copy.label', { name: event.name })}>
        <Icon name="copy" /> {t('events.copy')}
      </button>
      {running ? null : (
        <button type="button" onClick={onDelete} aria-label={t('events.delete.label', { name: event.name })}>
          <Icon name="trash" /> {t('events.delete')}
        </button>
      )}
    </li>
  );
}
