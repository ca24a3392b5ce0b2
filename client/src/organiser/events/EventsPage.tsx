import type { EventId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { EventSummary } from '@lapwing/shared/protocol/api';
import { useEffect, useState } from 'preact/hooks';
import { Languages } from '../../kit/Languages.tsx';
import { Mark } from '../../kit/Mark.tsx';
import { useTitle } from '../../kit/use-title.ts';
import { consoleApi } from '../console-api.ts';
import { communityHash, sectionHash, TEAM_HASH } from '../place.ts';
import { lostSession, signOut } from '../session.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { t } from '../words.ts';
import { EventRow } from './EventRow.tsx';
import { NewEvent } from './NewEvent.tsx';

/** All evenings: open, copy, delete (with Undo), and a new one. */
export function EventsPage({ firstName }: { firstName: string }) {
  const [events, setEvents] = useState<readonly EventSummary[] | null>(null);
  const [deleted, setDeleted] = useState<EventSummary | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);

  const load = async (): Promise<void> => {
    const answer = await consoleApi.events();
    if (answer.ok) setEvents(answer.value);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok && answer.refusal.code === 'not-signed-in') lostSession();
  };
  useTitle(t('events.title'));
  useEffect(() => {
    void load();
  }, []);

  const open = (id: EventId): void => {
    location.hash = sectionHash(id, 'set-up');
  };
  const create = async (name: string): Promise<void> => {
    const answer = await consoleApi.createEvent(name);
    if (answer.ok) open(answer.value.id);
    else setRefusal(answer.refusal.code);
  };
  const copy = async (event: EventSummary): Promise<void> => {
    const answer = await consoleApi.copyEvent(event.id);
    if (answer.ok) open(answer.value.id);
    else setRefusal(answer.refusal.code);
  };
  const remove = async (event: EventSummary): Promise<void> => {
    const answer = await consoleApi.deleteEvent(event.id);
    if (answer.ok) setDeleted(event);
    await load();
    if (!answer.ok) setRefusal(answer.refusal.code);
  };
  const restore = async (event: EventSummary): Promise<void> => {
    const answer = await consoleApi.restoreEvent(event.id);
    if (answer.ok) setDeleted(null);
    await load();
    if (!answer.ok) setRefusal(answer.refusal.code);
  };

  return (
    <div class="events-page">
      <header class="events-head">
        <p class="door-brand">
          <Mark size="32px" dot="var(--move)" /> {t('brand')}
        </p>
        <span class="grow" />
        <span>{t('events.signed-in', { name: firstName })}</span>
        <Languages />
        <a class="page-link" href={communityHash()}>
          {t('community.open')}
        </a>
        <a class="page-link" href={TEAM_HASH}>
          {t('events.team')}
        </a>
        <button type="button" onClick={() => void signOut()}>
          {t('events.sign-out')}
        </button>
      </header>
      <main>
        <h1>{t('events.heading')}</h1>
        <RefusalNote code={refusal} />
        {deleted ? (
          <UndoStrip label={t('events.restore')} onUndo={() => void restore(deleted)}>
            {t('events.deleted', { name: deleted.name })}
          </UndoStrip>
        ) : null}
        {events?.length === 0 ? <p class="empty">{t('events.empty')}</p> : null}
        <ul class="event-list">
          {(events ?? []).map((event) => (
            <EventRow
              key={event.id}
              event={event}
              onCopy={() => void copy(event)}
              onDelete={() => void remove(event)}
            />
          ))}
        </ul>
        <NewEvent onCreate={create} />
      </main>
    </div>
  );
}
